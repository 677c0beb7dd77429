package dev.kinprint.channel;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Cosine of the features that two models use, each weighted by {@code 1 + ln(count)} and by the logarithm of how rare it
 * is among the models of the reference set. A feature that only the pair shares weighs most.
 */
final class RareMatches implements Profile {
    private static final double LEAST_ANSWERS = 5;

    private final SparseCounts counts;
    private final List<Usage> usage;

    /** For each feature that several models use a place, and −1 for others: what one model alone uses cannot match. */
    private final int[] shared;

    private final int sharedCount;

    RareMatches(SparseCounts counts) {
        this.counts = counts;
        this.usage = IntStream.range(0, counts.members())
                .parallel()
                .mapToObj(counts::usage)
                .toList();
        int[] users = new int[counts.features()];
        for (Usage one : usage) {
            for (int k = 0; k < one.size(); k++) {
                users[one.feature(k)]++;
            }
        }
        this.shared = new int[users.length];
        int places = 0;
        for (int f = 0; f < users.length; f++) {
            shared[f] = users[f] > 1 ? places++ : -1;
        }
        this.sharedCount = places;
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
        int[][] places = new int[members][];
        double[][] damped = new double[members][];
        boolean[] enough = new boolean[members];
        IntStream.range(0, members).parallel().forEach(m -> {
            Usage used = usage.get(m);
            int[] place = new int[used.size()];
            double[] value = new double[used.size()];
            int size = 0;
            for (int k = 0; k < used.size(); k++) {
                double sum = used.weighted(k, weights);
                if (sum > 0) {
                    place[size] = shared[used.feature(k)];
                    value[size++] = damped(sum);
                }
            }
            places[m] = Arrays.copyOf(place, size);
            damped[m] = Arrays.copyOf(value, size);
            enough[m] = counts.answered(m, weights) >= least;
        });
        return new Scored(places, damped, enough, weights, sharedCount);
    }

    private static double damped(double sum) {
        return sum <= 1 ? 1 : 1 + StrictMath.log(sum);
    }

    private static final class Scored implements Aggregate {
        private final int[][] places;
        private final double[][] damped;
        private final boolean[] enough;
        private final double[] weight;
        private final double[] holders;
        private double total;

        Scored(int[][] places, double[][] damped, boolean[] enough, Weights weights, int shared) {
            this.places = places;
            this.damped = damped;
            this.enough = enough;
            this.weight = new double[places.length];
            this.holders = new double[shared];
            for (int m = 0; m < places.length; m++) {
                weight[m] = enough[m] ? weights.member(m) : 0;
                total += weight[m];
                for (int place : places[m]) {
                    if (place >= 0) {
                        holders[place] += weight[m];
                    }
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
                for (int place : places[x]) {
                    if (place >= 0) {
                        held[place] += weight[x];
                    }
                }
            }
            if (rest <= 1e-9 * total) {
                return OptionalDouble.empty();
            }
            // One unit of weight is the mean background model, so that the rarest feature weighs ln(1 + size).
            Rarity rarity = new Rarity(rest / reference.size(), reference.size());
            double[] left = new double[holders.length];
            double lengthI = 0;
            for (int k = 0; k < places[i].length; k++) {
                double value = damped[i][k] * rarity.of(background(i, places[i][k], held, reference));
                lengthI += value * value;
                if (places[i][k] >= 0) {
                    left[places[i][k]] = value;
                }
            }
            double dot = 0;
            double lengthJ = 0;
            for (int k = 0; k < places[j].length; k++) {
                double value = damped[j][k] * rarity.of(background(j, places[j][k], held, reference));
                lengthJ += value * value;
                if (places[j][k] >= 0) {
                    dot += value * left[places[j][k]];
                }
            }
            return lengthI <= 0 || lengthJ <= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(dot / Math.sqrt(lengthI * lengthJ));
        }

        /** The weight of the background models that hold a feature of a model. */
        private double background(int member, int place, double[] held, Reference reference) {
            if (place < 0) {
                return reference.holds(member) ? weight[member] : 0;
            }
            return Math.max(0, holders[place] - held[place]);
        }
    }

    /** How much a feature weighs by how many background models hold it. */
    private static final class Rarity {
        private final double unit;
        private final int size;
        private final double greatest;

        Rarity(double unit, int size) {
            this.unit = unit;
            this.size = size;
            this.greatest = StrictMath.log((1 + size) / 1.0);
        }

        double of(double weight) {
            // Most features are held by nobody else, and logarithms are dear.
            return weight == 0 ? greatest : StrictMath.log((1 + size) / (1 + weight / unit));
        }
    }
}
