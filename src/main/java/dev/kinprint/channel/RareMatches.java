package dev.kinprint.channel;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

    /** Two values for each shared feature, all 0 between two scores: made for every score they would fill the heap. */
    private final ThreadLocal<double[][]> scratch;

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
        this.scratch = ThreadLocal.withInitial(() -> new double[2][sharedCount]);
    }

    @Override
    public Aggregate aggregate(Weights weights) {
        double scale = 0;
        int drawn = 0;
        for (int q = 0; q < weights.questions(); q++) {
            scale += weights.question(q);
            drawn += weights.question(q) > 0 ? 1 : 0;
        }
        return new Scored(weights, LEAST_ANSWERS * (drawn == 0 ? 1 : scale / drawn) * (1 - 1e-9));
    }

    private static double damped(double sum) {
        return sum <= 1 ? 1 : 1 + StrictMath.log(sum);
    }

    /** The places of the features that a model uses under the weights, ascending. */
    private int[] places(int member, Weights weights) {
        Usage used = usage.get(member);
        int[] places = new int[used.size()];
        int size = 0;
        for (int k = 0; k < used.size(); k++) {
            if (used.weighted(k, weights) > 0) {
                places[size++] = shared[used.feature(k)];
            }
        }
        return size == places.length ? places : Arrays.copyOf(places, size);
    }

    /** How much each of those features counts for the model. */
    private double[] damped(int member, Weights weights, int size) {
        Usage used = usage.get(member);
        double[] damped = new double[size];
        int at = 0;
        for (int k = 0; k < used.size(); k++) {
            double sum = used.weighted(k, weights);
            if (sum > 0) {
                damped[at++] = damped(sum);
            }
        }
        return damped;
    }

    private final class Scored implements Aggregate {
        private final Weights weights;
        private final int[][] places;
        private final boolean[] enough;
        private final double[] weight;
        private final double[] holders;
        private double total;

        /** Only of models that are scored: in a bootstrap draw those are few, and logarithms are dear. */
        private final AtomicReferenceArray<double[]> damped;

        Scored(Weights weights, double least) {
            int members = counts.members();
            this.weights = weights;
            this.places = new int[members][];
            this.enough = new boolean[members];
            this.weight = new double[members];
            this.holders = new double[sharedCount];
            this.damped = new AtomicReferenceArray<>(members);
            IntStream.range(0, members).parallel().forEach(m -> {
                places[m] = RareMatches.this.places(m, weights);
                enough[m] = counts.answered(m, weights) >= least;
            });
            for (int m = 0; m < members; m++) {
                weight[m] = enough[m] ? weights.member(m) : 0;
                total += weight[m];
                for (int place : places[m]) {
                    if (place >= 0) {
                        holders[place] += weight[m];
                    }
                }
            }
        }

        /** Made when it is first asked for; two threads may both make it, and make the same. */
        private double[] damped(int member) {
            double[] known = damped.get(member);
            if (known == null) {
                known = RareMatches.this.damped(member, weights, places[member].length);
                damped.set(member, known);
            }
            return known;
        }

        @Override
        public OptionalDouble score(int i, int j, Reference reference) {
            if (!enough[i] || !enough[j] || reference.size() < 3) {
                return OptionalDouble.empty();
            }
            double[] held = scratch.get()[0];
            double[] left = scratch.get()[1];
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
            OptionalDouble score =
                    rest <= 1e-9 * total ? OptionalDouble.empty() : cosine(i, j, held, left, rest, reference);
            for (int k = 0; k < reference.excludedCount(); k++) {
                clear(held, places[reference.excluded(k)]);
            }
            clear(left, places[i]);
            return score;
        }

        private static void clear(double[] values, int[] places) {
            for (int place : places) {
                if (place >= 0) {
                    values[place] = 0;
                }
            }
        }

        private OptionalDouble cosine(int i, int j, double[] held, double[] left, double rest, Reference reference) {
            // One unit of weight is the mean background model, so that the rarest feature weighs ln(1 + size).
            Rarity rarity = new Rarity(rest / reference.size(), reference.size());
            double[] dampedI = damped(i);
            double lengthI = 0;
            for (int k = 0; k < places[i].length; k++) {
                double value = dampedI[k] * rarity.of(background(i, places[i][k], held, reference));
                lengthI += value * value;
                if (places[i][k] >= 0) {
                    left[places[i][k]] = value;
                }
            }
            double[] dampedJ = damped(j);
            double dot = 0;
            double lengthJ = 0;
            for (int k = 0; k < places[j].length; k++) {
                double value = dampedJ[k] * rarity.of(background(j, places[j][k], held, reference));
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
