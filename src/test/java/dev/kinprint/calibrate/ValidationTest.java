package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.channel.Profiles;
import dev.kinprint.corpus.Rewrite;
import dev.kinprint.json.Json;
import dev.kinprint.stats.Draws;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final int SOURCES = 15;
    private static final Lineages WORLD = Lineages.of(4, SOURCES);
    private static final Profiles PROFILES = WORLD.profiles();
    private static final Validation CROSS = Validation.of(PROFILES, WORLD.labels(), Optional.empty(), List.of(10), 3);

    private static RelationFigures figures(Validation validation, String relation) {
        return validation.relations().stream()
                .filter(one -> one.relation().equals(relation))
                .findFirst()
                .orElseThrow();
    }

    private static Interval measure(Validation validation, String relation, String name) {
        return java.util.Objects.requireNonNull(
                figures(validation, relation).measures().get(name), name);
    }

    @Test
    void knownRelationsOfAMadeUpWorldAreToldApart() {
        assertThat(measure(CROSS, "SD", "auroc").value()).isGreaterThan(0.97);
        assertThat(measure(CROSS, "T", "auroc").value()).isGreaterThan(0.8);
        assertThat(measure(CROSS, "T-family", "top1").value()).isGreaterThan(0.5);
        assertThat(measure(CROSS, "SD", "cllr").value()).isLessThan(0.6);
        assertThat(CROSS.models()).isEqualTo(2 * SOURCES);
        assertThat(CROSS.responses()).isEqualTo(2 * SOURCES * Lineages.QUESTIONS);
        assertThat(figures(CROSS, "S").counts()).containsEntry("positives", 5);
        assertThat(figures(CROSS, "D").counts()).containsEntry("positives", 5);
        assertThat(figures(CROSS, "T-family").counts())
                .containsEntry("students", 5)
                .containsEntry("families", SOURCES);
        assertThat(CROSS.falseAccusations().accused())
                .as("of %d unrelated pairs", CROSS.falseAccusations().pairs())
                .isLessThan(CROSS.falseAccusations().pairs() / 50);
    }

    @Test
    void everyIntervalHoldsItsEstimateAndEveryShareItsRange() {
        List<RelationFigures> all = new ArrayList<>(CROSS.relations());
        CROSS.byQuestions().values().forEach(all::addAll);
        assertThat(all).hasSizeGreaterThan(8).allSatisfy(figures -> figures.measures()
                .forEach((name, interval) -> {
                    assertThat(interval.value()).as(name).isBetween(interval.low(), interval.high());
                    assertThat(interval.low()).as(name).isNotNegative();
                    if (!name.startsWith("cllr")) {
                        assertThat(interval.high()).as(name).isLessThanOrEqualTo(1);
                    }
                }));
        assertThat(measure(CROSS, "SD", "cllrMin").value())
                .isLessThanOrEqualTo(measure(CROSS, "SD", "cllr").value());
        assertThat(CROSS.byQuestions()).containsOnlyKeys(10);
    }

    /** With labels dealt out at random there is nothing to find, and a fit that has seen its test pairs would find it. */
    @Test
    void dealtOutLabelsLeaveChance() {
        double sum = 0;
        double distilled = 0;
        int rounds = 4;
        for (int round = 0; round < rounds; round++) {
            int[] order = new Draws(round, 1).permutation(WORLD.rows().size());
            List<String> names = WORLD.rows().stream().map(Documented::model).toList();
            List<Documented> dealt = new ArrayList<>();
            for (int k = 0; k < order.length; k++) {
                Documented row = WORLD.rows().get(order[k]);
                dealt.add(new Documented(
                        names.get(k),
                        row.panel(),
                        row.family(),
                        row.lab(),
                        moved(row.base(), names, order),
                        row.teachers().stream()
                                .map(teacher -> moved(teacher, names, order))
                                .toList(),
                        row.descent(),
                        row.trusted()));
            }
            Validation validation = Validation.of(PROFILES, Labels.of(dealt), Optional.empty(), List.of(), round);
            sum += measure(validation, "SD", "auroc").value();
            distilled += measure(validation, "T", "auroc").value();
        }
        assertThat(sum / rounds)
                .as("mean AUROC under labels dealt out at random")
                .isEqualTo(0.5, within(0.2));
        assertThat(distilled / rounds)
                .as("mean AUROC of \"distilled\" under labels dealt out at random")
                .isEqualTo(0.5, within(0.2));
    }

    private static String moved(String name, List<String> names, int[] order) {
        int at = names.indexOf(name);
        for (int k = 0; k < order.length; k++) {
            if (at >= 0 && order[k] == at) {
                return names.get(k);
            }
        }
        return name;
    }

    @Test
    void aCalibrationOfOtherWorldsIsTestedUnchanged() {
        Validation tested =
                Validation.of(PROFILES, WORLD.labels(), Optional.of(Lineages.fitted(List.of(16))), List.of(), 3);

        assertThat(tested.calibration()).isEqualTo("made-up");
        assertThat(measure(tested, "SD", "auroc").value()).isGreaterThan(0.97);
        assertThat(measure(tested, "SD", "cllr").value()).isLessThan(0.6);
    }

    @Test
    void theJsonKeepsItsNames() {
        Json json = ValidationJson.of(CROSS);

        assertThat(json.at("schema").text()).contains("kinprint.validation/1");
        assertThat(json.at("corpus").at("models").whole()).contains(2L * SOURCES);
        assertThat(json.at("corpus").at("probes").whole()).contains((long) Lineages.QUESTIONS);
        assertThat(json.at("corpus").at("responses").whole()).contains(2L * SOURCES * Lineages.QUESTIONS);
        assertThat(json.at("calibration").text()).contains("cross");
        assertThat(json.at("relations").items())
                .extracting(one -> one.at("relation").text().orElseThrow())
                .contains("SD", "S", "D", "T-family", "T-any");
        for (Json one : json.at("relations").items()) {
            String relation = one.at("relation").text().orElseThrow();
            if (List.of("SD", "S", "D", "T-any").contains(relation)) {
                assertThat(one.at("positives").whole()).as(relation).isPresent();
                assertThat(one.at("negatives").whole()).as(relation).isPresent();
                for (String name : List.of("auroc", "eer", "cllr", "cllrMin")) {
                    for (String end : List.of("value", "low", "high")) {
                        assertThat(one.at(name).at(end).number())
                                .as("%s %s %s", relation, name, end)
                                .isPresent();
                    }
                }
                assertThat(json.toString()).contains("tprAt1PercentFpr");
            } else if (relation.equals("T-family")) {
                for (String name : List.of("students", "clusters", "families")) {
                    assertThat(one.at(name).whole()).as(name).isPresent();
                }
                assertThat(one.at("constantBaseline").number()).isPresent();
                assertThat(one.at("top1").at("value").number()).isPresent();
                assertThat(one.at("balancedTop1").at("low").number()).isPresent();
            }
        }
        assertThat(json.at("falseAccusations").at("rate").at("high").number()).isPresent();
        assertThat(json.at("falseAccusations").at("pairs").whole()).isPresent();
        assertThat(json.at("falseAccusations").at("moderateOrMore").whole()).isPresent();
        assertThat(json.at("byProbes").at(0).at("probes").whole()).contains(10L);
        assertThat(json.at("byProbes").at(0).at("relations").items()).isNotEmpty();
        assertThat(json.at("worst").items()).hasSizeLessThanOrEqualTo(20);
        assertThat(ValidationJson.of(Validation.of(PROFILES, WORLD.labels(), Optional.empty(), List.of(10), 3))
                        .canonical())
                .as("the same again")
                .isEqualTo(json.canonical());
    }

    @Test
    void theCalibrationLossStandsBesideThatOfPerfectCalibration() {
        Interval loss = measure(CROSS, "SD", "calibrationLoss");
        Interval perfect = measure(CROSS, "SD", "calibrationLossIfPerfect");

        assertThat(loss.value())
                .isEqualTo(
                        measure(CROSS, "SD", "cllr").value()
                                - measure(CROSS, "SD", "cllrMin").value(),
                        within(1e-9));
        assertThat(perfect.low()).isLessThan(perfect.high());
        assertThat(measure(CROSS, "SD", "aurocOneLabelFlipped").low())
                .as("one positive taken for unrelated costs something where all are found")
                .isLessThan(measure(CROSS, "SD", "auroc").value());
    }

    @Test
    void accusationsAreCountedByModelAndByLab() {
        Validation.FalseAccusations accusations = CROSS.falseAccusations();

        assertThat(accusations.byModel()).hasSize(accusations.models());
        assertThat(accusations.byModel().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(accusations.accused());
        assertThat(accusations.labs()).isLessThanOrEqualTo(accusations.models());
        assertThat(accusations.labRate().high()).isBetween(accusations.labRate().value(), 1.0);
    }

    @Test
    void someRelationsCanBeAskedForAlone() {
        Validation some = CROSS.only(List.of("T"));

        assertThat(some.relations()).extracting(RelationFigures::relation).containsExactly("T-family", "T-any", "T");
        assertThat(some.scored()).extracting(Validation.Scored::relation).containsExactly("T");
        assertThat(CROSS.only(List.of("S")).relations())
                .extracting(RelationFigures::relation)
                .containsExactly("S");
    }

    @Test
    void whatIsRewrittenIsMeasuredOnAFitThatHasSeenPlainAnswersAlone() {
        List<Robustness.Rewritten> rewritten = Robustness.of(
                List.of(Rewrite.NONE, Rewrite.TRUNCATED),
                PROFILES.corpus(),
                WORLD.labels(),
                corpus -> Channels.fit(Material.of(corpus), PROFILES.channels()),
                Optional.empty(),
                3);

        assertThat(rewritten)
                .extracting(Robustness.Rewritten::rewrite)
                .containsExactly(Rewrite.NONE, Rewrite.TRUNCATED);
        assertThat(rewritten.get(0).relations())
                .as("nothing rewritten is the plain validation")
                .isEqualTo(CROSS.relations());
        assertThat(CROSS.with(rewritten).robustness()).isEqualTo(rewritten);
        assertThat(rewritten.get(1).relations())
                .as("of what is cut less is left")
                .isNotEqualTo(rewritten.get(0).relations());
    }
}
