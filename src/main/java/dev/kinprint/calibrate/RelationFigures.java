package dev.kinprint.calibrate;

import dev.kinprint.stats.Interval;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one relation.
 *
 * @param relation SD, S, D, SD-same-base, SD-taught, SD-co-students, SD-distant, T-family or T-any
 * @param counts how many of what, by name
 * @param measures estimates with their 95 % intervals, by name; one that cannot be estimated is absent
 */
public record RelationFigures(
        String relation, SortedMap<String, Integer> counts, SortedMap<String, Interval> measures) {
    /** Copies the maps. */
    public RelationFigures {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) counts));
        measures = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Interval>) measures));
    }
}
