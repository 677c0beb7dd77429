package dev.kinprint.cli;

import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Transfer;
import dev.kinprint.calibrate.Weighing;
import java.util.List;

/** The plain sentences of the report: how figures arose, and what they cannot show. */
final class Explanations {
    private Explanations() {}

    static List<String> method(Judged judged) {
        return List.of(
                "Every model was asked the same questions. Each kind of evidence (a channel) compares the answers of two"
                        + " models in its own way.",
                "What all models have in common is taken off first: a pair is compared with a background of other"
                        + " models, without the pair itself, without models of the same lab or declared base, and without"
                        + " the other suspects.",
                "Each score is then put in standard deviations of the scores that the two models have with that"
                        + " background.",
                "A regression that was fitted on pairs of documented lineage turns the scores into a likelihood ratio:"
                        + " how many times more probable the findings are if the relation holds than if the models are"
                        + " unrelated. It knows no names and no teachers. A suspect that the calibration holds is left out"
                        + " of the fit.",
                "The same-model floor is a candidate against itself: its repeated samples are parted in two halves, and"
                        + " these are weighed like two models. Where nothing was asked twice it is not measured.",
                "The interval holds the middle 95 % of " + JudgingRequest.DRAWS
                        + " draws in which questions and background labs are drawn anew."
                        + (judged.weighing().manyPairs()
                                ? " With so many pairs, those that neither come first for their suspect nor reach a"
                                        + " ratio of ten have " + Weighing.FEW_DRAWS + " draws."
                                : ""),
                "The ratio is never printed greater or smaller than the number of independent labs and lines in the"
                        + " calibration can bear out.");
    }

    static List<String> limits(Judged judged) {
        return List.of(
                "A likelihood ratio is no probability that the relation holds. That also depends on everything else that"
                        + " is known.",
                "Likeness has no direction. Who learnt from whom does not follow from it.",
                "Whether a source allowed the use of its outputs is not a question of likeness and not answered here.",
                "\"Distilled\" is the hardest of the three: students of one source family resemble each other, and a"
                        + " shared third source looks the same. See the published error rates.",
                "A routed provider, a hidden system prompt or a changed checkpoint behind the same name cannot be seen.",
                "Rewriting the answers removes much of the evidence.",
                "With many candidates examined, the greatest figure is partly luck; only a candidate whose figure stands"
                        + " up to their number is named.");
    }

    static String transfer(Relation relation, Transfer check) {
        return check.problem()
                .map(problem -> "For \"" + relation.words() + "\": " + problem + ". Ranks only.")
                .orElseGet(() -> "For \"" + relation.words() + "\": of " + check.pairs()
                        + " unrelated background pairs of this audit, " + check.tenOrMore()
                        + " reach a ratio of ten (at most one in ten may).");
    }
}
