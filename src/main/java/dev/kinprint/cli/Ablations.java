package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Weighing;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.report.Ablation;
import dev.kinprint.report.Ablation.Kind;
import dev.kinprint.report.Ablation.Row;
import dev.kinprint.suite.JudgeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Weighs the pairs of an audit again without one thing at a time, to see on what a ratio rests. */
final class Ablations {
    /** Beyond so many pairs nothing is left out. */
    static final int MOST_PAIRS = 1_000;

    /** Intervals here are looked at and not quoted: fewer draws do, and each weighing would else take as long as the first. */
    private static final int MOST_DRAWS = 100;

    private final Judged judged;
    private final JudgingRequest request;
    private final Calibrations calibration;
    private final List<Pair> pairs;
    private final Set<Integer> outside;

    private Ablations(Judged judged, JudgingRequest request) {
        this.judged = judged;
        this.request = request;
        this.calibration = Calibrations.named(request.calibration());
        Corpus corpus = judged.comparison().corpus();
        this.pairs = judged.weighing().evidence().stream()
                .filter(evidence -> evidence.relation() == Relation.S)
                .map(evidence -> new Pair(
                        corpus.position(evidence.suspect()).orElseThrow(),
                        corpus.position(evidence.candidate()).orElseThrow()))
                .toList();
        this.outside = judged.suspects().size() == corpus.members().size() ? Set.of() : Set.copyOf(judged.suspects());
    }

    private record Without(Kind kind, String what, Weighing weighing) {}

    /** For each suspect the candidates that come first for a relation, where a ratio is printed. */
    static List<Ablation> of(Judged judged, JudgingRequest request) {
        Ablations ablations = new Ablations(judged, request);
        return ablations.pairs.size() > MOST_PAIRS ? List.of() : ablations.all();
    }

    private List<Ablation> all() {
        List<Evidence> printed = judged.weighing().evidence();
        Set<String> leading = new TreeSet<>();
        Set<String> entering = new TreeSet<>();
        for (Evidence evidence : printed) {
            if (evidence.logLr().isPresent()) {
                evidence.contributions().stream()
                        .filter(part -> part.log10().isPresent())
                        .forEach(part -> entering.add(part.channel()));
                if (evidence.rank() == 1) {
                    leading.add(pair(evidence));
                }
            }
        }
        List<Without> without = weighings(entering);
        List<Ablation> found = new ArrayList<>();
        for (int e = 0; e < printed.size(); e++) {
            Evidence evidence = printed.get(e);
            if (evidence.logLr().isPresent() && leading.contains(pair(evidence))) {
                found.add(ablation(evidence, e, without));
            }
        }
        return found;
    }

    private static String pair(Evidence evidence) {
        return evidence.suspect() + "\n" + evidence.candidate();
    }

    private List<Without> weighings(Set<String> entering) {
        List<Without> without = new ArrayList<>();
        for (String channel : Channels.ids()) {
            if (entering.contains(channel)) {
                Set<String> others = new TreeSet<>(entering);
                others.remove(channel);
                without.add(new Without(
                        Kind.CHANNEL,
                        channel,
                        weigh(Comparison.of(judged.comparison().profiles().only(others), outside, request.seed()))));
            }
        }
        for (JudgeSettings.Ablation ablation : request.ablations()) {
            if (ablation != JudgeSettings.Ablation.RAW && !entering.isEmpty()) {
                Corpus corpus = TextVariant.of(judged.comparison().corpus(), ablation);
                without.add(new Without(
                        Kind.TEXT,
                        TextVariant.words(ablation),
                        weigh(Comparison.of(Channels.fit(Material.of(corpus), entering), outside, request.seed()))));
            }
        }
        return without;
    }

    private Weighing weigh(Comparison comparison) {
        List<Integer> panel = IntStream.range(0, comparison.corpus().members().size())
                .filter(m -> !outside.contains(m))
                .boxed()
                .toList();
        return calibration.weigh(comparison, pairs, panel, Math.min(MOST_DRAWS, request.draws()), request.seed());
    }

    private Ablation ablation(Evidence printed, int place, List<Without> without) {
        List<Row> rows = new ArrayList<>();
        for (Without one : without) {
            boolean enters = printed.contributions().stream()
                    .anyMatch(part -> part.log10().isPresent() && part.channel().equals(one.what()));
            if (one.kind() == Kind.TEXT || enters) {
                rows.add(row(one, one.weighing().evidence().get(place)));
            }
        }
        return new Ablation(printed.suspect(), printed.candidate(), printed.relation(), rows);
    }

    private Row row(Without without, Evidence found) {
        // Rewritten answers may hide that the calibration has seen a suspect; what it says of that one counts for
        // nothing.
        if (without.weighing().leftOut() < judged.weighing().leftOut()) {
            return new Row(
                    without.kind(),
                    without.what(),
                    Optional.empty(),
                    Optional.of("a suspect is no longer known again among the models of the calibration"));
        }
        return new Row(without.kind(), without.what(), found.logLr(), found.why());
    }
}
