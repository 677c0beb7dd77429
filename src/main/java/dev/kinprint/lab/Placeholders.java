package dev.kinprint.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of a question, taken out of an answer and put back: a language model is trained on answers in which they
 * are placeholders (private-use characters), so that it learns where its teachers name the subject and can do the same
 * with a question that it never saw.
 */
final class Placeholders {
    private final Map<String, String> words = new LinkedHashMap<>();

    /** The placeholders of a question. */
    Placeholders(Question question) {
        add("\uE000", question.topic());
        add("\uE001", Pen.capital(question.topic()));
        add("\uE002", question.focus());
        add("\uE003", Pen.capital(question.focus()));
        if (question.picked().equals("either")) {
            add("\uE004", question.picks().get(0));
            add("\uE005", question.picks().get(1));
            add("\uE006", Pen.capital(question.picks().get(0)));
            add("\uE007", Pen.capital(question.picks().get(1)));
        }
        question.answer().ifPresent(answer -> add("\uE008", Long.toString(answer)));
    }

    /** The answer with placeholders for the question's words. */
    String hide(String answer) {
        String text = answer;
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = hide(text, word.getValue(), word.getKey());
        }
        return text;
    }

    /** The answer with this question's words; a placeholder of another kind of question becomes the topic. */
    String show(String hidden) {
        StringBuilder out = new StringBuilder();
        hidden.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            boolean placeholder = point >= 0xE000 && point <= 0xE008;
            out.append(placeholder ? words.getOrDefault(letter, words.getOrDefault("\uE000", "")) : letter);
        });
        return out.toString();
    }

    /** Where the words stand by themselves, and not within others. A pattern for each would be made for one text. */
    private static String hide(String text, String words, String placeholder) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("words: none");
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, Math.max(from, at + 1))) {
            int end = at + words.length();
            if ((at == 0 || !isWord(text.codePointBefore(at)))
                    && (end == text.length() || !isWord(text.codePointAt(end)))) {
                out.append(text, from, at).append(placeholder);
                from = end;
            }
        }
        return from == 0 ? text : out.append(text, from, text.length()).toString();
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private void add(String placeholder, String word) {
        words.put(placeholder, word);
    }
}
