package dev.kinprint.compare;

import dev.kinprint.channel.Aggregate;
import dev.kinprint.channel.Profile;
import dev.kinprint.channel.QuestionMean;
import dev.kinprint.channel.Weights;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Bootstrap draws of normalised scores: questions and the labs of the background are drawn anew with replacement, the
 * same draws for all pairs. Channels that tell the parts of their scores question by question
 * ({@link Aggregate#byQuestion}) are not worked out anew: there the drawn labs enter by the normalisation alone.
 */
public final class Resampling {
    private final Comparison comparison;
    private final List<Pair> pairs;
    private final List<Weights> draws;
    private final Map<String, List<Row>> drawn = new TreeMap<>();

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

    private List<Row> draw(String channel) {
        Optional<Profile> profile = comparison.profiles().of(channel);
        if (profile.isEmpty()) {
            return List.of();
        }
        Optional<List<QuestionMean>> parts = parts(channel, profile.get());
        return draws.parallelStream()
                .map(weights -> {
                    Comparison.Normaliser normaliser = comparison.normaliser(channel, members(weights));
                    if (parts.isPresent()) {
                        return scores(normaliser, p -> parts.get().get(p).under(weights));
                    }
                    try (Aggregate aggregate = profile.get().aggregate(weights)) {
                        return scores(normaliser, scored(channel, aggregate));
                    }
                })
                .toList();
    }

    /** Gives the raw score of a pair by its place. */
    private interface Raw {
        OptionalDouble score(int place);
    }

    private Raw scored(String channel, Aggregate aggregate) {
        return p -> {
            Pair pair = pairs.get(p);
            return aggregate.score(
                    pair.suspect(), pair.candidate(), comparison.background(channel, pair.suspect(), pair.candidate()));
        };
    }

    /** The parts of the pairs' scores under undrawn weights; empty where the channel has none. */
    private Optional<List<QuestionMean>> parts(String channel, Profile profile) {
        double[] questions = new double[comparison.corpus().questions().size()];
        Arrays.fill(questions, 1);
        Aggregate aggregate = profile.aggregate(new Weights(questions, comparison.labWeights()));
        List<QuestionMean> parts = pairs.parallelStream()
                .flatMap(pair -> aggregate
                        .byQuestion(
                                pair.suspect(),
                                pair.candidate(),
                                comparison.background(channel, pair.suspect(), pair.candidate()))
                        .stream())
                .toList();
        return parts.size() == pairs.size() ? Optional.of(parts) : Optional.empty();
    }

    private static double[] members(Weights weights) {
        return IntStream.range(0, weights.members())
                .mapToDouble(weights::member)
                .toArray();
    }

    private Row scores(Comparison.Normaliser normaliser, Raw raw) {
        Row z = new Row(pairs.size());
        for (int p = 0; p < pairs.size(); p++) {
            OptionalDouble score = raw.score(p);
            if (score.isPresent()) {
                z.set(p, normaliser.z(pairs.get(p).suspect(), pairs.get(p).candidate(), score.getAsDouble()));
            }
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
        List<Row> found = drawn.computeIfAbsent(channel, this::draw);
        return found.isEmpty() ? OptionalDouble.empty() : found.get(draw).get(pair);
    }
}
