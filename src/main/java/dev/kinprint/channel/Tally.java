package dev.kinprint.channel;

import java.util.Arrays;

/** Counts small whole numbers without sorting them. Made once for a thread and used for many texts. */
final class Tally {
    /** Each number plus one, at the place that its lowest bits choose or the next free one; 0 where none is. */
    private int[] slots = new int[0];

    /** How often the number of a slot was met. */
    private int[] counts = new int[0];

    /** The slots that are taken, in the order in which they were. */
    private int[] taken = new int[0];

    private int size;

    /**
     * Forgets what was counted, and counts anew.
     *
     * @param numbers from 0 up, whose lowest bits are spread well
     */
    Tally of(int[] numbers) {
        // At most two thirds full, and else as small as it can be, to stay in the nearest cache.
        int capacity = Integer.highestOneBit(Math.max(8, numbers.length + numbers.length / 2)) << 1;
        if (slots.length < capacity) {
            slots = new int[capacity];
            counts = new int[capacity];
            taken = new int[capacity];
        } else {
            Arrays.fill(slots, 0, capacity, 0);
        }
        size = 0;
        int mask = capacity - 1;
        for (int number : numbers) {
            int at = number & mask;
            while (slots[at] != 0 && slots[at] != number + 1) {
                at = (at + 1) & mask;
            }
            if (slots[at] == 0) {
                slots[at] = number + 1;
                counts[at] = 0;
                taken[size++] = at;
            }
            counts[at]++;
        }
        return this;
    }

    /** How many distinct numbers there are. */
    int size() {
        return size;
    }

    /** A distinct number, in the order in which they were first met. */
    int number(int place) {
        return slots[taken[place]] - 1;
    }

    /** How often {@link #number} occurs. */
    int count(int place) {
        return counts[taken[place]];
    }
}
