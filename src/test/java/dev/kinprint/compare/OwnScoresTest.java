package dev.kinprint.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.channel.Reference;
import dev.kinprint.stats.Moments;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left when a few scores are taken off is what comes out when the others are added up. */
class OwnScoresTest {
    private static final int MEMBERS = 60;

    private final Random random = new Random(7);
    private final Scores scores = new Scores(MEMBERS, false);
    private final double[] weights = new double[MEMBERS];

    private void fill(double spread, double outlier) {
        for (int i = 0; i < MEMBERS; i++) {
            weights[i] = i % 9 == 0 ? 0 : 1.0 / (1 + i % 4);
            for (int j = i + 1; j < MEMBERS; j++) {
                boolean kin = i / 6 == j / 6;
                double score = 0.3 + spread * random.nextGaussian() + (kin ? outlier : 0);
                scores.set(i, j, (i + j) % 11 == 0 ? OptionalDouble.empty() : OptionalDouble.of(score));
            }
        }
    }

    /** A pair, the kin of both, and some more. */
    private static Reference background(int i, int j, int more) {
        int[] out = new int[12 + more];
        for (int k = 0; k < 6; k++) {
            out[k] = i / 6 * 6 + k;
            out[6 + k] = j / 6 * 6 + k;
        }
        for (int k = 0; k < more; k++) {
            out[12 + k] = (i * 7 + j * 3 + k * 5) % MEMBERS;
        }
        return new Reference(MEMBERS, out);
    }

    private Moments addedUp(int member, Reference background) {
        Moments.Sum sum = new Moments.Sum();
        for (int r = 0; r < MEMBERS; r++) {
            if (background.holds(r) && scores.get(member, r).isPresent()) {
                sum.add(scores.get(member, r).getAsDouble(), weights[r]);
            }
        }
        return sum.moments();
    }

    private void agree(double spread, double outlier, int more) {
        fill(spread, outlier);
        OwnScores own = new OwnScores(scores, weights);
        for (int i = 0; i < MEMBERS; i++) {
            for (int j = i + 1; j < MEMBERS; j++) {
                Reference background = background(i, j, more);
                for (int member : new int[] {i, j}) {
                    Moments expected = addedUp(member, background);
                    Moments found = own.against(member, background);
                    String what = member + " of " + i + ", " + j;
                    assertThat(found.effective()).as(what).isEqualTo(expected.effective(), within(1e-8));
                    assertThat(found.mean()).as(what).isEqualTo(expected.mean(), within(1e-10 * spread + 1e-15));
                    assertThat(found.deviation()).as(what).isEqualTo(expected.deviation(), within(1e-7 * spread));
                }
            }
        }
    }

    @Test
    void ofScoresLikeOthers() {
        agree(0.05, 0, 0);
        agree(0.05, 0.4, 5);
    }

    @Test
    void whereTheRestVariesAThousandTimesLessThanWhatIsTakenOff() {
        agree(1e-6, 0.5, 3);
    }

    @Test
    void whereTheRestDoesNotVaryAtAll() {
        agree(0, 0.5, 3);
    }

    @Test
    void whereMostIsTakenOffOrNothingIsLeft() {
        agree(0.05, 0.2, 40);
        Arrays.fill(weights, 0);
        assertThat(new OwnScores(scores, weights).against(3, background(3, 40, 0)))
                .isEqualTo(new Moments(0, 0, 0));
    }
}
