package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogOddsTest {
    @Test
    void agreesWithNumPyAndSciPy() {
        // python3: log((12+.8)/(900+500-12-.8)) - log((30+.8)/(20000+500-30-.8)); z = that/sqrt(1/12.8+1/30.8);
        // scipy.stats.norm.sf(z)
        LogOdds more = LogOdds.of(12, 900, 30, 20_000, 0.8, 500);
        assertThat(more.value()).isEqualTo(1.8135644712285917, within(1e-12));
        assertThat(more.z()).isEqualTo(5.4534344532293275, within(1e-12));
        assertThat(more.pValue()).isEqualTo(2.470308128698448e-08, within(1e-19));

        LogOdds none = LogOdds.of(0, 900, 30, 20_000, 0.8, 500);
        assertThat(none.z()).isEqualTo(-0.8544556621162515, within(1e-12));
        assertThat(none.pValue()).isEqualTo(0.8035737169793273, within(1e-12));
    }

    @Test
    void thePriorHoldsBackWhatWasSeenOnce() {
        assertThat(LogOdds.of(1, 900, 0, 20_000, 0.05, 500).z())
                .isLessThan(LogOdds.of(9, 900, 0, 20_000, 0.45, 500).z());
    }

    @Test
    void refusesCountsBeyondTheirTotal() {
        assertThatThrownBy(() -> LogOdds.of(2, 1, 0, 1, 1, 2)).hasMessageContaining("counts");
        assertThatThrownBy(() -> LogOdds.of(1, 1, 0, 1, 0, 2)).hasMessageContaining("prior");
    }
}
