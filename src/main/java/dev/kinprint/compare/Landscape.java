package dev.kinprint.compare;

import dev.kinprint.channel.Aggregate;
import dev.kinprint.channel.Weights;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far apart some models are on a group of channels: for each pair 1 less the mean of its scores there, and at least
 * 0. A model that lacks a score with another is left out, so that the distances are whole.
 */
public final class Landscape {
    private static final int LEAST = 3;

    private final Comparison comparison;
    private final List<String> channels;
    private final List<Integer> members;
    private final double[][] distances;

    private Landscape(Comparison comparison, List<String> channels, List<Integer> members, double[][] distances) {
        this.comparison = comparison;
        this.channels = channels;
        this.members = members;
        this.distances = distances;
    }

    /** Gives the score of a pair of models on one channel. */
    private interface Pairs {
        OptionalDouble score(String channel, int i, int j);
    }

    /**
     * The distances between some models.
     *
     * @param channels channels of the comparison whose scores are at most 1, at least one
     * @param members positions of models in the corpus
     * @return empty where fewer than three models have scores with each other
     */
    public static Optional<Landscape> of(Comparison comparison, List<String> channels, List<Integer> members) {
        List<Integer> kept = new ArrayList<>(members);
        while (kept.size() >= LEAST) {
            Optional<double[][]> whole = distances(channels, kept, comparison::score);
            if (whole.isPresent()) {
                return Optional.of(new Landscape(comparison, channels, List.copyOf(kept), whole.get()));
            }
            kept.remove(thinnest(comparison, channels, kept));
        }
        return Optional.empty();
    }

    /** The models that have distances, in the order given. */
    public List<Integer> members() {
        return members;
    }

    /** The distances, by place in {@link #members}. */
    public double[][] distances() {
        double[][] copy = new double[distances.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = distances[i].clone();
        }
        return copy;
    }

    /**
     * The same distances where questions and the labs of the background are drawn anew. Draws in which a pair has too
     * little data are left out.
     *
     * @param count how many draws are made
     * @param seed decides the draws
     */
    public List<double[][]> draws(int count, long seed) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(b -> draw(new Draws(seed, b)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<double[][]> draw(Draws random) {
        double[] questions = random.bootstrap(comparison.corpus().questions().size());
        Weights weights = new Weights(questions, Resampling.drawLabs(comparison, random));
        List<Aggregate> aggregates = channels.stream()
                .map(channel -> comparison.profiles().of(channel).orElseThrow().aggregate(weights))
                .toList();
        Optional<double[][]> drawn = distances(channels, members, (channel, i, j) -> aggregates
                .get(channels.indexOf(channel))
                .score(i, j, comparison.background(i, j)));
        aggregates.forEach(Aggregate::close);
        return drawn;
    }

    private static Optional<double[][]> distances(List<String> channels, List<Integer> members, Pairs pairs) {
        double[][] found = new double[members.size()][members.size()];
        for (int a = 0; a < found.length; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (String channel : channels) {
                    OptionalDouble score = pairs.score(channel, members.get(b), members.get(a));
                    if (score.isEmpty()) {
                        return Optional.empty();
                    }
                    sum += score.getAsDouble();
                }
                found[a][b] = Math.max(0, 1 - sum / channels.size());
                found[b][a] = found[a][b];
            }
        }
        return Optional.of(found);
    }

    /** The place of the model that lacks most scores, the last of several. */
    private static int thinnest(Comparison comparison, List<String> channels, List<Integer> members) {
        int worst = 0;
        long most = -1;
        for (int a = 0; a < members.size(); a++) {
            int model = members.get(a);
            long lacking = members.stream()
                    .filter(other -> other != model
                            && channels.stream().anyMatch(channel -> comparison
                                    .score(channel, model, other)
                                    .isEmpty()))
                    .count();
            if (lacking >= most) {
                most = lacking;
                worst = a;
            }
        }
        return worst;
    }
}
