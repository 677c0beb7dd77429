package dev.kinprint.collect;

import dev.kinprint.archive.Spend;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a collection ended.
 *
 * @param ended why it ended
 * @param cells how many cells are planned
 * @param stored how many of them hold an answer
 * @param inDoubt how many may have been paid for and hold no whole answer
 * @param rejected how many the vendor will not answer
 * @param asked how many calls were made this time
 * @param halted models that are asked no more, each with the reason
 * @param spend what the run has cost so far
 */
public record CollectSummary(
        Ended ended,
        int cells,
        int stored,
        int inDoubt,
        int rejected,
        int asked,
        SortedMap<String, String> halted,
        Spend spend) {

    /** Why a collection ended. */
    public enum Ended {
        /** Nothing is left that may be asked. */
        COMPLETE,
        /** Someone stopped it. */
        STOPPED,
        /** The next call could pass the budget. */
        BUDGET,
        /** The number of calls is used up. */
        CALLS,
        /** The time is up. */
        DEADLINE,
        /** The archive cannot be written; answers in flight at that moment are in doubt. */
        STORAGE
    }

    /** Copies the map. */
    public CollectSummary {
        halted = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) halted));
    }

    /** Cells that have no answer and can still get one by giving the same command again. */
    public int open() {
        return cells - stored - inDoubt - rejected;
    }
}
