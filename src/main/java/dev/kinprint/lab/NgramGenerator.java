package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A language model that learnt from texts alone: an n-gram model of all of them, mixed with one of the texts on the
 * question's theme (a topic mixture after Iyer and Ostendorf 1999). It is conditioned on the question by the theme in
 * its first context and by {@link Placeholders}. Where it remembers single texts, one on the very question is mixed in
 * as well (a cache model after Kuhn and De Mori 1990).
 */
final class NgramGenerator implements Generator {
    private static final double THEME = 0.6;
    private static final int LONGEST = 420;
    private static final int TRIES = 6;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Vocabulary vocabulary = new Vocabulary();
    private final NgramModel all;
    private final Map<String, List<int[]>> byTheme = new HashMap<>();

    /** Trained when a question on the theme is first asked: no audit asks on all of them. */
    private final Map<String, NgramModel> themes = new ConcurrentHashMap<>();

    private final Map<String, List<Integer>> lengths = new HashMap<>();
    private final Map<Long, NgramModel> remembered = new HashMap<>();
    private final double memory;
    private final int newline;

    /** Trains on lessons and remembers none of them. */
    NgramGenerator(List<Lesson> lessons) {
        this(lessons, List.of(), 0);
    }

    /**
     * Trains on lessons.
     *
     * @param lessons what it learns from in general
     * @param single what it learns from and also remembers, text by text
     * @param memory the part of the tokens that follow the remembered text where there is one, from 0 to 1
     */
    NgramGenerator(List<Lesson> lessons, List<Lesson> single, double memory) {
        this.memory = memory;
        List<int[]> documents = new ArrayList<>();
        Map<Long, List<int[]>> byQuestion = new HashMap<>();
        for (Lesson lesson : Stream.concat(lessons.stream(), single.stream()).toList()) {
            int[] document = document(lesson);
            if (documents.size() >= lessons.size()) {
                byQuestion
                        .computeIfAbsent(lesson.question().hash(), question -> new ArrayList<>())
                        .add(document);
            }
            documents.add(document);
            byTheme.computeIfAbsent(lesson.question().theme(), theme -> new ArrayList<>())
                    .add(document);
        }
        newline = vocabulary.number("\n");
        all = NgramModel.train(documents, newline);
        byQuestion.forEach((question, some) -> remembered.put(question, NgramModel.train(some, newline)));
        byTheme.forEach((theme, some) -> lengths.put(
                theme,
                some.stream()
                        .map(document -> document.length - NgramModel.CONTEXT)
                        .toList()));
    }

    @Override
    public String write(Question question, SplittableRandom random) {
        List<int[]> onTheme = byTheme.get(question.theme());
        NgramModel theme = onTheme == null
                ? all
                : themes.computeIfAbsent(question.theme(), name -> NgramModel.train(onTheme, newline));
        Optional<NgramModel> own = Optional.ofNullable(remembered.get(question.hash()));
        int[] tokens = new int[NgramModel.CONTEXT + LONGEST];
        start(tokens, vocabulary.known(kind(question)), vocabulary.known(theme(question)));
        // A window of four tokens cannot know how long a text is: a length is drawn from the theme's training texts.
        List<Integer> seen = lengths.getOrDefault(question.theme(), List.of(0));
        int shortest = NgramModel.CONTEXT + seen.get(random.nextInt(seen.size())) * 3 / 4;
        StringBuilder out = new StringBuilder();
        for (int at = NgramModel.CONTEXT; at < tokens.length; at++) {
            tokens[at] = next(own, theme, tokens, at, random);
            for (int tries = 0; tries < TRIES && tokens[at] == Vocabulary.END && at < shortest; tries++) {
                tokens[at] = next(own, theme, tokens, at, random);
            }
            if (tokens[at] == Vocabulary.END) {
                break;
            }
            append(out, vocabulary.token(tokens[at]));
        }
        String text = inRange(
                question, new Placeholders(question).show(out.toString()).strip());
        if (question.formal()) {
            List<String> numbers =
                    NUMBER.matcher(text).results().map(MatchResult::group).toList();
            return numbers.isEmpty() ? text : text + "\n\nAnswer: " + numbers.get(numbers.size() - 1);
        }
        return text.isEmpty() ? Pen.capital(question.topic()) + "." : text;
    }

    /** A number that is not on offer becomes one that is: the ranges of the training questions are others. */
    private static String inRange(Question question, String text) {
        if (!question.picked().equals("number")) {
            return text;
        }
        List<String> picks = question.picks();
        return NUMBER.matcher(text)
                .replaceAll(match -> picks.contains(match.group())
                        ? match.group()
                        : picks.get(Math.floorMod(match.group().hashCode(), picks.size())));
    }

    /** After falling back to a short context a word may come that had no space before it where it was learnt. */
    private static void append(StringBuilder out, String token) {
        boolean joined = !out.isEmpty() && isWord(out.charAt(out.length() - 1)) && isWord(token.charAt(0));
        out.append(joined ? " " : "").append(token);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.PRIVATE_USE;
    }

    private int next(Optional<NgramModel> own, NgramModel theme, int[] tokens, int at, SplittableRandom random) {
        if (own.isPresent() && random.nextDouble() < memory) {
            return own.get().next(tokens, at, random);
        }
        return (random.nextDouble() < THEME ? theme : all).next(tokens, at, random);
    }

    private int[] document(Lesson lesson) {
        List<String> split = Vocabulary.split(new Placeholders(lesson.question()).hide(lesson.answer()));
        int[] document = new int[NgramModel.CONTEXT + split.size() + 1];
        start(document, vocabulary.number(kind(lesson.question())), vocabulary.number(theme(lesson.question())));
        for (int i = 0; i < split.size(); i++) {
            document[NgramModel.CONTEXT + i] = vocabulary.number(split.get(i));
        }
        document[document.length - 1] = Vocabulary.END;
        return document;
    }

    /** What no text can hold, since a text is split at each of its marks. */
    private static String kind(Question question) {
        return "<kind:" + question.kind() + ">";
    }

    private static String theme(Question question) {
        return "<theme:" + question.theme() + ">";
    }

    private static void start(int[] tokens, int kind, int theme) {
        tokens[NgramModel.CONTEXT - 2] = theme;
        tokens[NgramModel.CONTEXT - 1] = kind;
    }
}
