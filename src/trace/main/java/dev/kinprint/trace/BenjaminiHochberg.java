package dev.kinprint.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Adjusts p-values for the rate of false discoveries (Benjamini and Hochberg 1995). */
final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** The adjusted values, in the order of the given ones. */
    static List<Double> adjusted(List<Double> ps) {
        int n = ps.size();
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -ps.get(i)))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(n, 1.0));
        double least = 1;
        for (int k = 0; k < n; k++) {
            least = Math.min(least, ps.get(order.get(k)) * n / (n - k));
            adjusted.set(order.get(k), least);
        }
        return adjusted;
    }
}
