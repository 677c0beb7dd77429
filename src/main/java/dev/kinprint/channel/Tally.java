package dev.kinprint.channel;

import java.util.Arrays;

/** Counts small whole numbers without sorting them. Made once for a thread and used for many texts. */
final class Tally {
    private int[] slots = new int[0];
    private int[] distinct = new int[0];
    private int[] counts = new int[0];
    private int size;

    /**
     * Forgets what was counted, and counts anew.
     *
     * @param numbers any, if only their lowest bits are spread well
     */
    Tally of(int[] numbers) {
        int capacity = Integer.highestOneBit(Math.max(8, numbers.length)) << 2;
        if (slots.length < capacity) {
            slots = new int[capacity];
            distinct = new int[capacity / 2];
            counts = new int[capacity / 2];
        } else {
            Arrays.fill(slots, 0, capacity, 0);
        }
        size = 0;
        int mask = capacity - 1;
        for (int number : numbers) {
            int at = number & mask;
            while (slots[at] != 0 && distinct[slots[at] - 1] != number) {
                at = (at + 1) & mask;
            }
            if (slots[at] == 0) {
                distinct[size] = number;
                counts[size] = 0;
                slots[at] = ++size;
            }
            counts[slots[at] - 1]++;
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
        return counts[place];
    }
}
