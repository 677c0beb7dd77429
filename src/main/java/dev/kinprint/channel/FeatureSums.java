package dev.kinprint.channel;

/**
 * A whole number for each feature, by open addressing. Features are mixed hashes, so that their lowest bits deal them
 * evenly to places. Not for several threads at once.
 */
final class FeatureSums {
    /** Takes a feature and its number. */
    interface Taker {
        void take(long feature, long sum);
    }

    private long[] features = new long[1 << 8];
    private long[] sums = new long[1 << 8];
    private int size;

    /**
     * Adds to the number of a feature.
     *
     * @param amount more than 0
     */
    void add(long feature, long amount) {
        int at = place(feature);
        if (sums[at] == 0) {
            features[at] = feature;
            size++;
        }
        sums[at] += amount;
        if (2 * size > sums.length) {
            grow();
        }
    }

    /** The number of a feature; 0 where nothing was added to it. */
    long get(long feature) {
        return sums[place(feature)];
    }

    /** Passes every feature on, in no particular order. */
    void forEach(Taker taker) {
        for (int at = 0; at < sums.length; at++) {
            if (sums[at] != 0) {
                taker.take(features[at], sums[at]);
            }
        }
    }

    /** Every feature once, in no particular order. */
    long[] features() {
        long[] all = new long[size];
        int found = 0;
        for (int at = 0; at < sums.length; at++) {
            if (sums[at] != 0) {
                all[found++] = features[at];
            }
        }
        return all;
    }

    private int place(long feature) {
        int at = (int) feature & (sums.length - 1);
        while (sums[at] != 0 && features[at] != feature) {
            at = (at + 1) & (sums.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldFeatures = features;
        long[] oldSums = sums;
        features = new long[2 * oldFeatures.length];
        sums = new long[features.length];
        for (int at = 0; at < oldSums.length; at++) {
            if (oldSums[at] != 0) {
                int place = place(oldFeatures[at]);
                features[place] = oldFeatures[at];
                sums[place] = oldSums[at];
            }
        }
    }
}
