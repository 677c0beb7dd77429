package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.calibrate.Simulation.Kind;
import dev.kinprint.calibrate.Simulation.Suspect;
import dev.kinprint.calibrate.Simulation.Weighed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationFiguresTest {
    private static Weighed pair(Suspect suspect, boolean source, double log10Lr, boolean named) {
        return new Weighed(suspect, source, Relation.T, Optional.of(log10Lr), named);
    }

    private static List<Weighed> pairs() {
        List<Weighed> pairs = new ArrayList<>();
        for (long world = 1; world <= 2; world++) {
            Suspect stranger = new Suspect(world, "stranger", Kind.UNRELATED, 0);
            pairs.add(pair(stranger, false, -1, false));
            pairs.add(pair(stranger, false, world == 1 ? 1.5 : 0.5, world == 1));
            Suspect student = new Suspect(world, "student", Kind.STUDENT, 30);
            pairs.add(pair(student, true, world, world == 2));
            pairs.add(pair(student, false, 2, world == 1));
        }
        return pairs;
    }

    @Test
    void strangersAreCountedOnceHoweverManyCandidatesTheyAreWeighedAgainst() {
        SimulationFigures figures = SimulationFigures.of(24, 40, pairs(), 1);

        assertThat(figures.unrelated()).hasSize(1);
        SimulationFigures.Group distilled = figures.unrelated().get(0);
        assertThat(distilled.suspects()).isEqualTo(2);
        assertThat(distilled.pairs()).isEqualTo(4);
        assertThat(distilled.pairsAtTen()).isEqualTo(1);
        assertThat(distilled.atTen().value()).isEqualTo(0.5);
        assertThat(figures.accused().orElseThrow().value()).isEqualTo(0.5);
        assertThat(figures.accused().orElseThrow().high()).isGreaterThan(0.9);
    }

    @Test
    void aStudentIsCountedWithItsSourceAndMisnamedWithAnother() {
        SimulationFigures figures = SimulationFigures.of(24, 40, pairs(), 1);

        assertThat(figures.related()).singleElement().satisfies(group -> {
            assertThat(group.percent()).isEqualTo(30);
            assertThat(group.pairs()).isEqualTo(2);
            assertThat(group.atTen().value()).isEqualTo(1);
            assertThat(group.named().value()).isEqualTo(0.5);
            assertThat(group.misnamed()).isEqualTo(1);
            assertThat(group.median()).contains(1.5);
        });
        assertThat(figures.calibration()).containsOnlyKeys(Relation.T);
        assertThat(java.util.Objects.requireNonNull(figures.calibration().get(Relation.T)))
                .containsOnlyKeys("auroc", "cllr", "cllrMin");
    }

    @Test
    void aPairWithoutARatioIsKeptAndReachesNothing() {
        Suspect student = new Suspect(1, "student", Kind.STUDENT, 100);
        SimulationFigures figures = SimulationFigures.of(
                24, 5, List.of(new Weighed(student, true, Relation.T, Optional.empty(), false)), 1);

        assertThat(figures.related()).singleElement().satisfies(group -> {
            assertThat(group.weighed()).isZero();
            assertThat(group.suspects()).isEqualTo(1);
            assertThat(group.atTen().value()).isZero();
            assertThat(group.median()).isEmpty();
        });
        assertThat(figures.accused()).isEmpty();
        assertThat(figures.calibration()).isEmpty();
    }

    @Test
    void aDoseGoesWithAStudentAlone() {
        assertThatThrownBy(() -> new Suspect(1, "a", Kind.SAME, 10)).hasMessageContaining("percent: 10");
        assertThatThrownBy(() -> new Suspect(1, "a", Kind.STUDENT, 0)).hasMessageContaining("percent: 0");
    }
}
