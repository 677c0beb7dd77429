package dev.kinprint.watch;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Question;
import dev.kinprint.stats.Draws;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Fingerprints of known models. It holds hashes of questions and sketches of answers, and no text of either. */
public final class Library {
    private static final int DIGITS = 16;

    private final List<Fingerprint> fingerprints;

    Library(List<Fingerprint> fingerprints) {
        this.fingerprints = fingerprints.stream()
                .sorted(Comparator.comparing(Fingerprint::model))
                .toList();
    }

    /**
     * Takes fingerprints of the models of a corpus.
     *
     * @param most of at most how many questions, drawn at random
     * @param seed decides the draw
     */
    public static Library of(Corpus corpus, int most, long seed) {
        List<Integer> drawn = drawn(corpus.questions().size(), most, seed);
        List<Fingerprint> found = new ArrayList<>();
        for (int m = 0; m < corpus.members().size(); m++) {
            SortedMap<String, Sketch> answers = new TreeMap<>();
            for (int q : drawn) {
                String key = key(corpus.questions().get(q));
                corpus.first(m, q).ifPresent(text -> answers.putIfAbsent(key, Sketch.of(text)));
            }
            if (!answers.isEmpty()) {
                found.add(new Fingerprint(
                        corpus.members().get(m).id(), corpus.members().get(m).origin(), answers));
            }
        }
        return new Library(found);
    }

    private static List<Integer> drawn(int questions, int most, long seed) {
        List<Integer> drawn = new ArrayList<>();
        for (int q : new Draws(seed, 0).permutation(questions)) {
            if (drawn.size() < most) {
                drawn.add(q);
            }
        }
        return drawn;
    }

    /** The name of a question in libraries: the first digits of the SHA-256 of its words. */
    public static String key(Question question) {
        return key(question.prompt());
    }

    /** The name of a question in libraries, by its words. */
    public static String key(String prompt) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(prompt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The models, sorted by id. */
    public List<String> models() {
        return fingerprints.stream().map(Fingerprint::model).toList();
    }

    /** The questions that any fingerprint has an answer to, sorted. */
    public SortedSet<String> questions() {
        SortedSet<String> questions = new TreeSet<>();
        fingerprints.forEach(
                fingerprint -> questions.addAll(fingerprint.answers().keySet()));
        return questions;
    }

    /** The questions among some that the library knows, in an order that a seed decides before anything is asked. */
    public List<String> order(Collection<String> among, long seed) {
        Set<String> known = questions();
        List<String> sorted =
                among.stream().filter(known::contains).distinct().sorted().toList();
        List<String> order = new ArrayList<>();
        for (int q : new Draws(seed, 1).permutation(sorted.size())) {
            order.add(sorted.get(q));
        }
        return order;
    }

    /** The library without some models. */
    public Library without(Predicate<String> models) {
        return new Library(fingerprints.stream()
                .filter(fingerprint -> !models.test(fingerprint.model()))
                .toList());
    }

    List<Fingerprint> fingerprints() {
        return fingerprints;
    }
}
