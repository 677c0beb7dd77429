package dev.kinprint.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number for each question, by the question's id.
 *
 * <p>Numbers are rounded to four decimals, as files hold them, so that a figure and its stored twin are equal.
 */
public record Series(SortedMap<String, Double> byQuestion) {
    private static final int DECIMALS = 4;

    /** Copies, rounds, and refuses numbers that are not finite. */
    public Series {
        SortedMap<String, Double> rounded = new TreeMap<>();
        byQuestion.forEach((question, value) -> rounded.put(
                question,
                BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue()));
        byQuestion = Collections.unmodifiableSortedMap(rounded);
    }

    /** The differences to another series, on the questions that both have. */
    public Series minus(Series other) {
        SortedMap<String, Double> apart = new TreeMap<>();
        for (Map.Entry<String, Double> one : byQuestion.entrySet()) {
            Double theirs = other.byQuestion.get(one.getKey());
            if (theirs != null) {
                apart.put(one.getKey(), one.getValue() - theirs);
            }
        }
        return new Series(apart);
    }

    /** How many questions there are. */
    public int size() {
        return byQuestion.size();
    }

    /** The numbers in the order of their questions. */
    public double[] values() {
        return byQuestion.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
