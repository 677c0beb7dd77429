package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DiscriminationTest {
    private static final double[] S = {2.3, 0.4, -1.0, 0.4, 1.7, -0.2, 0.9, -2.1, 0.4, 3.0};
    private static final boolean[] T = {true, true, false, false, true, false, true, false, true, false};
    private static final double[] W = {1, 2, 0.5, 1, 1.5, 0.25, 1, 3, 0.75, 0.4};
    private static final Offset<Double> EXACT = within(1e-12);

    private static final String DATA = """
            s=np.array([2.3,.4,-1,.4,1.7,-.2,.9,-2.1,.4,3]); t=np.array([1,1,0,0,1,0,1,0,1,0],bool)
            w=np.array([1,2,.5,1,1.5,.25,1,3,.75,.4])
            """;

    private static Discrimination even() {
        double[] ones = new double[S.length];
        Arrays.fill(ones, 1);
        return new Discrimination(S, T, ones);
    }

    private static Discrimination weighted() {
        return new Discrimination(S, T, W);
    }

    @Test
    void aurocAgreesWithMannWhitneyAndScikitLearn() {
        assertThat(even().auroc())
                .as(DATA + "scipy.stats.mannwhitneyu(s[t],s[~t]).statistic/25; sklearn.metrics.roc_auc_score(t,s)")
                .isEqualTo(0.76, EXACT);
        assertThat(weighted().auroc())
                .as(DATA + "sklearn.metrics.roc_auc_score(t,s,sample_weight=w)")
                .isEqualTo(0.8796116504854368, EXACT);
    }

    @Test
    void trueAndFalsePositiveRatesLieOnTheRocCurve() {
        String command = DATA + "f,p,_=sklearn.metrics.roc_curve(t,s,sample_weight=w); p[f<=x].max()";
        assertThat(even().truePositiveRate(0)).as(command).isZero();
        assertThat(even().truePositiveRate(0.1)).as(command).isZero();
        assertThat(even().truePositiveRate(0.2)).as(command).isEqualTo(0.6, EXACT);
        assertThat(even().truePositiveRate(0.3)).as(command).isEqualTo(0.6, EXACT);
        assertThat(even().truePositiveRate(0.4)).as(command).isEqualTo(1, EXACT);
        assertThat(weighted().truePositiveRate(0.1)).as(command).isEqualTo(0.56, EXACT);
        assertThat(weighted().truePositiveRate(0.3)).as(command).isEqualTo(1, EXACT);
    }

    @Test
    void equalErrorRateIsWhereTheRocCurveMeetsTheDiagonal() {
        String command = DATA
                + "f,p,_=roc_curve(t,s,sample_weight=w,drop_intermediate=False); d=1-p-f; k=np.where(d<=0)[0][0]\n"
                + "a=d[k-1]/(d[k-1]-d[k]); f[k-1]+a*(f[k]-f[k-1])";
        assertThat(even().equalErrorRate()).as(command).isEqualTo(0.26666666666666666, EXACT);
        assertThat(weighted().equalErrorRate()).as(command).isEqualTo(0.1886099203919167, EXACT);
    }

    @Test
    void costsAgreeWithTheFormulaAndWithIsotonicRegression() {
        String cllr = DATA + ".5*(np.average(np.log2(1+np.exp(-s[t])),weights=w[t])"
                + "+np.average(np.log2(1+np.exp(s[~t])),weights=w[~t]))";
        assertThat(even().cllr()).as(cllr).isEqualTo(0.9549254102458336, EXACT);
        assertThat(weighted().cllr()).as(cllr).isEqualTo(0.6323893577546886, EXACT);
        String least = DATA + "v=np.where(t,w/w[t].sum(),w/w[~t].sum())\n"
                + "p=sklearn.isotonic.IsotonicRegression().fit(s,t,sample_weight=v).predict(s)\n"
                + ".5*(np.average(-np.log2(p[t]),weights=w[t])+np.average(-np.log2(1-p[~t]),weights=w[~t]))";
        assertThat(even().cllrMin()).as(least).isEqualTo(0.6, EXACT);
        assertThat(weighted().cllrMin()).as(least).isEqualTo(0.45222585111174846, EXACT);
    }

    @Test
    void perfectSeparationCostsNothing() {
        Discrimination perfect = new Discrimination(
                new double[] {-40, -30, 30, 40}, new boolean[] {false, false, true, true}, new double[] {1, 1, 1, 1});

        assertThat(perfect.auroc()).isEqualTo(1);
        assertThat(perfect.truePositiveRate(0)).isEqualTo(1);
        assertThat(perfect.equalErrorRate()).isZero();
        assertThat(perfect.cllr()).isLessThan(1e-9);
        assertThat(perfect.cllrMin()).isZero();
    }

    @Test
    void aLikelihoodRatioOfOneForEverythingCostsOneBit() {
        Discrimination silent =
                new Discrimination(new double[] {0, 0, 0}, new boolean[] {false, true, true}, new double[] {1, 1, 3});

        assertThat(silent.cllr()).isEqualTo(1, EXACT);
        assertThat(silent.cllrMin()).isEqualTo(1, EXACT);
        assertThat(silent.auroc()).isEqualTo(0.5, EXACT);
        assertThat(silent.equalErrorRate()).isEqualTo(0.5, EXACT);
    }

    @Test
    void theLeastCostIsNeverAboveTheCostOfAnyOrderPreservingChange() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int n = 4 + random.nextInt(30);
            double[] scores =
                    random.doubles(n, -3, 3).map(s -> Math.rint(s * 4) / 4).toArray();
            boolean[] positive = new boolean[n];
            IntStream.range(0, n).forEach(k -> positive[k] = k % 2 == 0);
            double[] weight = random.doubles(n, 0.1, 2).toArray();
            double least = new Discrimination(scores, positive, weight).cllrMin();
            for (double scale : new double[] {0.1, 0.5, 1, 2}) {
                double[] changed =
                        Arrays.stream(scores).map(s -> s * scale - 0.2).toArray();
                Discrimination other = new Discrimination(changed, positive, weight);
                assertThat(least).as("round %d", round).isLessThanOrEqualTo(other.cllr() + 1e-12);
                assertThat(other.cllrMin()).isEqualTo(least, EXACT);
            }
        }
    }

    @Test
    void theOrderOfTheScoresDoesNotShow() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, S.length).boxed().toList());
        Collections.shuffle(order, new Random(2));
        double[] s = order.stream().mapToDouble(k -> S[k]).toArray();
        double[] w = order.stream().mapToDouble(k -> W[k]).toArray();
        boolean[] t = new boolean[S.length];
        IntStream.range(0, t.length).forEach(k -> t[k] = T[order.get(k)]);
        Discrimination shuffled = new Discrimination(s, t, w);

        assertThat(shuffled.auroc()).isEqualTo(weighted().auroc(), EXACT);
        assertThat(shuffled.equalErrorRate()).isEqualTo(weighted().equalErrorRate(), EXACT);
        assertThat(shuffled.cllrMin()).isEqualTo(weighted().cllrMin(), EXACT);
    }

    @Test
    void newWeightsGoToTheScoresInTheirFirstOrder() {
        Discrimination again = even().reweighted(W);

        assertThat(again.auroc()).isEqualTo(weighted().auroc());
        assertThat(again.cllr()).isEqualTo(weighted().cllr());
        assertThat(again.cllrMin()).isEqualTo(weighted().cllrMin());
    }

    @Test
    void aScoreWithoutWeightIsAsGoodAsAbsent() {
        double[] scores = Arrays.copyOf(S, S.length + 2);
        scores[S.length] = -9;
        scores[S.length + 1] = 9;
        boolean[] positive = Arrays.copyOf(T, T.length + 2);
        positive[T.length] = true;
        double[] weight = Arrays.copyOf(W, W.length + 2);
        Discrimination padded = new Discrimination(scores, positive, weight);

        assertThat(padded.auroc()).isEqualTo(weighted().auroc(), EXACT);
        assertThat(padded.truePositiveRate(0.1)).isEqualTo(weighted().truePositiveRate(0.1), EXACT);
        assertThat(padded.equalErrorRate()).isEqualTo(weighted().equalErrorRate(), EXACT);
        assertThat(padded.cllr()).isEqualTo(weighted().cllr(), EXACT);
        assertThat(padded.cllrMin()).isEqualTo(weighted().cllrMin(), EXACT);
    }

    @Test
    void refusesOneKindAloneAndNumbersThatAreNone() {
        boolean[] both = {true, false};
        assertThatThrownBy(() -> new Discrimination(new double[] {1, 2}, both, new double[] {1, 0}))
                .hasMessageContaining("both kinds");
        assertThatThrownBy(() -> new Discrimination(new double[] {1, Double.NaN}, both, new double[] {1, 1}))
                .hasMessageContaining("scores: not finite");
        assertThatThrownBy(() -> new Discrimination(
                        new double[] {1, 2, 3}, new boolean[] {true, false, true}, new double[] {2, 1, -1}))
                .hasMessageContaining("weight: -1.0");
    }
}
