package dev.kinprint.trace;

import dev.kinprint.json.Json;
import dev.kinprint.stats.Interval;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found, and what was there.
 *
 * @param right how many of what was found are true
 * @param found how many were found
 * @param there how many there are to find
 */
record Tally(long right, long found, long there) {
    private static final double NORMAL = 1.959964;

    static final Tally NONE = new Tally(0, 0, 0);

    /** Checks the order. */
    Tally {
        if (right < 0 || right > found || there < 0) {
            throw new IllegalArgumentException("right, found, there: " + right + ", " + found + ", " + there);
        }
    }

    static Tally of(Collection<String> found, Collection<String> there) {
        Set<String> truth = new HashSet<>(there);
        return new Tally(found.stream().filter(truth::contains).count(), found.size(), truth.size());
    }

    Tally plus(Tally other) {
        return new Tally(right + other.right, found + other.found, there + other.there);
    }

    /** The part of what was found that is true; empty where nothing was found. */
    Optional<Double> precision() {
        return found == 0 ? Optional.empty() : Optional.of((double) right / found);
    }

    /** The part of what is there that was found; empty where nothing is. */
    Optional<Double> recall() {
        return there == 0 ? Optional.empty() : Optional.of((double) right / there);
    }

    /**
     * The 95 % score interval of a part (Wilson 1927), as if each case were drawn by itself; cases of one world are more
     * alike, so it is too narrow.
     */
    static Interval interval(long hits, long of) {
        double share = (double) hits / of;
        double square = NORMAL * NORMAL / of;
        double middle = (share + square / 2) / (1 + square);
        double half = NORMAL * Math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square);
        return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    Json.Obj json() {
        return Json.object(
                "right",
                right,
                "found",
                found,
                "there",
                there,
                "precision",
                precision(),
                "precisionInterval",
                found == 0 ? Optional.empty() : Optional.of(ends(interval(right, found))),
                "recall",
                recall(),
                "recallInterval",
                there == 0 ? Optional.empty() : Optional.of(ends(interval(right, there))));
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
