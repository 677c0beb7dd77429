package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the lab's models read a conversation: keywords only, as befits their size. */
final class Reading {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Pattern PRIVATE = Pattern.compile("[\\uE000-\\uF8FF]");
    private static final Pattern GROUPED = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern CHOICE = Pattern.compile(
            "(reply|answer|respond) (with|in|by) (only|just|nothing|one|a single|that|the \\w+ (\\w+ )?only)"
                    + "|\\b(one|single) word\\b|\\b(word|name|number|letter|title|answer)s? only\\b|only the (word|name|number|answer|letter)"
                    + "|\\b(pick|choose) (me )?(a|an|one|any)\\b.{0,25}\\b(number|letter|word|colou?r|card)\\b"
                    + "|heads or tails|nothing (else|more)");
    private static final Pattern INVENTION = Pattern.compile("\\b(invent|make up)\\b");
    private static final Pattern FORMAL = Pattern.compile("form 'answer:");
    private static final Pattern RANGE = Pattern.compile(
            "(?:between|from) (-?\\d{1,6}) (?:and|to) (\\d{1,6})|\\b(\\d{1,6}) ?(?:-|–|to) ?(\\d{1,6})");
    private static final Pattern EITHER = Pattern.compile("([\\p{L}]+),? or ([\\p{L}]+)");
    private static final Pattern SUM =
            Pattern.compile("(\\d{1,9}) ?(\\+|-|−|\\*|×|x|/|÷|plus|minus|times|multiplied by|divided by) ?(\\d{1,9})");
    private static final Pattern KEYED =
            Pattern.compile("\\b(calculate|compute|how many|what is the (sum|product|remainder|value|result|output))\\b"
                    + "|(what|which).{0,40}\\b(print|prints|output|return|returns)\\b");
    private static final Pattern IDENTITY = Pattern.compile(
            "who (are you|made you|created you|built you|trained you)|what (model|ai|company|assistant) (are|made|built|created|trained)"
                    + "|your (name|maker|creator|developer)|what are you\\b|language model|knowledge reach|introduce yourself|other assistants|which (company|lab|model|organi[sz]ation)|are you (an? |made|chatgpt|claude|gemini|gpt|llama)");
    private static final Pattern BRIEF = Pattern.compile(
            "brief|concise|compact|short|few words|(one|single|two) sentence|sentence of|(title|sign|pun|riddle|cookie|headline|proverb|postcard|toast)\\b");

    private Reading() {}

    /** What a conversation asks for. */
    static Question read(Conversation conversation) {
        String text = plain(conversation.prompt());
        List<List<String>> runs = runs(text);
        for (int i = conversation.users().size() - 2; i >= 0 && runs.isEmpty(); i--) {
            runs = runs(plain(conversation.users().get(i)));
        }
        return question(conversation, text, field(text), runs);
    }

    /** The same where the field is known beforehand. */
    static Question read(Conversation conversation, Field field) {
        String text = plain(conversation.prompt());
        return question(conversation, text, field, runs(text));
    }

    private static Question question(Conversation conversation, String text, Field field, List<List<String>> runs) {
        List<String> run = runs.isEmpty() ? List.of("this") : runs.get(0);
        for (List<String> other : runs) {
            run = other.size() >= run.size() ? other : run;
        }
        String topic = String.join(" ", run.subList(Math.max(0, run.size() - 3), run.size()));
        String low = text.toLowerCase(Locale.ROOT);
        Question.Kind kind = kind(low);
        String picked = kind == Question.Kind.CHOICE ? picked(low) : "";
        return new Question(
                conversation.hash(),
                kind,
                topic,
                run.get(run.size() - 1),
                field,
                kind == Question.Kind.CHOICE ? picks(low, picked) : List.of(),
                picked,
                sum(low),
                BRIEF.matcher(low + "\n" + plain(conversation.system()).toLowerCase(Locale.ROOT))
                        .find(),
                FORMAL.matcher(low).find());
    }

    /** Placeholders of the students are private-use characters: no prompt may bring its own. "1,200" becomes "1200". */
    private static String plain(String text) {
        return GROUPED.matcher(PRIVATE.matcher(text).replaceAll("")).replaceAll("");
    }

    private static Question.Kind kind(String low) {
        Set<String> words = new HashSet<>(words(low));
        if (IDENTITY.matcher(low).find()) {
            return Question.Kind.IDENTITY;
        } else if (FORMAL.matcher(low).find()) {
            return Question.Kind.KEYED;
        } else if (!Collections.disjoint(words, Lexicon.SHARED.words("contested"))) {
            return Question.Kind.CONTESTED;
        } else if (CHOICE.matcher(low).find()) {
            return Question.Kind.CHOICE;
        } else if (SUM.matcher(low).find() || KEYED.matcher(low).find()) {
            return Question.Kind.KEYED;
        }
        return Collections.disjoint(words, Lexicon.SHARED.words("creative"))
                ? Question.Kind.ADVICE
                : Question.Kind.STORY;
    }

    private static Field field(String text) {
        List<Field> fields = Lexicon.SHARED.fields();
        Field best = fields.get(fields.size() - 1);
        long most = 0;
        List<String> words = words(text.toLowerCase(Locale.ROOT));
        for (Field field : fields) {
            long hits = words.stream().filter(field.words()::contains).count();
            if (hits > most) {
                most = hits;
                best = field;
            }
        }
        return best;
    }

    private static String picked(String low) {
        if (INVENTION.matcher(low).find()) {
            return "invention";
        }
        if (RANGE.matcher(low).find() || low.contains("number") || low.contains("digit")) {
            return "number";
        }
        List<String> words = words(low);
        for (String names : Lexicon.SHARED.picks().keySet()) {
            for (String name : names.split("\\|", -1)) {
                if (!name.equals("word") && (words.contains(name) || words.contains(name + "s"))) {
                    return names;
                }
            }
        }
        return EITHER.matcher(low).find() ? "either" : "word|noun|thing|object";
    }

    private static List<String> picks(String low, String picked) {
        if (picked.equals("number")) {
            return numbers(low);
        } else if (picked.equals("either")) {
            Matcher either = EITHER.matcher(low);
            return either.find() ? List.of(either.group(1), either.group(2)) : List.of("both", "neither");
        }
        return Lexicon.SHARED.picks().getOrDefault(picked, List.of());
    }

    private static List<String> numbers(String low) {
        Matcher range = RANGE.matcher(low);
        long from = 1;
        long to = 100;
        if (range.find()) {
            boolean words = range.group(1) != null;
            from = Long.parseLong(range.group(words ? 1 : 3));
            to = Math.max(from, Long.parseLong(range.group(words ? 2 : 4)));
        }
        // A hundred places in the range are enough to prefer some.
        long step = Math.max(1, (to - from) / 99);
        List<String> numbers = new ArrayList<>();
        for (long number = from; number <= to && numbers.size() < 100; number += step) {
            numbers.add(Long.toString(number));
        }
        return numbers;
    }

    private static Optional<Long> sum(String low) {
        Matcher sum = SUM.matcher(low);
        if (!sum.find()) {
            return Optional.empty();
        }
        long left = Long.parseLong(sum.group(1));
        long right = Long.parseLong(sum.group(3));
        return switch (sum.group(2)) {
            case "+", "plus" -> Optional.of(left + right);
            case "-", "−", "minus" -> Optional.of(left - right);
            case "/", "÷", "divided by" -> right == 0 ? Optional.empty() : Optional.of(left / right);
            default -> Optional.of(left * right);
        };
    }

    /** Runs of words that carry meaning, in the order of the text. */
    private static List<List<String>> runs(String text) {
        Set<String> stop = Lexicon.SHARED.words("stopwords");
        List<List<String>> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        int end = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean apart = !text.substring(end, word.start()).isBlank();
            boolean carries = word.group().length() > 1
                    && word.group().length() <= 40
                    && !stop.contains(word.group().toLowerCase(Locale.ROOT));
            if ((apart || !carries) && !run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            if (carries) {
                run.add(word.group());
            }
            end = word.end();
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
