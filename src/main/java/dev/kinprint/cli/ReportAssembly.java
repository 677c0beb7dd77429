package dev.kinprint.cli;

import dev.kinprint.calibrate.CalibrationSource;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Scale;
import dev.kinprint.calibrate.Transfer;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.report.Ablation;
import dev.kinprint.report.Answer;
import dev.kinprint.report.CalibrationNote;
import dev.kinprint.report.Coverage;
import dev.kinprint.report.FileNote;
import dev.kinprint.report.Header;
import dev.kinprint.report.HeatMap;
import dev.kinprint.report.Observation;
import dev.kinprint.report.Report;
import dev.kinprint.report.Ruler;
import dev.kinprint.report.SideNote;
import dev.kinprint.suite.Probe;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Support;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts what was judged into the form that the report prints. */
final class ReportAssembly {
    private static final int RULED_SUSPECTS = 20;

    private final Judged judged;
    private final Corpus corpus;
    private final Map<String, List<Verdict>> verdicts;
    private final Exhibits exhibits;
    private final Landscapes landscapes;

    private ReportAssembly(Judged judged, long seed) {
        this.judged = judged;
        this.corpus = judged.comparison().corpus();
        this.verdicts = judged.bySuspect();
        this.exhibits = new Exhibits(judged);
        this.landscapes = new Landscapes(judged, seed);
    }

    /**
     * The report.
     *
     * @param judged what was judged
     * @param whole the corpus before anything was left out, for the coverage
     * @param header what was run
     * @param conducts how it was collected
     * @param ablations what the ratios become where something is left out
     * @param files the files that the figures rest on
     */
    static Report report(
            Judged judged,
            Corpus whole,
            Header header,
            Conducts conducts,
            List<Ablation> ablations,
            List<FileNote> files) {
        ReportAssembly assembly = new ReportAssembly(judged, header.seed());
        List<HeatMap> heatMaps = new HeatMaps(judged, assembly.landscapes).all();
        return new Report(
                header,
                assembly.answers(),
                judged.verdicts(),
                judged.attributions(),
                assembly.rulers(),
                whole.coverage().stream().map(row -> coverage(row, conducts)).toList(),
                conducts.conduct(),
                heatMaps,
                assembly.landscapes.trees(),
                assembly.landscapes.maps(),
                SharedPhrases.of(judged, assembly.leading()),
                assembly.exhibits.strips(assembly.leading()),
                assembly.exhibits.of(assembly.leading()),
                assembly.observations(),
                assembly.beside(),
                ablations,
                assembly.calibration(),
                Explanations.method(judged),
                Explanations.limits(judged),
                files);
    }

    private static Coverage coverage(dev.kinprint.corpus.Coverage row, Conducts conducts) {
        String id = row.member().id();
        return new Coverage(id, row.texts(), row.gaps(), row.distinctTexts(), conducts.served(id));
    }

    private List<Answer> answers() {
        return judged.suspects().stream()
                .map(judged::id)
                .map(id -> new Answer(id, sentence(id), alternatives(id)))
                .toList();
    }

    private String sentence(String suspect) {
        List<Attribution> own = judged.attributions().stream()
                .filter(attribution -> attribution.suspect().equals(suspect))
                .toList();
        List<String> named = new ArrayList<>();
        for (Attribution attribution : own) {
            for (String candidate : attribution.named()) {
                of(suspect).stream()
                        .filter(verdict -> verdict.evidence().candidate().equals(candidate)
                                && verdict.evidence().relation() == attribution.relation())
                        .forEach(verdict -> named.add(suspect + " and " + candidate + ", \""
                                + attribution.relation().words() + "\": " + verdict.words()));
            }
        }
        if (!named.isEmpty()) {
            return String.join(" ", named);
        }
        int examined = own.stream().mapToInt(Attribution::examined).max().orElse(0);
        return of(suspect).stream().allMatch(verdict -> verdict.support() == Support.INSUFFICIENT_DATA)
                ? "Insufficient data: " + of(suspect).get(0).evidence().why().orElse("") + "."
                : "None of the " + examined + " listed candidates is named for " + suspect + ".";
    }

    private List<String> alternatives(String suspect) {
        boolean named = judged.attributions().stream()
                .anyMatch(attribution -> attribution.suspect().equals(suspect)
                        && !attribution.named().isEmpty());
        return named
                ? List.of(
                        "Both were trained on the same public texts, or on outputs of a third model.",
                        "A system prompt gives one the style of the other.",
                        "The direction does not follow from likeness: who learnt from whom is not determined.")
                : List.of();
    }

    private List<Verdict> of(String suspect) {
        return verdicts.getOrDefault(suspect, List.of());
    }

    /** For each suspect the verdict with the greatest figure before bounds: what the page shows in detail. */
    private List<Verdict> leading() {
        List<Verdict> leading = new ArrayList<>();
        for (int suspect : judged.suspects()
                .subList(0, Math.min(RULED_SUSPECTS, judged.suspects().size()))) {
            of(judged.id(suspect)).stream()
                    .max(Comparator.<Verdict>comparingDouble(
                                    verdict -> judged.weighing().rulers().unbounded(verdict.evidence()))
                            .thenComparing(verdict -> verdict.evidence().candidate(), Comparator.reverseOrder()))
                    .ifPresent(leading::add);
        }
        return leading;
    }

    private List<Ruler> rulers() {
        List<Ruler> rulers = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        for (Verdict leading : leading()) {
            shown.add(leading.evidence().suspect() + "|" + leading.evidence().candidate());
        }
        for (Verdict verdict : judged.verdicts()) {
            Evidence evidence = verdict.evidence();
            if (evidence.logLr().isPresent() && shown.contains(evidence.suspect() + "|" + evidence.candidate())) {
                rulers.add(ruler(evidence, evidence.logLr().get()));
            }
        }
        return rulers;
    }

    private Ruler ruler(Evidence evidence, LogLr found) {
        Scale scale = judged.scale(evidence);
        return new Ruler(
                evidence.suspect(),
                evidence.candidate(),
                evidence.relation(),
                found,
                marks(scale, false),
                marks(scale, true),
                judged.self().ratio(evidence.candidate(), evidence.relation()));
    }

    private List<Ruler.Mark> marks(Scale scale, boolean kin) {
        Set<String> suspects =
                new TreeSet<>(judged.suspects().stream().map(judged::id).toList());
        boolean everyModel = suspects.size() == corpus.members().size();
        return scale.marks().stream()
                .filter(mark -> mark.kin() == kin && (everyModel || !suspects.contains(mark.member())))
                .map(mark ->
                        new Ruler.Mark(mark.member(), Math.max(scale.lower(), Math.min(scale.upper(), mark.log10()))))
                .toList();
    }

    private List<Observation> observations() {
        Set<Integer> shown = new TreeSet<>(judged.suspects());
        List<Observation> observations = new ArrayList<>();
        for (int member : shown) {
            for (int q = 0; q < corpus.questions().size(); q++) {
                String question = corpus.questions().get(q).id();
                if (corpus.questions().get(q).category() == Probe.Category.IDENTITY) {
                    corpus.first(member, q)
                            .ifPresent(text -> observations.add(new Observation(judged.id(member), question, text)));
                }
            }
        }
        return observations;
    }

    private List<SideNote> beside() {
        return judged.beside().stream()
                .map(found -> new SideNote(
                        judged.id(found.pair().suspect()),
                        judged.id(found.pair().candidate()),
                        found.test().id(),
                        found.test().title(),
                        found.finding().value(),
                        found.finding().pValue(),
                        found.test().unit(),
                        found.finding().units(),
                        found.finding().words()))
                .toList();
    }

    private CalibrationNote calibration() {
        CalibrationSource source = judged.weighing().source();
        List<String> remarks = new ArrayList<>();
        boolean inRange = true;
        for (Relation relation : Relation.values()) {
            Transfer check = judged.weighing().transfer().get(relation);
            if (check != null) {
                remarks.add(Explanations.transfer(relation, check));
                inRange &= check.problem().isEmpty();
            }
        }
        if (judged.weighing().leftOut() > 0) {
            remarks.add("The calibration holds suspects of this audit; "
                    + judged.weighing().leftOut() + " of its clusters were left out of the fit for that.");
        }
        return new CalibrationNote(
                source.name(),
                "1",
                source.corpus(),
                source.models() + " models, " + source.questions() + " questions, "
                        + (source.samples() == 1 ? "one sample" : source.samples() + " samples") + " each, seed "
                        + source.seed(),
                judged.weighing().fits().entrySet().stream()
                        .map(entry -> new CalibrationNote.Fit(
                                entry.getKey(),
                                entry.getValue().clusters(),
                                entry.getValue().positives(),
                                entry.getValue().negatives(),
                                entry.getValue().lower(),
                                entry.getValue().upper()))
                        .toList(),
                inRange,
                remarks);
    }
}
