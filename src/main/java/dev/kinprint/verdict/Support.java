package dev.kinprint.verdict;

import java.util.SortedMap;
import java.util.TreeMap;

/** The verbal scale of ENFSI's 2015 guideline for evaluative reporting, by the likelihood ratio it stands for. */
public enum Support {
    /** No ratio may be printed. */
    INSUFFICIENT_DATA("insufficient data", Double.NaN),
    /** Between 1/2 and 2. */
    NONE("no support", 1),
    /** 2 to 10. */
    WEAK("weak support", 2),
    /** 10 to 100. */
    MODERATE("moderate support", 10),
    /** 100 to 1,000. */
    MODERATELY_STRONG("moderately strong support", 100),
    /** 1,000 to 10,000. */
    STRONG("strong support", 1_000),
    /** Over 10,000. */
    VERY_STRONG("very strong support", 10_000);

    private final String words;
    private final double from;

    Support(String words, double from) {
        this.words = words;
        this.from = from;
    }

    /** The words of the scale. */
    public String words() {
        return words;
    }

    /** From which ratio on each step is earned, by its words. */
    public static SortedMap<String, Double> scale() {
        SortedMap<String, Double> scale = new TreeMap<>();
        for (Support step : values()) {
            if (step != INSUFFICIENT_DATA) {
                scale.put(step.words, step.from);
            }
        }
        return scale;
    }

    /** The step for a log10 likelihood ratio, by its distance from 0 in either direction. */
    public static Support of(double log10Lr) {
        double ratio = StrictMath.pow(10, Math.abs(log10Lr)) * (1 + 1e-9);
        Support reached = NONE;
        for (Support step : values()) {
            if (step != INSUFFICIENT_DATA && ratio >= step.from) {
                reached = step;
            }
        }
        return reached;
    }
}
