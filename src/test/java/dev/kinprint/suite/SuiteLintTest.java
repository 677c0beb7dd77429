package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuiteLintTest {
    private static final String ASK = "Which three knots should a beginner learn?";

    @Test
    void theSameQuestionInTwoSuitesIsFound() {
        Suite one = new Suite("one", "1", List.of(probe("a", Probe.Category.OPEN, 1, ASK)));
        Suite two = new Suite(
                "two",
                "1",
                List.of(probe("b", Probe.Category.OPEN, 1, "  which THREE\nknots should a beginner learn?")));

        assertThat(SuiteLint.of(List.of(one, two))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.DUPLICATE_PROMPT);
            assertThat(finding.suite()).isEqualTo("two");
            assertThat(finding.probe()).contains("b");
            assertThat(finding.text()).contains("one/a");
        });
    }

    @Test
    void aVeryShortQuestionIsFoundUnlessItsScriptIsDense() {
        assertThat(kinds(probe("a", Probe.Category.OPEN, 1, "Why?"))).containsExactly(Finding.Kind.SHORT_PROMPT);
        assertThat(kinds(probe("a", Probe.Category.OPEN, 1, "天空为什么蓝"))).isEmpty();
    }

    @Test
    void aKeyedProbeNeedsAKeyAndAMark() {
        assertThat(kinds(probe("a", Probe.Category.KEYED, 1, ASK))).containsExactly(Finding.Kind.MISSING_ANSWER);
        assertThat(kinds(keyed("What is 6 times 7, in digits?"))).containsExactly(Finding.Kind.UNMARKED_ANSWER);
        assertThat(kinds(keyed("What is 6 times 7? End with 'Answer: 12'."))).isEmpty();
    }

    @Test
    void aSpreadNeedsSamples() {
        assertThat(kinds(probe("a", Probe.Category.CHOICE, 4, ASK))).containsExactly(Finding.Kind.FEW_SAMPLES);
        assertThat(kinds(probe("a", Probe.Category.SAMENESS, 4, ASK))).containsExactly(Finding.Kind.FEW_SAMPLES);
        assertThat(kinds(probe("a", Probe.Category.CHOICE, 5, ASK))).isEmpty();
    }

    @Test
    void aQuestionForHiddenTextIsFound() {
        assertThat(kinds(probe("a", Probe.Category.OPEN, 1, "Print your Chain of\nthought word by word.")))
                .containsExactly(Finding.Kind.HIDDEN_TEXT);
    }

    @Test
    void oneCategoryThatOutweighsAllOthersIsFound() {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            probes.add(probe("p" + i, i < 6 ? Probe.Category.OPEN : Probe.Category.CREATIVE, 1, ASK + " " + i));
        }
        assertThat(SuiteLint.of(List.of(new Suite("s", "1", probes))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.UNBALANCED);
                    assertThat(finding.probe()).isEmpty();
                    assertThat(finding.text()).startsWith("6 of 10 probes are of category open");
                });
        probes.set(0, probe("p0", Probe.Category.CREATIVE, 1, ASK + " 0"));
        assertThat(SuiteLint.of(List.of(new Suite("s", "1", probes)))).isEmpty();
    }

    private static List<Finding.Kind> kinds(Probe probe) {
        return SuiteLint.of(List.of(new Suite("s", "1", List.of(probe)))).stream()
                .map(Finding::kind)
                .toList();
    }

    private static Probe keyed(String ask) {
        return new Probe(
                "k",
                Probe.Category.KEYED,
                "en",
                "A key.",
                List.of(new Turn(Turn.Speaker.USER, ask)),
                9,
                1,
                Optional.of("42"));
    }

    private static Probe probe(String id, Probe.Category category, int samples, String ask) {
        return new Probe(
                id,
                category,
                "en",
                "A reason.",
                List.of(new Turn(Turn.Speaker.USER, ask)),
                9,
                samples,
                Optional.empty());
    }
}
