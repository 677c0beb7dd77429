package dev.kinprint.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
    private static Evidence evidence(String candidate, Relation relation, int background, int rank, LogLr lr) {
        return new Evidence(
                "suspect",
                candidate,
                relation,
                Optional.of(lr),
                Optional.empty(),
                List.of(),
                100,
                background,
                40,
                rank);
    }

    private static Evidence evidence(Relation relation, double value, double low, double high) {
        return evidence("candidate", relation, 100, 1, new LogLr(value, low, high));
    }

    private static Verdict judged(String candidate, double ratio, int rank) {
        double value = Math.log10(ratio);
        return Policy.judge(
                evidence(candidate, Relation.S, 100, rank, new LogLr(value, value - 0.1, value + 0.1)), List.of());
    }

    private static Evidence without(String why) {
        return new Evidence(
                "suspect", "candidate", Relation.D, Optional.empty(), Optional.of(why), List.of(), 3, 50, 20, 4);
    }

    @Test
    void aSentenceComparesTwoHypothesesAndNeverStatesOne() {
        Verdict verdict = Policy.judge(evidence(Relation.S, 1.6, 1.2, 1.8), List.of());

        assertThat(verdict.support()).isEqualTo(Support.MODERATE);
        assertThat(verdict.forRelation()).isTrue();
        assertThat(verdict.words())
                .isEqualTo("These findings are 40 times more probable if the models are the same model than if they are"
                        + " unrelated: moderate support.");
        assertThat(verdict.caveats()).isEmpty();
    }

    @Test
    void aRatioUnderOneSpeaksForUnrelated() {
        Verdict verdict = Policy.judge(evidence(Relation.D, -0.5, -0.9, -0.2), List.of());

        assertThat(verdict.support()).isEqualTo(Support.WEAK);
        assertThat(verdict.forRelation()).isFalse();
        assertThat(verdict.words())
                .isEqualTo("These findings are 3.2 times more probable if they are unrelated than if the models are one"
                        + " derived from the other: weak support.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.31, 2.0",
        "0.95, 8.9",
        "1.0, 10",
        "1.09, 12",
        "1.9999999, 100",
        "2.53, 340",
        "3.1, '1,300'",
        "4.02, '10,000'"
    })
    void ratiosArePrintedWithTwoDigits(double log10, String times) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Policy.judge(evidence(Relation.S, log10, log10, log10), List.of())
                            .words())
                    .startsWith("These findings are " + times + " times more probable");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anIntervalOnBothSidesOfOneIsNoSupport() {
        Verdict verdict = Policy.judge(evidence(Relation.S, 1.5, -0.1, 1.8), List.of());

        assertThat(verdict.support()).isEqualTo(Support.NONE);
        assertThat(verdict.words()).contains("do not settle").endsWith("no support either way.");
        assertThat(verdict.words()).as("a ratio of thirty is not about one").doesNotContain("about as probable");
        assertThat(verdict.caveats()).containsExactly("The interval reaches to both sides of a ratio of one.");
        assertThat(Policy.judge(evidence(Relation.S, -1.5, -1.8, 0.1), List.of())
                        .support())
                .isEqualTo(Support.NONE);
        assertThat(Policy.judge(evidence(Relation.S, 1.5, 0, 1.8), List.of()).support())
                .as("an end at one is on one side")
                .isEqualTo(Support.MODERATE);
    }

    @Test
    void aRatioNearOneIsNoSupport() {
        Verdict verdict = Policy.judge(evidence(Relation.S, 0.2, 0.1, 0.3), List.of());

        assertThat(verdict.support()).isEqualTo(Support.NONE);
        assertThat(verdict.words()).contains("about as probable").endsWith("no support either way.");
    }

    @ParameterizedTest
    @CsvSource({"39, 3.5, MODERATE", "40, 3.5, STRONG", "39, 1.5, MODERATE", "39, 0.5, WEAK", "39, -3.5, MODERATE"})
    void aSmallBackgroundCapsTheScale(int background, double log10, Support support) {
        Verdict verdict = Policy.judge(
                evidence("candidate", Relation.S, background, 1, new LogLr(log10, log10, log10)), List.of());

        assertThat(verdict.support()).isEqualTo(support);
        assertThat(verdict.caveats().stream().anyMatch(caveat -> caveat.contains("caps the scale")))
                .isEqualTo(background < 40 && Math.abs(log10) > 2);
    }

    @Test
    void withoutARatioThereAreRanksAndTheReason() {
        Verdict verdict = Policy.judge(without("the background holds models of 4 labs"), List.of());

        assertThat(verdict.support()).isEqualTo(Support.INSUFFICIENT_DATA);
        assertThat(verdict.words()).isEqualTo("Insufficient data for a likelihood ratio on \"derived\".");
        assertThat(verdict.caveats())
                .containsExactly(
                        "No likelihood ratio is printed: the background holds models of 4 labs.",
                        "Rank 4 among the listed candidates, which is no statement of evidence.");
    }

    @Test
    void distilledIsNeverSaidWithoutAWordOnTheSameBase() {
        assertThat(Policy.judge(evidence(Relation.T, 1.2, 1, 1.4), List.of()).caveats())
                .contains("No same-base control available.");
        assertThat(Policy.judge(evidence(Relation.T, 1.2, 1, 1.4), List.of("a", "b"))
                        .caveats())
                .contains("Same-base control: a, b.");
        assertThat(Policy.judge(evidence(Relation.S, 1.2, 1, 1.4), List.of()).caveats())
                .isEmpty();
    }

    @Test
    void aCandidateIsNamedOnlyIfItsRatioOverTheNumberExaminedIsTenOrMore() {
        List<Verdict> two = List.of(judged("a", 20, 1), judged("b", 19.9, 2));
        assertThat(Policy.attribute(two, Set.of(), Set.of()).named()).containsExactly("a");

        List<Verdict> three = new ArrayList<>(two);
        three.add(judged("c", 0.1, 3));
        Attribution none = Policy.attribute(three, Set.of(), Set.of());
        assertThat(none.named()).as("a third candidate was examined").isEmpty();
        assertThat(none.words())
                .isEqualTo("None of the 3 listed is named as \"same model\"."
                        + " The highest log10 LR is 1.30 (a); naming one of 3 takes 1.48.");
        assertThat(Policy.attribute(List.of(judged("c", 0.1, 1)), Set.of(), Set.of())
                        .words())
                .isEqualTo("None of the 1 listed is named as \"same model\".");
        assertThat(Policy.attribute(two, Set.of("a"), Set.of()).words())
                .isEqualTo(
                        "None of the 2 listed is named as \"same model\". Of the relations that reach a ratio of ten for a, another fits better.");

        assertThat(Policy.attribute(List.of(judged("b", 50, 2), judged("a", 60, 1)), Set.of(), Set.of())
                        .named())
                .as("strongest first")
                .containsExactly("a", "b");
        assertThat(Policy.attribute(List.of(judged("b", 50, 2), judged("a", 60, 1)), Set.of("a"), Set.of())
                        .named())
                .as("another relation fits a better")
                .containsExactly("b");
    }

    @Test
    void anyOfTheListedIsTheMeanOfTheirRatios() {
        Attribution attribution =
                Policy.attribute(List.of(judged("a", 40, 1), judged("b", 0.5, 2)), Set.of(), Set.of());

        assertThat(attribution.any().orElseThrow().value()).isEqualTo(Math.log10(20.25), within(1e-12));
        assertThat(attribution.examined()).isEqualTo(2);
        assertThat(attribution.words()).isEqualTo("Named as \"same model\", of 2 examined: a.");
    }

    @Test
    void sameAndDerivedAreNamedTogetherWhereTheyAreNotToldApart() {
        List<Verdict> both = List.of(judged("a", 60, 1), judged("b", 50, 2));

        Attribution attribution = Policy.attribute(both, Set.of(), Set.of("b"));
        assertThat(attribution.named()).containsExactly("a", "b");
        assertThat(attribution.words())
                .isEqualTo("Named as \"same model\", of 2 examined: a. Named as \"same model\" or \"derived\", which"
                        + " these data do not tell apart, of 2 examined: b.");
        Verdict student = Policy.judge(evidence("a", Relation.T, 60, 1, new LogLr(1.5, 1.4, 1.6)), List.of());
        assertThat(Policy.attribute(List.of(student), Set.of(), Set.of("a")).words())
                .isEqualTo("Named as \"distilled\", of 1 examined: a.");
    }

    @Test
    void aStraddlingCandidateIsNotNamedHoweverGreatItsRatio() {
        Verdict verdict = Policy.judge(evidence(Relation.S, 1.7, -0.2, 1.8), List.of());

        assertThat(Policy.attribute(List.of(verdict), Set.of(), Set.of()).named())
                .isEmpty();
    }

    @Test
    void nothingWeighedIsInsufficientData() {
        Attribution attribution = Policy.attribute(List.of(Policy.judge(without("x"), List.of())), Set.of(), Set.of());

        assertThat(attribution.named()).isEmpty();
        assertThat(attribution.any()).isEmpty();
        assertThat(attribution.words()).startsWith("Insufficient data");
        assertThatThrownBy(() -> Policy.attribute(List.of(), Set.of(), Set.of()))
                .hasMessageContaining("verdicts: none");
    }

    @Test
    void distilledIsNamedOnlyWhereSharedWeightsAreNotTheBetterAnswer() {
        List<Evidence> weights = List.of(evidence(Relation.D, 1, 0.5, 1.2), evidence(Relation.T, 1.7, 1.2, 1.8));
        List<Evidence> style = List.of(evidence(Relation.D, 0.99, 0.5, 1.2), evidence(Relation.T, 1.7, 1.2, 1.8));

        assertThat(Policy.fitting(weights, 1.2)).containsExactly(Relation.S);
        assertThat(Policy.fitting(weights, -1)).containsExactly(Relation.D);
        assertThat(Policy.fitting(weights, 0.9)).containsExactlyInAnyOrder(Relation.S, Relation.D);
        assertThat(Policy.fitting(weights, -0.9)).containsExactlyInAnyOrder(Relation.S, Relation.D);
        assertThat(Policy.fitting(style, 1.2)).containsExactly(Relation.T);
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void noSentenceAccuses(Relation relation) {
        for (double log10 = -5; log10 <= 5; log10 += 0.25) {
            for (double half : new double[] {0, 0.5, 6}) {
                Verdict verdict =
                        Policy.judge(evidence(relation, log10, log10 - half, log10 + half), List.of("control"));
                String all = verdict.words()
                        + String.join(" ", verdict.caveats())
                        + Policy.attribute(List.of(verdict), Set.of(), Set.of()).words();
                assertThat(all.toLowerCase(Locale.ROOT))
                        .doesNotContain("prove", "stole", "copied", "copy", "theft", "guilty", "distilled from", "nan");
            }
        }
    }
}
