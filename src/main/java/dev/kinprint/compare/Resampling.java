package dev.kinprint.compare;

import dev.kinprint.channel.Aggregate;
import dev.kinprint.channel.Weights;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Bootstrap draws of normalised scores: questions and the labs of the background are drawn anew with replacement, the
 * same draws for all pairs.
 */
public final class Resampling {
    private final List<Map<String, OptionalDouble[]>> draws;

    private Resampling(List<Map<String, OptionalDouble[]>> draws) {
        this.draws = draws;
    }

    /**
     * Draws anew.
     *
     * @param comparison the point estimates; a pair is normalised against its background's scores there
     * @param pairs the pairs wanted
     * @param count how many draws
     * @param seed decides the draws
     */
    public static Resampling of(Comparison comparison, List<Pair> pairs, int count, long seed) {
        List<Map<String, OptionalDouble[]>> draws = IntStream.range(0, count)
                .parallel()
                .mapToObj(b -> draw(comparison, pairs, new Draws(seed, b)))
                .toList();
        return new Resampling(draws);
    }

    private static Map<String, OptionalDouble[]> draw(Comparison comparison, List<Pair> pairs, Draws random) {
        Corpus corpus = comparison.corpus();
        double[] questions = random.bootstrap(corpus.questions().size());
        double[] members = drawLabs(comparison, random);
        Weights weights = new Weights(questions, members);
        Map<String, OptionalDouble[]> found = new TreeMap<>();
        for (String channel : comparison.channels()) {
            Aggregate aggregate =
                    comparison.profiles().of(channel).orElseThrow().aggregate(weights);
            Comparison.Normaliser normaliser = comparison.normaliser(channel, members);
            OptionalDouble[] z = new OptionalDouble[pairs.size()];
            for (int p = 0; p < z.length; p++) {
                int i = pairs.get(p).suspect();
                int j = pairs.get(p).candidate();
                OptionalDouble score = aggregate.score(i, j, comparison.background(channel, i, j));
                z[p] = score.isEmpty() ? score : normaliser.z(i, j, score.getAsDouble());
            }
            found.put(channel, z);
        }
        return found;
    }

    /** The background weight of each model when labs are drawn with replacement. */
    private static double[] drawLabs(Comparison comparison, Draws random) {
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
        OptionalDouble[] found = draws.get(draw).get(channel);
        return found == null ? OptionalDouble.empty() : found[pair];
    }
}
