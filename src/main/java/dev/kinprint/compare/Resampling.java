package dev.kinprint.compare;

import dev.kinprint.channel.Aggregate;
import dev.kinprint.channel.Profile;
import dev.kinprint.channel.Weights;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Bootstrap draws of normalised scores: questions and the labs of the background are drawn anew with replacement, the
 * same draws for all pairs.
 */
public final class Resampling {
    private final Comparison comparison;
    private final List<Pair> pairs;
    private final List<Weights> draws;
    private final Map<String, List<OptionalDouble[]>> drawn = new TreeMap<>();

    private Resampling(Comparison comparison, List<Pair> pairs, List<Weights> draws) {
        this.comparison = comparison;
        this.pairs = List.copyOf(pairs);
        this.draws = draws;
    }

    /**
     * Draws anew. A channel is scored when it is first asked for, so that what enters no ratio costs nothing.
     *
     * @param comparison the point estimates; a pair is normalised against its background's scores there
     * @param pairs the pairs wanted
     * @param count how many draws
     * @param seed decides the draws
     */
    public static Resampling of(Comparison comparison, List<Pair> pairs, int count, long seed) {
        List<Weights> draws = IntStream.range(0, count)
                .mapToObj(b -> weights(comparison, new Draws(seed, b)))
                .toList();
        return new Resampling(comparison, pairs, draws);
    }

    private static Weights weights(Comparison comparison, Draws random) {
        double[] questions = random.bootstrap(comparison.corpus().questions().size());
        return new Weights(questions, drawLabs(comparison, random));
    }

    private List<OptionalDouble[]> draw(String channel) {
        Optional<Profile> profile = comparison.profiles().of(channel);
        return profile.isEmpty()
                ? List.of()
                : draws.parallelStream()
                        .map(weights -> draw(channel, profile.get(), weights))
                        .toList();
    }

    private OptionalDouble[] draw(String channel, Profile profile, Weights weights) {
        Aggregate aggregate = profile.aggregate(weights);
        double[] members = IntStream.range(0, weights.members())
                .mapToDouble(weights::member)
                .toArray();
        OptionalDouble[] z = new OptionalDouble[pairs.size()];
        for (int p = 0; p < z.length; p++) {
            int i = pairs.get(p).suspect();
            int j = pairs.get(p).candidate();
            OptionalDouble score = aggregate.score(i, j, comparison.background(i, j));
            z[p] = score.isEmpty() ? score : comparison.normalise(channel, i, j, score.getAsDouble(), members);
        }
        return z;
    }

    /** The background weight of each model when labs are drawn with replacement. */
    static double[] drawLabs(Comparison comparison, Draws random) {
        double[] weights = comparison.labWeights();
        Map<String, Integer> numbers = new TreeMap<>();
        List<Integer> lab = new ArrayList<>();
        for (int m = 0; m < weights.length; m++) {
            String name = comparison.kinship().lab(m).orElse("model:" + m);
            numbers.putIfAbsent(name, numbers.size());
            lab.add(numbers.get(name));
        }
        double[] often = random.bootstrap(numbers.size());
        for (int m = 0; m < weights.length; m++) {
            weights[m] *= often[lab.get(m)];
        }
        return weights;
    }

    /** How many draws there are. */
    public int size() {
        return draws.size();
    }

    /**
     * The normalised score of a pair in one draw; empty where the data do not suffice in it.
     *
     * @param draw from 0
     * @param channel a channel of the comparison
     * @param pair the place of the pair in the list that was drawn for
     */
    public OptionalDouble z(int draw, String channel, int pair) {
        List<OptionalDouble[]> found = drawn.computeIfAbsent(channel, this::draw);
        return found.isEmpty() ? OptionalDouble.empty() : found.get(draw)[pair];
    }
}
