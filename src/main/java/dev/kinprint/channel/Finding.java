package dev.kinprint.channel;

import java.util.Optional;

/**
 * What a side test found for a pair.
 *
 * @param value the value in the test's unit; empty where there is too little data
 * @param pValue the p-value, above 0 and at most 1; empty for mere observations and where there is too little data
 * @param units how many questions it rests on
 * @param words the finding, or what is missing, as a plain sentence
 */
public record Finding(Optional<Double> value, Optional<Double> pValue, int units, String words) {
    /** Refuses numbers out of range, and a p-value without a value. */
    public Finding {
        value.ifPresent(number -> {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("value: " + number);
            }
        });
        pValue.ifPresent(p -> {
            if (!(p > 0 && p <= 1) || value.isEmpty()) {
                throw new IllegalArgumentException("pValue: " + p + " with the value " + value);
            }
        });
    }

    static Finding silent(int units, String why) {
        return new Finding(Optional.empty(), Optional.empty(), units, why);
    }
}
