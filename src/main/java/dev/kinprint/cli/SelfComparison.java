package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Weighing;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.Reliability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How like itself a model is when it is asked again: the same-model floor. The samples of a model are parted in two, and
 * the halves are compared and weighed like any two models, against the same background. A half holds fewer samples than
 * a model, so that the floor is rather too low than too high.
 */
final class SelfComparison {
    /**
     * What is compared, beside the calibration's evidence of "distilled": what ratios rest on and the report's heat maps
     * show, without what needs vectors.
     */
    private static final Set<String> CHANNELS = Set.of(
            "content-ngram",
            "function-words",
            "bigrams",
            "style-first",
            "style-rest",
            "openings",
            "closings",
            "format");

    /** Correlations of means over samples: those of halves are stepped up to those of whole models. */
    private static final Set<String> CORRELATIONS = Set.of("content-ngram", "function-words", "bigrams");

    /** Nothing was asked twice, or no channel is there. */
    static final SelfComparison NONE = new SelfComparison(Map.of(), Map.of());

    private final Map<String, Double> scores;
    private final Map<String, LogLr> ratios;

    private SelfComparison(Map<String, Double> scores, Map<String, LogLr> ratios) {
        this.scores = Map.copyOf(scores);
        this.ratios = Map.copyOf(ratios);
    }

    /**
     * Compares models with themselves.
     *
     * @param all the texts, every sample of them
     * @param models ids of the models; one that was asked few questions twice is passed over
     * @param outside ids of models that are nobody's background
     */
    static SelfComparison of(
            Corpus all, Collection<String> models, Set<String> outside, Calibrations calibration, JudgingRequest how) {
        List<Integer> repeated = models.stream()
                .map(id -> all.position(id).orElseThrow())
                .filter(m -> repeated(all, m))
                .toList();
        List<String> channels = (how.channels().isEmpty() ? Channels.ids() : how.channels())
                .stream()
                        .filter(id -> CHANNELS.contains(id)
                                || calibration.source().distilledBy().contains(id))
                        .toList();
        if (repeated.isEmpty() || channels.isEmpty()) {
            return NONE;
        }
        Corpus parted = all.parted(repeated).firstSamples(calibration.source().samples());
        List<Pair> pairs = repeated.stream()
                .map(m -> all.members().get(m).id())
                .map(id -> new Pair(at(parted, id), at(parted, Corpus.again(id))))
                .toList();
        Set<Integer> apart = new TreeSet<>();
        outside.forEach(id -> apart.add(at(parted, id)));
        pairs.stream().filter(pair -> apart.contains(pair.suspect())).forEach(pair -> apart.add(pair.candidate()));
        Comparison comparison = Comparison.of(Channels.fit(Material.of(parted), channels), apart, how.seed());
        List<Integer> panel = IntStream.range(0, parted.members().size())
                .filter(m -> !apart.contains(m))
                .boxed()
                .toList();
        return read(
                comparison,
                pairs,
                calibration.weigh(comparison, pairs, panel, how.draws(), how.seed()),
                calibration.source().samples());
    }

    private static SelfComparison read(Comparison comparison, List<Pair> pairs, Weighing weighing, int samples) {
        Map<String, Double> scores = new HashMap<>();
        for (Pair pair : pairs) {
            String id = comparison.corpus().members().get(pair.suspect()).id();
            int n = samples(comparison.corpus(), pair.suspect());
            int m = samples(comparison.corpus(), pair.candidate());
            for (String channel : comparison.channels()) {
                comparison
                        .score(channel, pair.suspect(), pair.candidate())
                        .ifPresent(score -> scores.put(
                                key(id, channel),
                                CORRELATIONS.contains(channel)
                                        ? Reliability.stepUp(score, n, m, Math.min(samples, n + m))
                                        : score));
            }
        }
        Map<String, LogLr> ratios = weighing.evidence().stream()
                .filter(evidence -> evidence.logLr().isPresent())
                .collect(Collectors.toMap(
                        evidence -> key(evidence.suspect(), evidence.relation().name()),
                        evidence -> evidence.logLr().orElseThrow()));
        return new SelfComparison(scores, ratios);
    }

    /** Whether at least half of what a model answered was answered twice or more. */
    private static boolean repeated(Corpus corpus, int member) {
        int answered = 0;
        int twice = 0;
        for (int q = 0; q < corpus.questions().size(); q++) {
            int samples = corpus.texts(member, q).size();
            answered += samples > 0 ? 1 : 0;
            twice += samples > 1 ? 1 : 0;
        }
        return answered > 0 && twice * 2 >= answered;
    }

    private static int samples(Corpus corpus, int member) {
        return IntStream.range(0, corpus.questions().size())
                .map(q -> corpus.texts(member, q).size())
                .max()
                .orElse(0);
    }

    private static int at(Corpus corpus, String id) {
        return corpus.position(id).orElseThrow();
    }

    private static String key(String model, String what) {
        return what + "|" + model;
    }

    /**
     * The raw score of a model with itself on all of some channels, their mean; empty where one was not measured. What
     * averages samples is stepped up from halves, so that it can stand beside the scores of pairs.
     */
    Optional<Double> score(String model, List<String> channels) {
        List<Double> found = new ArrayList<>();
        for (String channel : channels) {
            Optional.ofNullable(scores.get(key(model, channel))).ifPresent(found::add);
        }
        OptionalDouble mean = found.stream().mapToDouble(Double::doubleValue).average();
        return found.size() < channels.size() || mean.isEmpty() ? Optional.empty() : Optional.of(mean.getAsDouble());
    }

    /** The likelihood ratio of a model's second half of samples against its first. */
    Optional<LogLr> ratio(String model, Relation relation) {
        return Optional.ofNullable(ratios.get(key(model, relation.name())));
    }
}
