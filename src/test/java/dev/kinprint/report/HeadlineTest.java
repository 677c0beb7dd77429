package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Support;
import dev.kinprint.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    private static final Verdict HIGH = verdict("anna", Relation.T, 2.4);
    private static final Verdict LOW = verdict("bruno", Relation.S, 0.5);

    @Test
    void namesOnlyWhatTheAttributionNames() {
        assertThat(Headline.of(List.of(HIGH, LOW), List.of(attribution(Relation.T), attribution(Relation.S, "bruno"))))
                .isEqualTo(new Headline("weak support for \u201Csame model\u201D", Optional.of("bruno"), Support.WEAK));
    }

    @Test
    void aHighRatioThatIsNotNamedIsNoHeadline() {
        Headline headline = Headline.of(List.of(HIGH), List.of(attribution(Relation.T)));
        assertThat(headline.candidate()).isEmpty();
        assertThat(headline.steps()).isZero();
    }

    @Test
    void saysWhereThereIsTooLittleData() {
        Verdict thin = new Verdict(
                new Evidence("x", "anna", Relation.T, Optional.empty(), Optional.of("few"), List.of(), 3, 40, 9, 1),
                Support.INSUFFICIENT_DATA,
                false,
                "insufficient data",
                List.of());
        assertThat(Headline.of(List.of(thin), List.of(attribution(Relation.T))).words())
                .isEqualTo("insufficient data");
    }

    @Test
    void whatIsNamedForTwoRelationsIsOneOfThem() {
        List<Verdict> verdicts = List.of(verdict("a", Relation.S, 1.5), verdict("a", Relation.D, 1.4));

        assertThat(Headline.of(verdicts, List.of(attribution(Relation.S, "a"), attribution(Relation.D, "a")))
                        .words())
                .isEqualTo("moderate support for \u201Csame model\u201D or \u201Cderived\u201D");
    }

    private static Attribution attribution(Relation relation, String... named) {
        return new Attribution("x", relation, 2, List.of(named), Optional.empty(), "words");
    }

    private static Verdict verdict(String candidate, Relation relation, double value) {
        Evidence evidence = new Evidence(
                "x",
                candidate,
                relation,
                Optional.of(new LogLr(value, value, value)),
                Optional.empty(),
                List.of(),
                60,
                40,
                20,
                1);
        return new Verdict(evidence, Support.of(value), true, "words", List.of());
    }
}
