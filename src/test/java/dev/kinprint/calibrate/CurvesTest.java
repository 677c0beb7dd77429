package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Validation.Scored SCORED = new Validation.Scored(
            "S",
            List.of(
                    new Validation.Scored.Point(1.5, true, 1),
                    new Validation.Scored.Point(-0.5, true, 1),
                    new Validation.Scored.Point(0.5, false, 3),
                    new Validation.Scored.Point(-1, false, 1)));

    @Test
    void sharesFallFromAllToNone() {
        assertThat(Curves.atOrAbove(SCORED, false, 2))
                .containsExactly(
                        new Curves.Point(-2, 1),
                        new Curves.Point(-1, 1),
                        new Curves.Point(-1, 0.75),
                        new Curves.Point(0.5, 0.75),
                        new Curves.Point(0.5, 0),
                        new Curves.Point(2, 0));
    }

    @Test
    void missesRiseAsFalseAlarmsFall() {
        List<Curves.Point> det = Curves.det(SCORED);

        assertThat(det).hasSize(5);
        // At the threshold 0.5 three quarters of the negatives and half of the positives are above.
        assertThat(det.get(2).x()).as("scipy.stats.norm.ppf(.75)").isEqualTo(0.6744897501960817, within(1e-9));
        assertThat(det.get(2).y()).isEqualTo(0, within(1e-9));
        for (int k = 1; k < det.size(); k++) {
            assertThat(det.get(k).x()).isLessThanOrEqualTo(det.get(k - 1).x());
            assertThat(det.get(k).y()).isGreaterThanOrEqualTo(det.get(k - 1).y());
        }
        assertThat(Curves.probit(0)).as("scipy.stats.norm.ppf(.0005)").isEqualTo(-3.2905267314919255, within(1e-9));
    }
}
