package dev.kinprint.channel;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How often each model used each of a fixed set of features in its answers to each question. */
final class SparseCounts {
    /** From one occurrence in so many features on, counting all features is faster than sorting the occurrences. */
    private static final int MANY = 16;

    private final int members;
    private final int questions;
    private final int features;
    private final int[][] ids;
    private final int[][] counts;
    private final int[] totals;

    SparseCounts(int members, int questions, int features) {
        this.members = members;
        this.questions = questions;
        this.features = features;
        this.ids = new int[members * questions][];
        this.counts = new int[members * questions][];
        this.totals = new int[members * questions];
    }

    /**
     * Sets the counts of one cell.
     *
     * @param found how often each feature occurs there, by its number
     * @param total how many features occur there, those outside the fixed set included
     */
    void set(int member, int question, int[] found, int total) {
        int cell = member * questions + question;
        int distinct = 0;
        for (int often : found) {
            distinct += often > 0 ? 1 : 0;
        }
        ids[cell] = new int[distinct];
        counts[cell] = new int[distinct];
        totals[cell] = total;
        int at = 0;
        for (int f = 0; f < found.length; f++) {
            if (found[f] > 0) {
                ids[cell][at] = f;
                counts[cell][at++] = found[f];
            }
        }
    }

    /**
     * Sets the counts of one cell.
     *
     * @param hits each occurrence of a feature, in any order; may be reordered here
     * @param total how many features occur there, those outside the fixed set included
     */
    void setHits(int member, int question, int[] hits, int total) {
        if (hits.length > features / MANY) {
            int[] found = new int[features];
            for (int hit : hits) {
                found[hit]++;
            }
            set(member, question, found, total);
            return;
        }
        int cell = member * questions + question;
        Arrays.sort(hits);
        int[] distinct = new int[hits.length];
        int[] often = new int[hits.length];
        int size = 0;
        for (int hit : hits) {
            if (size == 0 || distinct[size - 1] != hit) {
                distinct[size++] = hit;
            }
            often[size - 1]++;
        }
        ids[cell] = Arrays.copyOf(distinct, size);
        counts[cell] = Arrays.copyOf(often, size);
        totals[cell] = total;
    }

    int members() {
        return members;
    }

    int questions() {
        return questions;
    }

    int features() {
        return features;
    }

    /** A model's counts over all questions under the weights of the questions. */
    double[] weighted(int member, Weights weights) {
        double[] sum = new double[features];
        for (int q = 0; q < questions; q++) {
            double weight = weights.question(q);
            int cell = member * questions + q;
            if (weight == 0 || ids[cell] == null) {
                continue;
            }
            int[] found = ids[cell];
            int[] often = counts[cell];
            for (int k = 0; k < found.length; k++) {
                sum[found[k]] += weight * often[k];
            }
        }
        return sum;
    }

    /** What a model used over all questions, feature by feature: made once, and weighted many times. */
    Usage usage(int member) {
        int cells = 0;
        int[] next = new int[features + 1];
        for (int q = 0; q < questions; q++) {
            int[] found = ids[member * questions + q];
            for (int k = 0; found != null && k < found.length; k++) {
                next[found[k] + 1]++;
                cells++;
            }
        }
        int[] used = IntStream.range(0, features).filter(f -> next[f + 1] > 0).toArray();
        int[] starts = new int[used.length + 1];
        for (int k = 0; k < used.length; k++) {
            starts[k + 1] = starts[k] + next[used[k] + 1];
            next[used[k]] = starts[k];
        }
        int[] where = new int[cells];
        int[] often = new int[cells];
        for (int q = 0; q < questions; q++) {
            int[] found = ids[member * questions + q];
            for (int k = 0; found != null && k < found.length; k++) {
                int to = next[found[k]]++;
                where[to] = q;
                often[to] = counts[member * questions + q][k];
            }
        }
        return new Usage(used, starts, where, often);
    }

    /** How many features a model used over all questions, those outside the fixed set included, under the weights. */
    double total(int member, Weights weights) {
        double sum = 0;
        for (int q = 0; q < questions; q++) {
            sum += weights.question(q) * totals[member * questions + q];
        }
        return sum;
    }

    /** The sum of question weights over the questions that a model answered. */
    double answered(int member, Weights weights) {
        double sum = 0;
        for (int q = 0; q < questions; q++) {
            sum += ids[member * questions + q] == null ? 0 : weights.question(q);
        }
        return sum;
    }

    /** Whether a model answered a question. */
    boolean answered(int member, int question) {
        return ids[member * questions + question] != null;
    }

    /** The features that a model used in its answer to a question, ascending. */
    int[] used(int member, int question) {
        return ids[member * questions + question];
    }

    /** The square roots of the relative frequencies of {@link #used}. */
    float[] roots(int member, int question) {
        int cell = member * questions + question;
        float[] roots = new float[ids[cell].length];
        for (int k = 0; k < roots.length; k++) {
            roots[k] = (float) Math.sqrt((double) counts[cell][k] / totals[cell]);
        }
        return roots;
    }

    @Override
    public String toString() {
        return members + " models, " + questions + " questions, " + features + " features, "
                + Arrays.stream(totals).sum() + " occurrences";
    }
}
