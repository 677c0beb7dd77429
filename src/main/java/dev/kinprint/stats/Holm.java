package dev.kinprint.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction for several tests (1979), which holds the chance of any false finding whatever the tests share. */
public final class Holm {
    private Holm() {}

    /** The adjusted p-values, in the order of the given ones: as R's {@code p.adjust(p, "holm")}. */
    public static double[] adjust(double... p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p: not from 0 to 1: " + value);
            }
        }
        List<Integer> ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double highest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int i = ascending.get(rank);
            highest = Math.max(highest, Math.min(1, p[i] * (p.length - rank)));
            adjusted[i] = highest;
        }
        return adjusted;
    }
}
