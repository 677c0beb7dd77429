package dev.kinprint.compare;

import dev.kinprint.channel.Aggregate;
import dev.kinprint.channel.LabWeights;
import dev.kinprint.channel.Profile;
import dev.kinprint.channel.Profiles;
import dev.kinprint.channel.Reference;
import dev.kinprint.channel.Weights;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Every pair of models on every channel, each against its own background.
 *
 * <p>Beside the raw score stands its normalised form z: by how many standard deviations the pair's score exceeds the
 * scores that each of the two has with the models of the pair's background, the mean of both (the symmetric score
 * normalisation of speaker verification, Shum et al. 2010). A model that resembles everybody gains nothing by it, and
 * no parameter belongs to any one candidate.
 *
 * <p>Channels that rank the candidates of a suspect have directed scores, from suspect to candidate, under one background
 * for all candidates. Their z is taken over the scores of all unrelated pairs of the background alike, so that it keeps
 * the ranking.
 */
public final class Comparison {
    private static final double LEAST_EFFECTIVE = 3;

    private final Profiles profiles;
    private final Kinship kinship;
    private final Backgrounds backgrounds;
    private final double[] labWeights;
    private final Set<Integer> outside;
    private final Map<String, Scores> scores = new TreeMap<>();
    private final Map<String, Scores> normalised = new TreeMap<>();

    private Comparison(
            Profiles profiles,
            Kinship kinship,
            Set<Integer> outside,
            Backgrounds backgrounds,
            double[] questionWeights) {
        this.profiles = profiles;
        this.kinship = kinship;
        this.outside = Set.copyOf(outside);
        this.backgrounds = backgrounds;
        this.labWeights = LabWeights.of(profiles.corpus());
        Weights weights = new Weights(questionWeights, labWeights);
        for (String channel : profiles.channels()) {
            scores.put(channel, scores(profiles.of(channel).orElseThrow(), weights));
            normalised.put(channel, normalised(channel));
        }
    }

    /** Turns raw scores of one channel into normalised ones, under fixed weights of the background models. */
    interface Normaliser {
        OptionalDouble z(int i, int j, double score);
    }

    /** Compares all pairs on all questions, with every model as possible background. */
    public static Comparison of(Profiles profiles, long seed) {
        return of(profiles, Set.of(), seed);
    }

    /**
     * Compares all pairs on all questions.
     *
     * @param outside models that are nobody's background, such as the suspects of an audit
     * @param seed decides which models are dropped to make backgrounds equally large
     */
    public static Comparison of(Profiles profiles, Set<Integer> outside, long seed) {
        return of(profiles, ones(profiles), outside, seed);
    }

    /**
     * Compares all pairs under the given weights of the questions; a weight of 0 leaves a question out.
     *
     * @param outside models that are nobody's background, such as the suspects of an audit
     * @param seed decides which models are dropped to make backgrounds equally large
     */
    public static Comparison of(Profiles profiles, double[] questionWeights, Set<Integer> outside, long seed) {
        Kinship kinship = Kinship.of(profiles.corpus());
        Backgrounds backgrounds = Backgrounds.of(kinship, outside, lots(profiles.corpus(), seed));
        return new Comparison(profiles, kinship, outside, backgrounds, questionWeights);
    }

    /**
     * Compares the same models on all questions, each pair with the background that it has here.
     *
     * @param profiles of the same models, some of whose texts were rewritten
     */
    public Comparison rewritten(Profiles profiles) {
        if (!profiles.corpus().members().equals(corpus().members())) {
            throw new IllegalArgumentException("profiles: of other models");
        }
        return new Comparison(profiles, kinship, outside, backgrounds, ones(profiles));
    }

    private static double[] ones(Profiles profiles) {
        double[] all = new double[profiles.corpus().questions().size()];
        Arrays.fill(all, 1);
        return all;
    }

    /** What models say, not what they are called, decides who is dropped from a background. */
    private static List<Long> lots(Corpus corpus, long seed) {
        return IntStream.range(0, corpus.members().size())
                .mapToObj(m -> {
                    long lot = seed;
                    for (int q = 0; q < corpus.questions().size(); q++) {
                        lot = Backgrounds.mix(lot + corpus.texts(m, q).hashCode());
                    }
                    return lot;
                })
                .toList();
    }

    private Scores scores(Profile profile, Weights weights) {
        int members = kinship.size();
        Aggregate aggregate = profile.aggregate(weights);
        Scores found = new Scores(members, profile.ranksCandidates());
        IntStream.range(0, members).parallel().forEach(i -> {
            List<OptionalDouble> row = aggregate.scores(
                    i,
                    IntStream.range(0, members)
                            .mapToObj(j -> (found.directed() ? j == i : j < i)
                                    ? Optional.<Reference>empty()
                                    : Optional.of(background(found, i, j)))
                            .toList());
            for (int j = found.directed() ? 0 : i; j < members; j++) {
                found.set(i, j, row.get(j));
            }
        });
        return found;
    }

    private Reference background(Scores found, int i, int j) {
        return found.directed() ? backgrounds.ranking(i, j) : backgrounds.of(i, j);
    }

    /** The background of a pair on a channel. */
    Reference background(String channel, int i, int j) {
        return background(found(channel), i, j);
    }

    private Scores found(String channel) {
        return Objects.requireNonNull(scores.get(channel), channel);
    }

    /** The texts that are compared. */
    public Corpus corpus() {
        return profiles.corpus();
    }

    /** Who is kin. */
    public Kinship kinship() {
        return kinship;
    }

    /** The channels, in the order in which they are printed. */
    public List<String> channels() {
        return profiles.channels();
    }

    /** The background of a pair, but for channels that rank candidates. */
    public Reference background(int i, int j) {
        return backgrounds.of(i, j);
    }

    /** From how many labs the background of a pair comes; a model without a declared lab counts as a lab. */
    public int labs(int i, int j) {
        Reference reference = backgrounds.of(i, j);
        long declared = IntStream.range(0, kinship.size())
                .filter(reference::holds)
                .mapToObj(r -> kinship.lab(r).orElse("model:" + r))
                .distinct()
                .count();
        return (int) declared;
    }

    /**
     * The raw score of a pair on a channel, in the channel's unit; empty where the data do not suffice.
     *
     * @param i the suspect, where the channel ranks candidates
     * @param j the candidate
     */
    public OptionalDouble score(String channel, int i, int j) {
        Scores found = scores.get(channel);
        return found == null ? OptionalDouble.empty() : found.get(i, j);
    }

    /** The normalised score of a pair on a channel; empty where the data do not suffice. */
    public OptionalDouble z(String channel, int i, int j) {
        Scores found = normalised.get(channel);
        return found == null || i == j ? OptionalDouble.empty() : found.get(i, j);
    }

    private Scores normalised(String channel) {
        Scores found = found(channel);
        Normaliser normaliser = normaliser(channel, labWeights);
        Scores z = new Scores(kinship.size(), found.directed());
        IntStream.range(0, kinship.size()).parallel().forEach(i -> {
            for (int j = found.directed() ? 0 : i + 1; j < kinship.size(); j++) {
                OptionalDouble score = i == j ? OptionalDouble.empty() : found.get(i, j);
                if (score.isPresent()) {
                    z.set(i, j, normaliser.z(i, j, score.getAsDouble()));
                }
            }
        });
        return z;
    }

    /** How scores of a channel are normalised when the background models count as given. */
    Normaliser normaliser(String channel, double[] memberWeights) {
        Scores found = found(channel);
        if (found.directed()) {
            Moments moments = unrelated(found, memberWeights);
            return (i, j, score) -> standard(score, moments);
        }
        OwnScores own = new OwnScores(found, memberWeights);
        return (i, j, score) -> {
            Reference reference = backgrounds.of(i, j);
            OptionalDouble left = standard(score, own.against(i, reference));
            OptionalDouble right = standard(score, own.against(j, reference));
            return left.isEmpty() || right.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((left.getAsDouble() + right.getAsDouble()) / 2);
        };
    }

    /** The scores of all pairs of background models that are not kin; a pair weighs what its two models do. */
    private Moments unrelated(Scores found, double[] memberWeights) {
        Moments.Sum sum = new Moments.Sum();
        for (int i = 0; i < kinship.size(); i++) {
            for (int j = 0; j < kinship.size(); j++) {
                double weight = memberWeights[i] * memberWeights[j];
                if (weight > 0 && !outside.contains(i) && !outside.contains(j) && !kinship.kin(i, j)) {
                    found.get(i, j).ifPresent(score -> sum.add(score, weight));
                }
            }
        }
        return sum.moments();
    }

    private static OptionalDouble standard(double score, Moments moments) {
        return moments.effective() < LEAST_EFFECTIVE || moments.deviation() < 1e-9
                ? OptionalDouble.empty()
                : OptionalDouble.of((score - moments.mean()) / moments.deviation());
    }

    /** The corpus as the channels see it. */
    public Profiles profiles() {
        return profiles;
    }

    double[] labWeights() {
        return labWeights.clone();
    }
}
