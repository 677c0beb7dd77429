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

    /** Feature and number side by side, so that a look-up touches one line of the processor's cache. */
    private long[] table = new long[2 << 8];

    private int size;

    /**
     * Adds to the number of a feature.
     *
     * @param amount more than 0
     */
    void add(long feature, long amount) {
        int at = place(feature);
        if (table[at + 1] == 0) {
            table[at] = feature;
            size++;
        }
        table[at + 1] += amount;
        if (4 * size > table.length) {
            grow();
        }
    }

    /** The number of a feature; 0 where nothing was added to it. */
    long get(long feature) {
        return table[place(feature) + 1];
    }

    /** Passes every feature on, in no particular order. */
    void forEach(Taker taker) {
        for (int at = 0; at < table.length; at += 2) {
            if (table[at + 1] != 0) {
                taker.take(table[at], table[at + 1]);
            }
        }
    }

    /** Every feature once, in no particular order. */
    long[] features() {
        long[] all = new long[size];
        int found = 0;
        for (int at = 0; at < table.length; at += 2) {
            if (table[at + 1] != 0) {
                all[found++] = table[at];
            }
        }
        return all;
    }

    private int place(long feature) {
        int at = 2 * (int) feature & (table.length - 1);
        while (table[at + 1] != 0 && table[at] != feature) {
            at = (at + 2) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (int at = 0; at < old.length; at += 2) {
            if (old[at + 1] != 0) {
                int place = place(old[at]);
                table[place] = old[at];
                table[place + 1] = old[at + 1];
            }
        }
    }
}
