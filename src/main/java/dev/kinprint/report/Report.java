package dev.kinprint.report;

import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a report prints. Whoever fills it has computed every number; nothing about evidence is computed on
 * the way to the page.
 *
 * @param header what was run, on what, and how to run it again
 * @param answers one for each suspect, in the order in which they are printed
 * @param verdicts every verdict; per pair in the order S, D, T
 * @param attributions for each suspect and relation, which of the listed candidates, if any
 * @param rulers where a suspect lies among the background, for the pairs worth showing
 * @param coverage one row for each model
 * @param conduct how the answers were collected
 * @param heatMaps matrices between models
 * @param trees models joined by likeness
 * @param maps models as points in a plane
 * @param phrases what two models both overuse, for the pairs worth showing
 * @param strips question by question, for the pairs worth showing
 * @param exhibits texts side by side, chosen by a stated rule
 * @param observations what models said about who they are; enters no likelihood ratio
 * @param beside what tests beside the verdicts found; enters no likelihood ratio
 * @param ablations what the ratios become where something is left out, for the pairs worth showing
 * @param calibration what turned scores into likelihood ratios
 * @param method how the figures arose, each a plain sentence
 * @param limits what they cannot show, each a plain sentence
 * @param manifest the files that the figures rest on
 */
public record Report(
        Header header,
        List<Answer> answers,
        List<Verdict> verdicts,
        List<Attribution> attributions,
        List<Ruler> rulers,
        List<Coverage> coverage,
        Conduct conduct,
        List<HeatMap> heatMaps,
        List<Tree> trees,
        List<PointMap> maps,
        List<Phrases> phrases,
        List<Strip> strips,
        List<Exhibit> exhibits,
        List<Observation> observations,
        List<SideNote> beside,
        List<Ablation> ablations,
        CalibrationNote calibration,
        List<String> method,
        List<String> limits,
        List<FileNote> manifest) {

    /** Copies the lists and refuses a report without an answer. */
    public Report {
        answers = List.copyOf(answers);
        verdicts = List.copyOf(verdicts);
        attributions = List.copyOf(attributions);
        rulers = List.copyOf(rulers);
        coverage = List.copyOf(coverage);
        heatMaps = List.copyOf(heatMaps);
        trees = List.copyOf(trees);
        maps = List.copyOf(maps);
        phrases = List.copyOf(phrases);
        strips = List.copyOf(strips);
        exhibits = List.copyOf(exhibits);
        observations = List.copyOf(observations);
        beside = List.copyOf(beside);
        ablations = List.copyOf(ablations);
        method = List.copyOf(method);
        limits = List.copyOf(limits);
        manifest = List.copyOf(manifest);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("answers: a report answers for at least one suspect");
        }
    }

    /** This report without a word that a model said: no exhibits, no claims, no phrases. */
    public Report withoutTexts() {
        List<String> said = new ArrayList<>(limits);
        said.add("What models said was left out of this report by choice; the hashes in responses.jsonl stand for it.");
        return new Report(
                header,
                answers,
                verdicts,
                attributions,
                rulers,
                coverage,
                conduct,
                heatMaps,
                trees,
                maps,
                List.of(),
                strips,
                List.of(),
                List.of(),
                beside,
                ablations,
                calibration,
                method,
                said,
                manifest);
    }
}
