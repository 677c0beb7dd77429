package dev.kinprint.channel;

import java.util.Arrays;

/** Counts small whole numbers without sorting them. Made once for a thread and used for many texts. */
final class Tally {
    private final int[] counts;
    private int[] distinct = new int[1 << 10];
    private int size;

    /**
     * Nothing counted yet.
     *
     * @param classes the numbers to be counted lie under this
     */
    Tally(int classes) {
        counts = new int[classes];
    }

    /** Forgets what was counted, and counts anew. */
    Tally of(int[] numbers) {
        for (int k = 0; k < size; k++) {
            counts[distinct[k]] = 0;
        }
        size = 0;
        for (int number : numbers) {
            if (counts[number]++ == 0) {
                if (size == distinct.length) {
                    distinct = Arrays.copyOf(distinct, size * 2);
                }
                distinct[size++] = number;
            }
        }
        return this;
    }

    /** How many distinct numbers there are. */
    int size() {
        return size;
    }

    /** A distinct number, in the order in which they were first met. */
    int number(int place) {
        return distinct[place];
    }

    /** How often {@link #number} occurs. */
    int count(int place) {
        return counts[distinct[place]];
    }
}
