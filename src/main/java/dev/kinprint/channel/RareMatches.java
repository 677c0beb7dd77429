package dev.kinprint.channel;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Cosine of the features that two models use, each weighted by {@code 1 + ln(count)} and by the logarithm of how rare it
 * is among the models of the reference set. A feature that only the pair shares weighs most.
 */
final class RareMatches implements Profile {
    private static final double LEAST_ANSWERS = 5;

    private final SparseCounts counts;

    RareMatches(SparseCounts counts) {
        this.counts = counts;
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        int members = counts.members();
        double scale = 0;
        int drawn = 0;
        for (int q = 0; q < weights.questions(); q++) {
            scale += weights.question(q);
            drawn += weights.question(q) > 0 ? 1 : 0;
        }
        double least = LEAST_ANSWERS * (drawn == 0 ? 1 : scale / drawn) * (1 - 1e-9);
        int[][] ids = new int[members][];
        double[][] damped = new double[members][];
        boolean[] enough = new boolean[members];
        IntStream.range(0, members).parallel().forEach(m -> {
            double[] sum = counts.weighted(m, weights);
            ids[m] = IntStream.range(0, sum.length).filter(f -> sum[f] > 0).toArray();
            damped[m] = new double[ids[m].length];
            for (int k = 0; k < ids[m].length; k++) {
                damped[m][k] = 1 + StrictMath.log(Math.max(1, sum[ids[m][k]]));
            }
            enough[m] = counts.answered(m, weights) >= least;
        });
        return new Scored(ids, damped, enough, weights, counts.features());
    }

    private static final class Scored implements Aggregate {
        private final int[][] ids;
        private final double[][] damped;
        private final boolean[] enough;
        private final double[] weight;
        private final double[] holders;
        private double total;

        Scored(int[][] ids, double[][] damped, boolean[] enough, Weights weights, int features) {
            this.ids = ids;
            this.damped = damped;
            this.enough = enough;
            this.weight = new double[ids.length];
            this.holders = new double[features];
            for (int m = 0; m < ids.length; m++) {
                weight[m] = enough[m] ? weights.member(m) : 0;
                total += weight[m];
                for (int f : ids[m]) {
                    holders[f] += weight[m];
                }
            }
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            if (!enough[i] || !enough[j] || reference.size() < 3) {
                return OptionalDouble.empty();
            }
            double[] held = new double[holders.length];
            double rest = total;
            for (int k = 0; k < reference.excludedCount(); k++) {
                int x = reference.excluded(k);
                rest -= weight[x];
                for (int f : ids[x]) {
                    held[f] += weight[x];
                }
            }
            if (rest <= 1e-9 * total) {
                return OptionalDouble.empty();
            }
            // One unit of weight is the mean background model, so that the rarest feature weighs ln(1 + size).
            double unit = rest / reference.size();
            double[] left = new double[holders.length];
            double lengthI = 0;
            for (int k = 0; k < ids[i].length; k++) {
                int f = ids[i][k];
                left[f] = damped[i][k] * rarity(f, held, unit, reference.size());
                lengthI += left[f] * left[f];
            }
            double dot = 0;
            double lengthJ = 0;
            for (int k = 0; k < ids[j].length; k++) {
                int f = ids[j][k];
                double right = damped[j][k] * rarity(f, held, unit, reference.size());
                lengthJ += right * right;
                dot += right * left[f];
            }
            return lengthI <= 0 || lengthJ <= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(dot / Math.sqrt(lengthI * lengthJ));
        }

        private double rarity(int feature, double[] held, double unit, int size) {
            double models = Math.max(0, holders[feature] - held[feature]) / unit;
            return StrictMath.log((1 + size) / (1 + models));
        }
    }
}
