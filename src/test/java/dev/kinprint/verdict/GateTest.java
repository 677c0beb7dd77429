package dev.kinprint.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.compare.Series;
import dev.kinprint.stats.Draws;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.ConditionFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Baseline.Terms TERMS = new Baseline.Terms("p", "e", "c");

    private final Draws random = new Draws(3, 0);

    @ParameterizedTest
    @CsvSource({
        "0.80, PASS", // far below the limit of 0.9
        "0.90, UNDECIDED", // at it
        "0.98, FAIL"
    })
    void aValueFailsOnlyWithItsWholeIntervalPastTheLimit(double mean, Finding.State state) {
        Finding finding = only("length(a) < 0.9", now(series(40, mean, 0.1)), Optional.empty());

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.now().orElseThrow().value()).isBetween(mean - 0.05, mean + 0.05);
        assertThat(finding.questions()).isEqualTo(40);
        if (state == Finding.State.UNDECIDED) {
            assertThat(finding.remark()).contains("both sides");
        }
    }

    @Test
    void changesArePairedSoThatQuestionsMayDifferWidely() {
        Series before = series(60, 0.5, 0.3);
        Series shifted = plus(before, 0.06, 0.01);
        Optional<Baseline> baseline = baseline("similarity(a, b)", before);

        Finding risen = only("similarity(a, b) <= +0.05", now(shifted), baseline);
        assertThat(risen.state()).isEqualTo(Finding.State.FAIL);
        assertThat(risen.tested().orElseThrow().low()).isGreaterThan(0.05);
        assertThat(risen.before()).isPresent();
        assertThat(risen.worst()).hasSize(5);
        Finding.Question worst = risen.worst().get(0);
        assertThat(worst.now() - worst.against().orElseThrow())
                .isGreaterThanOrEqualTo(risen.worst().get(1).now()
                        - risen.worst().get(1).against().orElseThrow());

        assertThat(only("similarity(a, b) >= -0.05", now(shifted), baseline).state())
                .isEqualTo(Finding.State.PASS);
    }

    @Test
    void anUnchangedRunPassesWhateverTheSpread() {
        Series same = series(20, 0.5, 0.4);
        Finding finding = only("wording(a, b) <= +0", now(same), baseline("wording(a, b)", same));
        assertThat(finding.state()).isEqualTo(Finding.State.PASS);
        assertThat(finding.worst()).isEmpty();
    }

    @Test
    void aFloorIsTakenOffQuestionByQuestion() {
        Series floor = series(30, 0.8, 0.1);
        Measured measured = new Measured(
                Optional.of(plus(floor, -0.05, 0.01)), Optional.of(floor), Optional.empty(), Optional.empty());
        assertThat(only("similarity(a, b) >= floor", measured, Optional.empty()).state())
                .isEqualTo(Finding.State.FAIL);
        assertThat(only("similarity(a, b) >= floor - 0.1", measured, Optional.empty())
                        .state())
                .isEqualTo(Finding.State.PASS);
        Measured once = new Measured(measured.now(), Optional.of(series(3, 1, 0)), Optional.empty(), Optional.empty());
        Finding none = only("similarity(a, b) >= floor", once, Optional.empty());
        assertThat(none.state()).isEqualTo(Finding.State.UNDECIDED);
        assertThat(none.remark()).contains("needs two samples", "only 3 questions");
    }

    @Test
    void aMarginalFindingDoesNotStandUpToManyConditions() {
        Series marginal = new Series(new TreeMap<>(marginal(40, 0.024)));
        assertThat(only("length(a) <= 0", now(marginal), Optional.empty()).state())
                .isEqualTo(Finding.State.FAIL);

        Map<Condition, Measured> many = new LinkedHashMap<>();
        many.put(condition("length(a) <= 0"), now(marginal));
        for (int i = 0; i < 30; i++) {
            many.put(condition("length(m" + i + ") <= 0"), now(series(40, -1, 0.1)));
        }
        Finding finding = Gate.judge(many, Optional.empty(), 1).get(0);
        assertThat(finding.state()).isEqualTo(Finding.State.UNDECIDED);
        assertThat(finding.remark()).contains("not after correction for 31 conditions");
    }

    /** Values whose mean is so far over 0 that about 1.3 % of the draws fall below. */
    private static Map<String, Double> marginal(int questions, double mean) {
        Map<String, Double> values = new TreeMap<>();
        for (int q = 0; q < questions; q++) {
            values.put("q" + (100 + q), mean + (q % 2 == 0 ? 0.0685 : -0.0685));
        }
        return values;
    }

    @Test
    void fewQuestionsDecideNothing() {
        Finding few = only("length(a) < 1", now(series(9, 5, 0.01)), Optional.empty());
        assertThat(few.state()).isEqualTo(Finding.State.UNDECIDED);
        assertThat(few.remark()).contains("only 9 questions");
        Finding half = only("length(a) < +1", now(series(20, 5, 0.01)), baseline("length(a)", series(40, 5, 0.01)));
        assertThat(half.state()).isEqualTo(Finding.State.UNDECIDED);
        assertThat(half.remark()).contains("only 20 of the 40 questions");
    }

    @Test
    void whatTheBaselineDoesNotHoldIsUndecidedAndWhatWasNotCollectedAnError() {
        assertThat(only("length(a) < +1", now(series(20, 5, 1)), baseline("length(b)", series(20, 5, 1)))
                        .remark())
                .contains("the baseline has no length(a)", "--update-baseline");
        Measured failed = new Measured(
                Optional.of(series(20, 5, 1)), Optional.empty(), Optional.empty(), Optional.of("9 of 20 failed"));
        Finding finding = only("length(a) < 1", failed, Optional.empty());
        assertThat(finding.state()).isEqualTo(Finding.State.ERROR);
        assertThat(finding.remark()).isEqualTo("9 of 20 failed");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.2, 1.8, 1, FAIL", // between 16 and 63 times: over 10
        "1.5, 0.8, 1.8, 1, UNDECIDED",
        "0.5, 0.1, 0.9, 1, PASS",
        "1.5, 1.2, 1.8, 4, UNDECIDED" // divided by four conditions it may be 4
    })
    void aRatioIsDividedByTheNumberOfRatiosBeforeItFails(
            double value, double low, double high, int conditions, Finding.State state) {
        Map<Condition, Measured> all = new LinkedHashMap<>();
        for (int i = 0; i < conditions; i++) {
            Condition condition = condition("lrT(s" + i + ", c) < 10");
            all.put(
                    condition,
                    new Measured(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(evidence(condition, new LogLr(value, low, high))),
                            Optional.empty()));
        }
        assertThat(Gate.judge(all, Optional.empty(), 1)).allMatch(finding -> finding.state() == state);
    }

    @Test
    void noRatioMeansNoDecision() {
        Condition condition = condition("lrS(s, c) < 10");
        Evidence none = new Evidence(
                "s", "c", Relation.S, Optional.empty(), Optional.of("too few labs"), List.of(), 30, 5, 5, 1);
        Finding finding = Gate.judge(
                        Map.of(
                                condition,
                                new Measured(Optional.empty(), Optional.empty(), Optional.of(none), Optional.empty())),
                        Optional.empty(),
                        1)
                .get(0);
        assertThat(finding.state()).isEqualTo(Finding.State.UNDECIDED);
        assertThat(finding.remark()).isEqualTo("too few labs");
    }

    @Test
    void equalModelsFailAboutAsOftenAsTheLevelSays() {
        int worlds = 150;
        int failed = 0;
        for (int world = 0; world < worlds; world++) {
            Series before = series(24, 0.6, 0.1);
            Finding finding =
                    only("similarity(a, b) <= +0", now(plus(before, 0, 0.05)), baseline("similarity(a, b)", before));
            failed += finding.state() == Finding.State.FAIL ? 1 : 0;
        }
        assertThat(failed / (double) worlds).isLessThan(0.07);
    }

    @Test
    void aSingleQuestionThatGoesToPiecesIsNotHiddenByTheMean() {
        Series before = series(60, 0.8, 0.1);
        TreeMap<String, Double> now = new TreeMap<>(plus(before, 0, 0.01).byQuestion());
        now.merge("q117", -0.6, Double::sum);
        Optional<Baseline> baseline = baseline("similarity(a, b)", before);

        Finding fallen = only("similarity(a, b) >= -0.05", now(new Series(now)), baseline);
        assertThat(fallen.tested().orElseThrow().low()).isGreaterThan(-0.05);
        assertThat(fallen.state()).isEqualTo(Finding.State.UNDECIDED);
        assertThat(fallen.remark())
                .isEqualTo("within the limit on the mean, but far more than other questions changed q117");
        assertThat(fallen.worst()).hasSize(1).allMatch(Finding.Question::severe);

        Finding otherSide = only("similarity(a, b) <= +0.05", now(new Series(now)), baseline);
        assertThat(otherSide.state()).isEqualTo(Finding.State.PASS);
        Finding allowed = only("similarity(a, b) >= -0.7", now(new Series(now)), baseline);
        assertThat(allowed.state()).as("it is within the limit by itself").isEqualTo(Finding.State.PASS);
    }

    @ParameterizedTest
    @CsvSource({"normal", "exponential", "mixed"})
    void questionsOfEqualModelsSeldomStandOut(String shape) {
        int worlds = 400;
        for (int questions : new int[] {20, 60}) {
            int found = 0;
            for (int world = 0; world < worlds; world++) {
                TreeMap<String, Double> changes = new TreeMap<>();
                for (int q = 0; q < questions; q++) {
                    changes.put("q" + (100 + q), change(shape));
                }
                Severity severity = new Severity();
                severity.add(condition("length(a) <= +0"), new Series(changes));
                severity.add(condition("length(b) >= -0"), new Series(changes));
                found += severity.find().isEmpty() ? 0 : 1;
            }
            assertThat(found / (double) worlds).as(questions + " questions").isLessThan(0.03);
        }
    }

    /** Changes by chance: normal, skewed, or of another size at each question. */
    private double change(String shape) {
        return switch (shape) {
            case "exponential" -> -Math.log(1 - random.uniform());
            case "mixed" -> random.normal() * Math.exp(0.7 * random.normal());
            default -> random.normal();
        };
    }

    @Test
    void termsNameWhatDiffers() {
        assertThat(TERMS.differences(TERMS)).isEmpty();
        assertThat(TERMS.differences(new Baseline.Terms("p", "x", "y")))
                .containsExactly("the embedder is e here and x there", "the calibration is c here and y there");
    }

    private static Evidence evidence(Condition condition, LogLr lr) {
        return new Evidence(
                condition.first(), "c", Relation.T, Optional.of(lr), Optional.empty(), List.of(), 100, 50, 20, 1);
    }

    private Series series(int questions, double mean, double deviation) {
        TreeMap<String, Double> values = new TreeMap<>();
        for (int q = 0; q < questions; q++) {
            values.put("q" + (100 + q), mean + deviation * random.normal());
        }
        return new Series(values);
    }

    private Series plus(Series series, double shift, double deviation) {
        TreeMap<String, Double> values = new TreeMap<>();
        series.byQuestion()
                .forEach((question, value) -> values.put(question, value + shift + deviation * random.normal()));
        return new Series(values);
    }

    private static Measured now(Series series) {
        return new Measured(Optional.of(series), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<Baseline> baseline(String figure, Series series) {
        return Optional.of(
                new Baseline(TERMS, new TreeMap<>(Map.of(figure, new Baseline.Figure(Gate.mean(series, 1), series)))));
    }

    private static Finding only(String condition, Measured measured, Optional<Baseline> baseline) {
        return Gate.judge(Map.of(condition(condition), measured), baseline, 1).get(0);
    }

    private static Condition condition(String text) {
        try {
            return Condition.parse(text);
        } catch (ConditionFault e) {
            throw new AssertionError(e);
        }
    }
}
