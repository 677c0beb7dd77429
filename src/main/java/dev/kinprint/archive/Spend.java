package dev.kinprint.archive;

/**
 * What a run has cost so far, in billionths of a US dollar.
 *
 * @param settled the cost of stored answers
 * @param reserved the worst cost of calls that are in flight, cut off or in doubt
 * @param calls how many requests left or may have left this machine
 */
public record Spend(long settled, long reserved, long calls) {
    /** What counts against a budget. */
    public long total() {
        return Math.addExact(settled, reserved);
    }
}
