package dev.kinprint.channel;

import dev.kinprint.style.Sequences;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicIntegerArray;

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
            Tally tally = new Tally(CLASSES);
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
        AtomicIntegerArray holders = new AtomicIntegerArray(CLASSES);
        AtomicIntegerArray documents = new AtomicIntegerArray(1);
        Material.forEachQuestion(material.questions(), q -> {
            Tally tally = new Tally(CLASSES);
            for (int m = 0; m < material.members(); m++) {
                var texts = material.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    documents.incrementAndGet(0);
                    count(tally.of(charClasses(texts.get(s))), holders);
                    count(tally.of(wordClasses(material.tokens(m, q).get(s))), holders);
                }
            }
        });
        float[] idf = new float[CLASSES];
        double all = documents.get(0);
        for (int c = 0; c < CLASSES; c++) {
            idf[c] = (float) (1 + StrictMath.log((1 + all) / (1 + holders.get(c))));
        }
        return idf;
    }

    private static void count(Tally classes, AtomicIntegerArray holders) {
        for (int k = 0; k < classes.size(); k++) {
            holders.incrementAndGet(classes.number(k));
        }
    }

    private static int[] charClasses(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int count = Math.max(0, lower.length() - CHARS + 1);
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = (int) (Sequences.hash(lower, i, CHARS) & (CLASSES - 1));
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
