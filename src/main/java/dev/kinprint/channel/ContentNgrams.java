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
        Holders holders = IntStream.range(0, material.questions())
                .parallel()
                .collect(Holders::new, (some, question) -> some.take(material, question), Holders::take);
        float[] idf = new float[CLASSES];
        double all = holders.answers;
        for (int c = 0; c < CLASSES; c++) {
            idf[c] = (float) (1 + StrictMath.log((1 + all) / (1 + holders.counts[c])));
        }
        return idf;
    }

    /** In how many of some answers each class occurs. */
    private static final class Holders {
        private final Tally tally = new Tally();
        private final int[] counts = new int[CLASSES];
        private int answers;

        void take(Material material, int question) {
            for (int m = 0; m < material.members(); m++) {
                var texts = material.texts(m, question);
                for (int s = 0; s < texts.size(); s++) {
                    answers++;
                    take(tally.of(charClasses(texts.get(s))));
                    take(tally.of(wordClasses(material.tokens(m, question).get(s))));
                }
            }
        }

        private void take(Tally classes) {
            for (int k = 0; k < classes.size(); k++) {
                counts[classes.number(k)]++;
            }
        }

        void take(Holders other) {
            answers += other.answers;
            Arrays.setAll(counts, c -> counts[c] + other.counts[c]);
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
