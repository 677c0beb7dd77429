package dev.kinprint.channel;

/** Which features one model used, ascending, in its answers to which questions, ascending, and how often. */
final class Usage {
    private final int[] features;
    private final int[] starts;
    private final int[] questions;
    private final int[] counts;

    Usage(int[] features, int[] starts, int[] questions, int[] counts) {
        this.features = features;
        this.starts = starts;
        this.questions = questions;
        this.counts = counts;
    }

    /** How many features there are. */
    int size() {
        return features.length;
    }

    /** The k-th feature. */
    int feature(int k) {
        return features[k];
    }

    /** How often the k-th feature was used under the weights of the questions. */
    double weighted(int k, Weights weights) {
        double sum = 0;
        for (int at = starts[k]; at < starts[k + 1]; at++) {
            sum += weights.question(questions[at]) * counts[at];
        }
        return sum;
    }
}
