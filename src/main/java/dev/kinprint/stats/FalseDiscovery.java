package dev.kinprint.stats;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which of many hypotheses to reject, so that the expected share of false ones among them stays under a level. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted p-values of Benjamini and Hochberg (1995), for independent or positively dependent tests: rejecting those
     * at most q keeps the expected share of false rejections at most q.
     *
     * @param pValues from 0 to 1
     * @return in the same order
     */
    public static double[] adjusted(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("pValues: " + p + " is not from 0 to 1");
            }
        }
        int[] order = order(pValues, Comparator.naturalOrder());
        double[] adjusted = new double[pValues.length];
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int at = order[rank - 1];
            least = Math.min(least, pValues[at] * order.length / rank);
            adjusted[at] = least;
        }
        return adjusted;
    }

    /**
     * The hypotheses that the e-BH procedure rejects (Wang and Ramdas 2022): the k with the greatest e-values, for the
     * greatest k whose least e-value is at least n/(k·level). It holds under any dependence.
     *
     * @param eValues at least 0 each
     * @param level the expected share of false rejections, between 0 and 1
     * @return positions in {@code eValues}
     */
    public static SortedSet<Integer> byEValues(double[] eValues, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + " is not between 0 and 1");
        }
        for (double e : eValues) {
            if (!(e >= 0)) {
                throw new IllegalArgumentException("eValues: " + e + " is under 0");
            }
        }
        int[] order = order(eValues, Comparator.reverseOrder());
        int rejected = 0;
        for (int k = 1; k <= order.length; k++) {
            if (eValues[order[k - 1]] >= order.length / (k * level)) {
                rejected = k;
            }
        }
        TreeSet<Integer> found = new TreeSet<>();
        IntStream.range(0, rejected).forEach(k -> found.add(order[k]));
        return found;
    }

    private static int[] order(double[] values, Comparator<Double> by) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer, Double>comparing(i -> values[i], by)
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
