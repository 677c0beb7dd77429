package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** The same pairs, weighed by the same fits without their clusters, as a validation weighs them. */
    @Test
    void relatedPairsAreWeighedAsInAValidation() {
        Lineages world = Lineages.of(4, 15);
        CalibrationSource source = new CalibrationSource(
                "one", "one world", 30, Lineages.QUESTIONS, 1, 0, Optional.empty(), CalibrationSource.DISTILLED_BY, 3);
        Power power = Calibrations.fit(
                        source,
                        List.of(new Calibrations.Labelled(world.profiles(), world.labels())),
                        List.of(Lineages.QUESTIONS))
                .power(DAY);
        Validation validation = Validation.of(world.profiles(), world.labels(), Optional.empty(), List.of(), 3);

        for (Relation relation : Relation.values()) {
            List<Double> validated = validation.scored().stream()
                    .filter(scored -> scored.relation().equals(relation.name()))
                    .flatMap(scored -> scored.points().stream())
                    .filter(Validation.Scored.Point::holds)
                    .map(Validation.Scored.Point::log10Lr)
                    .sorted()
                    .toList();
            assertThat(validated).as(relation.name()).hasSize(5);
            assertThat(power.at(relation, Lineages.QUESTIONS).orElseThrow().pairs().stream()
                            .map(Power.Weighed::log10Lr)
                            .sorted())
                    .as(relation.name())
                    .containsExactlyElementsOf(validated);
        }
    }

    private static Power.Curve curve(int questions, double... ratios) {
        List<Power.Weighed> pairs = java.util.stream.IntStream.range(0, ratios.length)
                .mapToObj(k -> new Power.Weighed(StrictMath.log10(ratios[k]), k, k + ratios.length))
                .toList();
        return new Power.Curve(Relation.S, questions, StrictMath.log10(40), pairs);
    }

    private static final Power MADE_UP = new Power(
            "made-up@0",
            DAY,
            8,
            List.of(
                    curve(10, 30, 30, 30, 30),
                    curve(25, 30, 5, 30, 5),
                    curve(50, 30, 30, 5, 30),
                    curve(100, 40, 40, 30, 12)));

    @Test
    void aShareCountsThePairsThatReachTheRatio() {
        Power.Curve curve = MADE_UP.at(Relation.S, 50).orElseThrow();

        assertThat(curve.reaching(10).value()).isEqualTo(0.75);
        assertThat(curve.reaching(30).value()).isEqualTo(0.75);
        assertThat(curve.reaching(31).value()).isZero();
        assertThat(curve.reaching(10).low()).isLessThan(0.75);
        assertThat(curve.mostRatio()).isEqualTo(40);
    }

    @Test
    void aNumberOfQuestionsIsEnoughOnlyIfEveryGreaterOneIs() {
        assertThat(MADE_UP.questionsFor(Relation.S, 10, 0.7)).contains(50);
        assertThat(MADE_UP.questionsFor(Relation.S, 10, 0.5)).contains(10);
        assertThat(MADE_UP.questionsFor(Relation.S, 35, 0.8)).isEmpty();
        assertThat(MADE_UP.questionsFor(Relation.D, 10, 0.5)).isEmpty();
    }

    @Test
    void anAuditIsWeighedByTheGreatestLevelThatItNearlyReaches() {
        assertThat(MADE_UP.level(8)).contains(10);
        assertThat(MADE_UP.level(7)).isEmpty();
        assertThat(MADE_UP.level(24)).contains(25);
        assertThat(MADE_UP.level(805)).contains(100);
    }

    @Test
    void theFileKeepsEverything() throws JsonFault {
        Power read = PowerJson.read(Json.parse(PowerJson.of(MADE_UP).canonical()));

        assertThat(PowerJson.of(read)).isEqualTo(PowerJson.of(MADE_UP));
        assertThat(read.questionsFor(Relation.S, 30, 0.7)).isEqualTo(MADE_UP.questionsFor(Relation.S, 30, 0.7));
        assertThatThrownBy(() -> PowerJson.read(Json.object("schema", "kinprint.power/2")))
                .hasMessageContaining("kinprint.power/1");
    }

    /** After a calibration is made again, so are these: CONTRIBUTING.md has the commands. */
    @ParameterizedTest
    @ValueSource(strings = {Calibrations.BUILTIN, Calibrations.LAB})
    void whatShipsWasMeasuredOnTheCalibrationThatShips(String name) {
        Calibrations calibration = Calibrations.named(name);
        Power shipped = PowerJson.shipped(name).orElseThrow();

        assertThat(shipped.calibration()).isEqualTo(calibration.id());
        assertThat(shipped.questions())
                .containsExactlyElementsOf(calibration.calibration().levels().stream()
                        .map(Calibration.Level::questions)
                        .toList());
        assertThat(PowerJson.shipped("ours.json.gz")).isEmpty();
    }
}
