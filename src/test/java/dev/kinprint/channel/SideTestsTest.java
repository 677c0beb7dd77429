package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SideTestsTest {
    private static final int MODELS = 8;
    private static final Reference OTHERS = new Reference(MODELS, 0, 1);

    private static SideTest test(String id) {
        return SideTests.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<SideTest> all() {
        return SideTests.all();
    }

    /** Answers of each model; models 0 and 1 are one where {@code same}. */
    private interface Writer {
        String write(Random random, int model, int question, int sample);
    }

    private static Corpus corpus(Probe.Category category, String key, int questions, int samples, Writer writer) {
        Corpus.Builder builder = new Corpus.Builder();
        for (int m = 0; m < MODELS; m++) {
            builder.member(new Member(
                    "m" + m, new Origin(Optional.of("Lab" + m), Optional.empty(), Optional.empty(), Optional.empty())));
        }
        for (int q = 0; q < questions; q++) {
            String id = "q" + (10 + q);
            builder.question(new Question(id, category, "?", Optional.of(key).filter(k -> !k.isEmpty())));
            for (int m = 0; m < MODELS; m++) {
                for (int s = 0; s < samples; s++) {
                    builder.text("m" + m, id, s, writer.write(new Random(m * 977L + q * 31L + s), m, q, s));
                }
            }
        }
        return builder.build();
    }

    /** What a model picks: 0 and 1 have the same favourites. */
    private static String pick(Random random, int model, int question) {
        int favourite = Math.floorMod(Arrays.hashCode(new int[] {Math.max(1, model), question}), 10);
        return "word" + (random.nextInt(4) > 0 ? favourite : random.nextInt(10));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTestSaysWhatItIsAndIsSilentWithoutData(SideTest test) {
        assertThat(test.title()).hasSizeGreaterThan(10).doesNotEndWith(".");
        assertThat(test.unit()).isNotBlank();
        assertThat(test.limits()).contains("says nothing");
        Corpus open = corpus(Probe.Category.OPEN, "", 6, 1, (random, m, q, s) -> "An answer. " + m);

        Finding finding = test.test(open, 0, 1, OTHERS, 1);

        assertThat(finding.value()).isEmpty();
        assertThat(finding.pValue()).isEmpty();
        assertThat(finding.words()).startsWith("Too little data");
    }

    @Test
    void habitsFindOneModelAmongStrangers() {
        Corpus choices = corpus(Probe.Category.CHOICE, "", 6, 12, (random, m, q, s) -> pick(random, m, q) + ".");

        Finding same = test("habits").test(choices, 0, 1, OTHERS, 1);
        Finding strangers = test("habits").test(choices, 2, 3, new Reference(MODELS, 2, 3), 1);

        assertThat(same.pValue()).hasValue(1 / 7.0);
        assertThat(same.units()).isEqualTo(6);
        assertThat(same.words()).contains("of 6 background labs 0 are as much alike");
        assertThat(strangers.pValue().orElseThrow()).isGreaterThan(2 / 7.0);
        assertThat(same.value().orElseThrow()).isGreaterThan(strangers.value().orElseThrow() + 0.2);
    }

    @Test
    void labsAndNotModelsAreCounted() {
        Corpus choices = corpus(Probe.Category.CHOICE, "", 6, 12, (random, m, q, s) -> pick(random, m, q));

        assertThat(test("habits")
                        .test(choices, 0, 1, new Reference(MODELS, 0, 1, 4, 5, 6), 1)
                        .pValue())
                .as("three labs are left, so no p-value under a quarter")
                .hasValue(0.25);
    }

    @Test
    void sharedRareErrorsCountAndSharedCommonOnesDoNot() {
        // All models are wrong on all questions. 0 and 1 err alike where nobody else does; 2 and 3 err as everybody
        // does.
        Corpus keyed = corpus(
                Probe.Category.KEYED,
                "42",
                8,
                1,
                (random, m, q, s) -> m <= 1 ? "Answer: 7" + q : m <= 5 ? "Answer: 41" : "Answer: 9" + m);
        Finding rare = test("errors").test(keyed, 0, 1, OTHERS, 1);
        Finding common = test("errors").test(keyed, 2, 3, new Reference(MODELS, 2, 3), 1);

        // By hand: six wrong models, none in the same way: ln(7/1), and chance expects nothing.
        assertThat(rare.value().orElseThrow()).isEqualTo(Math.log(7), within(1e-12));
        assertThat(rare.pValue()).hasValue(1 / 7.0);
        // Six wrong models, two in the same way: ln(7/3)·(1 − 2/7).
        assertThat(common.value().orElseThrow()).isEqualTo(Math.log(7 / 3.0) * 5 / 7, within(1e-12));
        assertThat(common.pValue().orElseThrow()).isGreaterThan(2 / 7.0);
    }

    @Test
    void rightAnswersAreNoErrors() {
        Corpus right = corpus(Probe.Category.KEYED, "1,234.5", 8, 1, (random, m, q, s) -> "So.\n**Answer:** 1234.5.");

        assertThat(test("errors").test(right, 0, 1, OTHERS, 1).value()).isEmpty();
    }

    @Test
    void refusalsAreCorrectedForWhatEverybodyRefuses() {
        // Everybody refuses the first ten questions; 0 and 1 alone also refuse every third of the others.
        Writer writer = (random, m, q, s) -> q < 10 || (m <= 1 && q % 3 == 0) || (m == 5 && q % 4 == 1)
                ? "I'm sorry, but I can't assist with that."
                : "Gladly: it is like this.";
        Corpus contested = corpus(Probe.Category.CONTESTED, "", 24, 1, writer);

        Finding same = test("refusals").test(contested, 0, 1, OTHERS, 1);

        assertThat(same.value().orElseThrow()).isEqualTo(1, within(1e-9));
        assertThat(same.pValue()).hasValue(1 / 7.0);
        assertThat(test("refusals")
                        .test(contested, 0, 5, new Reference(MODELS, 0, 5), 1)
                        .value()
                        .orElseThrow())
                .as("what everybody refuses makes nobody alike")
                .isLessThan(0.2);
    }

    @Test
    void aProvidersOwnRefusalCountsAsOne() {
        Corpus.Builder builder = new Corpus.Builder();
        for (int m = 0; m < MODELS; m++) {
            builder.member(new Member("m" + m, Origin.unknown()));
        }
        for (int q = 0; q < 9; q++) {
            String id = "q" + q;
            builder.question(new Question(id, Probe.Category.CONTESTED, "?", Optional.empty()));
            for (int m = 0; m < MODELS; m++) {
                if ((m <= 1 && q % 2 == 0) || (m == 5 && q == 3)) {
                    builder.gap(new Gap("m" + m, id, 0, Gap.Reason.REFUSED, ""));
                } else {
                    builder.text("m" + m, id, 0, "Here it is.");
                }
            }
        }
        assertThat(test("refusals")
                        .test(builder.build(), 0, 1, OTHERS, 1)
                        .value()
                        .orElseThrow())
                .isEqualTo(1, within(1e-9));
    }

    @Test
    void identityIsAnObservationWithoutAPValue() {
        Corpus corpus = corpus(
                Probe.Category.IDENTITY, "", 4, 1, (random, m, q, s) -> q == 0 ? "I am not Lab1." : "I am of Lab1!");
        Finding found = test("identity").test(corpus, 0, 1, OTHERS, 1);

        assertThat(found.value()).hasValue(0.75);
        assertThat(found.pValue()).isEmpty();
        assertThat(found.words()).contains("3 of 4").contains("observation");
        assertThat(test("identity").test(corpus, 0, 2, OTHERS, 1).value()).hasValue(0.0);
    }

    @Test
    void samenessTellsModelsApartAndLetsOneModelPass() {
        Writer writer = (random, m, q, s) -> {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 12; w++) {
                text.append(pick(random, m, q + w)).append(' ');
            }
            return text.toString();
        };
        Corpus samples = corpus(Probe.Category.SAMENESS, "", 10, 5, writer);

        assertThat(test("sameness").test(samples, 0, 1, OTHERS, 1).pValue().orElseThrow())
                .isGreaterThan(0.05);
        assertThat(test("sameness").test(samples, 0, 2, OTHERS, 1).pValue()).hasValue(1 / 1000.0);
    }

    @Test
    void aStrayLeadingSpaceDoesNotDecide() {
        Writer plain = (random, m, q, s) -> pick(random, m, q) + " and " + pick(random, m, q + 1);
        Writer spaced = (random, m, q, s) -> (m == 1 ? " " : "") + plain.write(random, m, q, s);
        Finding without = test("sameness").test(corpus(Probe.Category.SAMENESS, "", 8, 6, plain), 0, 1, OTHERS, 1);
        Finding with = test("sameness").test(corpus(Probe.Category.SAMENESS, "", 8, 6, spaced), 0, 1, OTHERS, 1);

        assertThat(with).isEqualTo(without);
        assertThat(with.pValue().orElseThrow()).isGreaterThan(0.05);
    }

    @Test
    void aFindingWithAPValueHasAValue() {
        assertThatThrownBy(() -> new Finding(Optional.empty(), Optional.of(0.5), 1, ""))
                .hasMessageContaining("pValue");
        assertThatThrownBy(() -> new Finding(Optional.of(Double.NaN), Optional.empty(), 1, ""))
                .hasMessageContaining("NaN");
    }
}
