package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticRegressionTest {
    private static final double[][] X = {
        {0.2, 0.4}, {1.5, 0.9}, {2.0, 1.2}, {-0.5, -0.3}, {0.9, 0.1}, {-1.2, -0.8}, {0.3, 0.5}, {1.1, -0.2}
    };
    /** The same with a third column, whose slope would be negative. */
    private static final double[][] THREE = {
        {0.2, 0.4, 1.0}, {1.5, 0.9, -0.3}, {2.0, 1.2, 0.8}, {-0.5, -0.3, 0.1},
        {0.9, 0.1, 2.2}, {-1.2, -0.8, -0.7}, {0.3, 0.5, 0.4}, {1.1, -0.2, 1.9}
    };

    private static final boolean[] Y = {false, true, true, false, true, false, true, false};
    private static final double[] W = {1, 0.5, 2, 1, 0.25, 3, 1, 0.75};

    private static final String COMMAND = """
            python3 -c 'from sklearn.linear_model import LogisticRegression as L; import numpy as np
            X=np.array([[.2,.4],[1.5,.9],[2,1.2],[-.5,-.3],[.9,.1],[-1.2,-.8],[.3,.5],[1.1,-.2]])
            y=[0,1,1,0,1,0,1,0]; w=[1,.5,2,1,.25,3,1,.75]
            for r in (1,.01,25):
              m=L(C=1/r,solver="newton-cholesky",tol=1e-13,max_iter=1000).fit(X,y,sample_weight=w)
              print(r,m.intercept_,m.coef_)'
            """;

    private static final String BOUNDED = """
            scipy.optimize.minimize(loss, [.1]*4, jac=True, method="L-BFGS-B",
              bounds=[(None,None)]+[(0,None)]*3, options=dict(ftol=1e-16,gtol=1e-12)).x
            """;

    @ParameterizedTest
    @CsvSource({
        "1,    -0.9488656540413236,  0.8762104640617467, 0.8520344335803026",
        "0.01, -3.7119188188335728,  3.06996695514737,   6.652461729128211",
        "25,   -0.47845394162308164, 0.1477635166946887, 0.10308249702585529"
    })
    void agreesWithScikitLearn(double ridge, double intercept, double first, double second) {
        LogisticRegression model = LogisticRegression.fit(X, Y, W, ridge);

        assertThat(new double[] {model.intercept(), model.slope(0), model.slope(1)})
                .as(COMMAND)
                .containsExactly(new double[] {intercept, first, second}, within(1e-7));
        assertThat(model.logOdds(2, -1)).isEqualTo(intercept + 2 * first - second, within(1e-6));
    }

    @Test
    void aSlopeThatWouldBeNegativeIsHeldAtZero() {
        LogisticRegression model = LogisticRegression.fit(THREE, Y, W, 1);

        assertThat(new double[] {model.intercept(), model.slope(0), model.slope(1), model.slope(2)})
                .as(BOUNDED)
                .containsExactly(
                        new double[] {-0.9488656540268234, 0.8762104640406059, 0.8520344335613822, 0}, within(1e-6));
        assertThat(model.slope(2)).isZero();
    }

    /**
     * At the least of a convex loss under bounds, the loss does not fall along any free coordinate, nor into the range
     * of any that is held (Karush, Kuhn and Tucker). Correlated features are where holding slopes one after the other
     * goes wrong.
     */
    @Test
    void isTheLeastLossThatNonNegativeSlopesAllow() {
        Random random = new Random(11);
        int held = 0;
        for (int round = 0; round < 300; round++) {
            int features = 2 + random.nextInt(5);
            double[][] x = new double[30][features];
            boolean[] y = new boolean[30];
            double[] w = new double[30];
            for (int i = 0; i < 30; i++) {
                double common = random.nextGaussian();
                y[i] = i % 2 == 0;
                w[i] = 0.1 + random.nextDouble();
                for (int f = 0; f < features; f++) {
                    double sign = f % 2 == 0 ? 1 : -1;
                    x[i][f] = common * sign * 2 + random.nextGaussian() + (y[i] ? 0.3 * (f - 1) : 0);
                }
            }
            double ridge = 0.05;
            LogisticRegression model = LogisticRegression.fit(x, y, w, ridge);
            double[] gradient = gradient(model, x, y, w, ridge);
            assertThat(gradient[features]).as("round %d, intercept", round).isCloseTo(0, within(1e-4));
            for (int f = 0; f < features; f++) {
                assertThat(model.slope(f)).isNotNegative();
                if (model.slope(f) > 0) {
                    assertThat(gradient[f])
                            .as("round %d, free slope %d", round, f)
                            .isCloseTo(0, within(1e-4));
                } else {
                    held++;
                    assertThat(gradient[f])
                            .as("round %d, held slope %d", round, f)
                            .isGreaterThan(-1e-4);
                }
            }
        }
        assertThat(held).as("slopes held in all rounds").isGreaterThan(100);
    }

    private static double[] gradient(LogisticRegression model, double[][] x, boolean[] y, double[] w, double ridge) {
        int features = x[0].length;
        double[] gradient = new double[features + 1];
        for (int i = 0; i < x.length; i++) {
            double residual = w[i] * (1 / (1 + Math.exp(-model.logOdds(x[i]))) - (y[i] ? 1 : 0));
            for (int f = 0; f < features; f++) {
                gradient[f] += residual * x[i][f];
            }
            gradient[features] += residual;
        }
        for (int f = 0; f < features; f++) {
            gradient[f] += ridge * model.slope(f);
        }
        return gradient;
    }

    @Test
    void aWeightIsAsGoodAsARepetition() {
        double[] twice = {1, 2, 1, 1, 1, 1, 1, 1};
        double[][] longer = Arrays.copyOf(X, 9);
        longer[8] = X[1];
        boolean[] labels = Arrays.copyOf(Y, 9);
        labels[8] = Y[1];
        double[] even = new double[9];
        Arrays.fill(even, 1);

        LogisticRegression weighted = LogisticRegression.fit(X, Y, twice, 1);
        LogisticRegression repeated = LogisticRegression.fit(longer, labels, even, 1);

        assertThat(weighted.logOdds(1, 1)).isEqualTo(repeated.logOdds(1, 1), within(1e-9));
    }

    @Test
    void perfectlySeparatedClassesStayFinite() {
        double[][] x = {{-900}, {-800}, {800}, {900}};
        boolean[] y = {false, false, true, true};
        LogisticRegression model = LogisticRegression.fit(x, y, new double[] {1, 1, 1, 1}, 1e-3);

        assertThat(model.slope(0)).isFinite().isPositive();
        assertThat(model.logOdds(0)).isCloseTo(0, within(1e-3));
    }

    @Test
    void withoutAnyUsefulFeatureOnlyTheOddsAreLeft() {
        double[][] x = {{1}, {1}, {0}, {0}, {0}};
        boolean[] y = {false, false, true, true, true};
        LogisticRegression model = LogisticRegression.fit(x, y, new double[] {1, 1, 2, 2, 2}, 1);

        assertThat(model.slope(0)).isZero();
        assertThat(model.intercept()).isEqualTo(Math.log(3), within(1e-7));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        double[] even = {1, 1};
        boolean[] both = {true, false};
        double[][] x = {{1}, {0}};
        assertThatThrownBy(() -> LogisticRegression.fit(x, new boolean[] {true, true}, even, 1))
                .hasMessageContaining("weight: both kinds");
        assertThatThrownBy(() -> LogisticRegression.fit(x, both, new double[] {1, 0}, 1))
                .hasMessageContaining("weight: both kinds");
        assertThatThrownBy(() -> LogisticRegression.fit(x, both, even, 0)).hasMessageContaining("ridge: 0.0");
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][] {{1}, {Double.NaN}}, both, even, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x: not finite");
        assertThatThrownBy(() -> LogisticRegression.fit(x, both, new double[] {1, Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight: ");
    }
}
