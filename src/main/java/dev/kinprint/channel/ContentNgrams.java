package dev.kinprint.channel;

import dev.kinprint.style.Sequences;
import dev.kinprint.style.Wording;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is said, in which words: for each question the Gram matrix of TF-IDF vectors of character 4-grams and of word 1-
 * and 2-grams, hashed into 2²⁰ classes, each kind scaled to length 1; the mean over samples stands for a model.
 */
final class ContentNgrams implements Channel {
    private static final int CLASSES = 1 << 20;
    private static final int CHARS = 4;

    /** In how many parts the questions are counted, side by side. */
    private static final int PARTS = 16;

    @Override
    public String id() {
        return "content-ngram";
    }

    @Override
    public String title() {
        return "wording of answers to the same question";
    }

    @Override
    public String unit() {
        return "cosine after background correction, −1 to 1";
    }

    @Override
    public String limits() {
        return "Wording that all models share is taken off, but two models of one base share wording without either"
                + " having learnt from the other. Under 5 common questions or 3 background models it says nothing.";
    }

    @Override
    public Profile fit(Material material) {
        int members = material.members();
        int questions = material.questions();
        float[] idf = inverseFrequencies(material);
        float[][] similarities = new float[questions][];
        boolean[][] present = new boolean[questions][members];
        Material.forEachQuestion(questions, q -> {
            Tally tally = new Tally();
            SparseVector[] vectors = new SparseVector[members];
            for (int m = 0; m < members; m++) {
                present[q][m] = !material.tokens(m, q).isEmpty();
                vectors[m] = present[q][m] ? vector(material, m, q, idf, tally) : SparseVector.EMPTY;
            }
            similarities[q] = SparseVector.gram(vectors);
        });
        return new PromptMatched(members, true, similarities, present);
    }

    private static SparseVector vector(Material material, int member, int question, float[] idf, Tally tally) {
        var texts = material.texts(member, question);
        var tokens = material.tokens(member, question);
        SparseVector[] parts = new SparseVector[texts.size() * 2];
        for (int s = 0; s < texts.size(); s++) {
            parts[2 * s] = SparseVector.tfIdf(tally.of(charClasses(texts.get(s))), idf);
            parts[2 * s + 1] = SparseVector.tfIdf(tally.of(wordClasses(tokens.get(s))), idf);
        }
        return SparseVector.mean(parts);
    }

    /** Smoothed inverse document frequencies over all answers of the corpus. */
    private static float[] inverseFrequencies(Material material) {
        Holders holders = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> holders(material, part))
                .reduce(new Holders(0, new int[CLASSES]), Holders::plus);
        float[] idf = new float[CLASSES];
        double all = holders.answers();
        for (int c = 0; c < CLASSES; c++) {
            idf[c] = (float) (1 + StrictMath.log((1 + all) / (1 + holders.count(c))));
        }
        return idf;
    }

    /** In how many of some answers each class occurs. */
    private static final class Holders {
        private final int answers;
        private final int[] counts;

        Holders(int answers, int[] counts) {
            this.answers = answers;
            this.counts = counts;
        }

        Holders plus(Holders other) {
            int[] sums = new int[CLASSES];
            Arrays.setAll(sums, c -> counts[c] + other.counts[c]);
            return new Holders(answers + other.answers, sums);
        }

        int answers() {
            return answers;
        }

        int count(int number) {
            return counts[number];
        }
    }

    /** The holders among the answers to every {@link #PARTS}th question. */
    private static Holders holders(Material material, int part) {
        Tally tally = new Tally();
        int[] counts = new int[CLASSES];
        int answers = 0;
        for (int q = part; q < material.questions(); q += PARTS) {
            for (int m = 0; m < material.members(); m++) {
                var texts = material.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    answers++;
                    count(tally.of(charClasses(texts.get(s))), counts);
                    count(tally.of(wordClasses(material.tokens(m, q).get(s))), counts);
                }
            }
        }
        return new Holders(answers, counts);
    }

    private static void count(Tally classes, int[] counts) {
        for (int k = 0; k < classes.size(); k++) {
            counts[classes.number(k)]++;
        }
    }

    private static int[] charClasses(String text) {
        char[] wording = Wording.characters(text);
        int count = Math.max(0, wording.length - CHARS + 1);
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = (int) (Sequences.hash(wording, i, CHARS) & (CLASSES - 1));
        }
        return classes;
    }

    private static int[] wordClasses(int[] tokens) {
        int[] classes = new int[tokens.length + Math.max(0, tokens.length - 1)];
        for (int i = 0; i < tokens.length; i++) {
            classes[i] = (int) (Sequences.hash(tokens, i, 1) & (CLASSES - 1));
        }
        for (int i = 0; i + 1 < tokens.length; i++) {
            classes[tokens.length + i] = (int) (Sequences.hash(tokens, i, 2) & (CLASSES - 1));
        }
        return classes;
    }
}
