package dev.kinprint.channel;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The background of one pair: all models of the corpus but the excluded ones, which are the pair itself, its kin, and
 * as many others as make all backgrounds equally large.
 */
public final class Reference {
    private final int[] excluded;
    private final BitSet out = new BitSet();
    private final int size;

    /**
     * The background of a corpus without some models.
     *
     * @param members how many models the corpus holds
     * @param excluded the positions of the models left out
     */
    public Reference(int members, int... excluded) {
        this.excluded = Arrays.stream(excluded).sorted().distinct().toArray();
        if (this.excluded.length > 0 && (this.excluded[0] < 0 || this.excluded[this.excluded.length - 1] >= members)) {
            throw new IllegalArgumentException("excluded: a position outside 0.." + (members - 1));
        }
        Arrays.stream(this.excluded).forEach(out::set);
        this.size = members - this.excluded.length;
    }

    /** How many models the background holds. */
    public int size() {
        return size;
    }

    /** How many models are left out. */
    public int excludedCount() {
        return excluded.length;
    }

    /** The position of the k-th model left out; ascending in k. */
    public int excluded(int k) {
        return excluded[k];
    }

    /** Whether a model belongs to the background. */
    public boolean holds(int member) {
        return !out.get(member);
    }
}
