package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Weighing;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Progress;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Policy;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The judging half from a corpus to verdicts: one short chain of pure steps. */
final class Judging {
    private Judging() {}

    /**
     * Judges a corpus.
     *
     * @param withheld by suspect, why no ratio of it may be printed
     * @param embedder makes vectors; empty to judge without them
     * @param progress hears how far the embedding has come
     * @throws OperatorError where a model or channel is not in the corpus, or no pair is left
     */
    static Judged judge(
            Corpus all,
            JudgingRequest request,
            Map<String, String> withheld,
            Optional<Embedder> embedder,
            Progress progress) {
        Calibrations calibration = Calibrations.named(request.calibration());
        Corpus every = scored(all, request);
        Corpus corpus = every.firstSamples(calibration.source().samples());
        List<Integer> suspects = positions(corpus, request.suspects(), "--suspect");
        List<Integer> candidates = positions(corpus, request.candidates(), "--candidate");
        List<Pair> pairs = pairs(suspects, candidates);
        List<String> channels = request.channels().isEmpty() ? Channels.ids() : request.channels();

        Profiles profiles =
                Channels.fit(material(corpus, calibration.source().embeddedQuestions(), embedder, progress), channels);
        boolean everyModel = suspects.size() == corpus.members().size();
        Set<Integer> outside = everyModel ? Set.of() : Set.copyOf(suspects);
        Comparison comparison = Comparison.of(profiles, outside, request.seed());
        List<Integer> panel = IntStream.range(0, corpus.members().size())
                .filter(m -> !outside.contains(m))
                .boxed()
                .toList();
        Weighing weighing = calibration
                .weigh(comparison, pairs, panel, request.draws(), request.seed())
                .withheld(withheld);
        List<Verdict> verdicts = verdicts(comparison, weighing);
        SelfComparison self = everyModel
                ? SelfComparison.NONE
                : SelfComparison.of(
                        every, ids(corpus, suspects, candidates), ids(corpus, suspects), calibration, request);
        return new Judged(
                comparison,
                suspects,
                candidates,
                weighing,
                verdicts,
                attributions(weighing, verdicts),
                self,
                Beside.of(all, pairs, comparison, request.seed()));
    }

    @SafeVarargs
    private static Set<String> ids(Corpus corpus, List<Integer>... positions) {
        Set<String> ids = new TreeSet<>();
        for (List<Integer> group : positions) {
            group.forEach(m -> ids.add(corpus.members().get(m).id()));
        }
        return ids;
    }

    /** A question that less than half of the audited models answered is dropped: it would compare the others alone. */
    private static Corpus scored(Corpus corpus, JudgingRequest request) {
        Set<Integer> audited = new TreeSet<>(positions(corpus, request.suspects(), "--suspect"));
        if (!request.candidates().isEmpty()) {
            audited.addAll(positions(corpus, request.candidates(), "--candidate"));
        }
        List<Integer> kept = IntStream.range(0, corpus.questions().size())
                .filter(q -> audited.stream()
                                        .filter(m -> !corpus.texts(m, q).isEmpty())
                                        .count()
                                * 2
                        >= audited.size())
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw new OperatorError(
                    OperatorError.Kind.INSUFFICIENT,
                    "There is nothing to compare",
                    "the corpus",
                    "no question was answered by half of the models in question",
                    "Collect their answers with `kinprint run`, or import them with `kinprint import`");
        }
        List<Integer> members =
                IntStream.range(0, corpus.members().size()).boxed().toList();
        return kept.size() == corpus.questions().size() ? corpus : corpus.restrict(members, kept);
    }

    private static Material material(
            Corpus corpus, int embeddedQuestions, Optional<Embedder> embedder, Progress progress) {
        return embedder.map(model -> Material.of(corpus, model, embeddedQuestions, progress))
                .orElseGet(() -> Material.of(corpus));
    }

    private static List<Integer> positions(Corpus corpus, List<String> ids, String option) {
        if (ids.isEmpty()) {
            return IntStream.range(0, corpus.members().size()).boxed().toList();
        }
        List<Integer> found = new ArrayList<>();
        for (String id : ids) {
            found.add(corpus.position(id)
                    .orElseThrow(() -> OperatorError.usage(
                            "There is no such model in the corpus",
                            option + " " + id,
                            "the corpus holds " + corpus.members().size() + " models, and none has this id",
                            "Use an id as the corpus has it: the folder or model name of the outputs")));
        }
        return found.stream().distinct().toList();
    }

    private static List<Pair> pairs(List<Integer> suspects, List<Integer> candidates) {
        List<Pair> pairs = new ArrayList<>();
        for (int suspect : suspects) {
            for (int candidate : candidates) {
                if (suspect != candidate) {
                    pairs.add(new Pair(suspect, candidate));
                }
            }
        }
        if (pairs.isEmpty()) {
            throw OperatorError.usage(
                    "There is no pair to judge",
                    "--suspect, --candidate",
                    "a model is not compared with itself",
                    "Name a suspect and another model as candidate");
        }
        return pairs;
    }

    /** The verdicts on all that was weighed. */
    static List<Verdict> verdicts(Comparison comparison, Weighing weighing) {
        Corpus corpus = comparison.corpus();
        List<Verdict> verdicts = new ArrayList<>();
        for (Evidence evidence : weighing.evidence()) {
            int suspect = corpus.position(evidence.suspect()).orElseThrow();
            int candidate = corpus.position(evidence.candidate()).orElseThrow();
            List<String> controls = IntStream.range(0, corpus.members().size())
                    .filter(m -> m != suspect
                            && m != candidate
                            && comparison.kinship().sameBase(m, suspect)
                            && !comparison.kinship().sameLab(m, suspect)
                            && !comparison.kinship().kin(m, candidate))
                    .limit(3)
                    .mapToObj(m -> corpus.members().get(m).id())
                    .toList();
            verdicts.add(Policy.judge(evidence, controls));
        }
        return verdicts;
    }

    /** Which candidates are named, for each suspect and relation. */
    static List<Attribution> attributions(Weighing weighing, List<Verdict> verdicts) {
        Map<String, Set<String>> elsewhere = new TreeMap<>();
        Map<String, Set<String>> notToldApart = new TreeMap<>();
        int relations = Relation.values().length;
        for (int first = 0; first + relations <= weighing.evidence().size(); first += relations) {
            List<Evidence> pair = weighing.evidence().subList(first, first + relations);
            Set<Relation> fitting =
                    Policy.fitting(pair, weighing.sameRatherThanDerived().get(first));
            for (Evidence evidence : pair) {
                if (!fitting.contains(evidence.relation())) {
                    elsewhere
                            .computeIfAbsent(group(evidence), g -> new HashSet<>())
                            .add(evidence.candidate());
                } else if (fitting.size() > 1) {
                    notToldApart
                            .computeIfAbsent(group(evidence), g -> new HashSet<>())
                            .add(evidence.candidate());
                }
            }
        }
        Map<String, List<Verdict>> groups = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            groups.computeIfAbsent(group(verdict.evidence()), g -> new ArrayList<>())
                    .add(verdict);
        }
        List<Attribution> attributions = new ArrayList<>();
        groups.forEach((group, members) -> attributions.add(Policy.attribute(
                members, elsewhere.getOrDefault(group, Set.of()), notToldApart.getOrDefault(group, Set.of()))));
        return attributions;
    }

    private static String group(Evidence evidence) {
        return evidence.suspect() + "|" + evidence.relation();
    }
}
