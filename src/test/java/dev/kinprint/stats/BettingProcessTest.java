package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BettingProcessTest {
    /** python3: the product of 1 + lam*(x-.4), lam from the mean and variance of the scores before x, with numpy. */
    private static final double[] WEALTH = {
        1.1923076923076923,
        0.8942307692307692,
        1.0897306135160385,
        1.5707151601713933,
        2.0615636477249537,
        1.2884772798280961,
        2.1429411601351496
    };

    @Test
    void wealthAgreesWithAnIndependentComputation() {
        double[] scores = {0.9, 0.2, 0.7, 0.8, 0.65, 0.1, 1};
        BettingProcess process = BettingProcess.against(0.4);
        for (int k = 0; k < scores.length; k++) {
            process = process.after(scores[k]);
            assertThat(process.eValue()).as("after %d scores", k + 1).isEqualTo(WEALTH[k], within(1e-12));
        }
        assertThat(process.observations()).isEqualTo(7);
        assertThat(process.pValue()).isEqualTo(1 / 2.1429411601351496, within(1e-12));
    }

    @Test
    void thePeakCountsAndNotTheLastValue() {
        BettingProcess process = BettingProcess.against(0.3);
        for (int k = 0; k < 12; k++) {
            process = process.after(0.9);
        }
        assertThat(process.rejects(0.05)).isTrue();
        for (int k = 0; k < 50; k++) {
            process = process.after(0);
        }
        assertThat(process.eValue()).isLessThan(20);
        assertThat(process.rejects(0.05)).as("decided is decided").isTrue();
    }

    @Test
    void falseAlarmsStayUnderTheLevelHoweverLongOneLooks() {
        int alarms = 0;
        int worlds = 4_000;
        Random random = new Random(5);
        for (int world = 0; world < worlds; world++) {
            BettingProcess process = BettingProcess.against(0.35);
            // The mean is exactly the tolerance: the hardest case of the null.
            for (int k = 0; k < 300 && !process.rejects(0.05); k++) {
                process = process.after(random.nextDouble() < 0.35 ? 1 : 0);
            }
            alarms += process.rejects(0.05) ? 1 : 0;
        }
        assertThat(alarms / (double) worlds).isLessThan(0.05).isGreaterThan(0.01);
    }

    @Test
    void theStakeDoesNotSeeTheScoreItIsPutOn() {
        BettingProcess before = BettingProcess.against(0.5).after(0.8).after(0.6);
        double stake = before.stake();
        for (double next : new double[] {0, 0.5, 1}) {
            assertThat(before.after(next).eValue() / before.eValue())
                    .isEqualTo(1 + stake * (next - 0.5), within(1e-12));
        }
        assertThat(BettingProcess.against(0.9).after(0).stake())
                .as("nothing is staked on what does not lead")
                .isZero();
    }

    @Test
    void refusesWhatIsNoScoreToleranceOrLevel() {
        assertThatThrownBy(() -> BettingProcess.against(1)).hasMessageContaining("tolerance: 1.0");
        assertThatThrownBy(() -> BettingProcess.against(0.5).after(1.01)).hasMessageContaining("score: 1.01");
        assertThatThrownBy(() -> BettingProcess.against(0.5).after(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> BettingProcess.against(0.5).rejects(0)).hasMessageContaining("level: 0.0");
    }
}
