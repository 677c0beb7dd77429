package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlaneTest {
    /**
     * The classical start by numpy.linalg.eigh, then 200,000 Guttman transforms: X = B(X) X / n with B(X)_ij =
     * -delta_ij / d_ij off the diagonal (NumPy 2.4.6).
     */
    @Test
    void misfitsAsMajorisationInNumPyDoes() {
        Plane plane = Plane.of(ClusterTest.SIX);
        assertThat(plane.stress()).isCloseTo(0.131113, within(1e-4));
        assertThat(apart(plane, 0, 1)).isCloseTo(0.2305, within(5e-3));
        assertThat(apart(plane, 2, 5)).isCloseTo(0.9349567, within(5e-3));
    }

    @Test
    void findsPointsAgainWhoseDistancesItIsTold() {
        double[][] points = {{0, 0}, {3, 0}, {0, 1}, {2, 2}, {-4, 0.5}};
        Plane plane = Plane.of(distances(points));
        assertThat(plane.stress()).isLessThan(1e-5);
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(apart(plane, i, j))
                        .isCloseTo(Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]), within(1e-4));
            }
        }
        double spreadX = 0;
        double spreadY = 0;
        for (int i = 0; i < plane.size(); i++) {
            spreadX += plane.x(i) * plane.x(i);
            spreadY += plane.y(i) * plane.y(i);
        }
        assertThat(spreadX).isGreaterThan(spreadY);
    }

    @Test
    void liesOnAnotherPlaneHoweverThatIsTurnedAndMirrored() {
        double[][] points = {{0, 0}, {3, 0}, {0, 1}, {2, 2}, {-4, 0.5}};
        double[][] turned = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            turned[i] = new double[] {5 + 2 * points[i][1], 7 + 2 * points[i][0]};
        }
        Plane first = Plane.of(distances(points));
        Plane laid = Plane.of(distances(turned)).laidOn(first);
        for (int i = 0; i < points.length; i++) {
            assertThat(laid.x(i)).isCloseTo(first.x(i), within(1e-4));
            assertThat(laid.y(i)).isCloseTo(first.y(i), within(1e-4));
        }
    }

    @Test
    void sameItemsLieOnOneSpot() {
        Plane plane = Plane.of(new double[3][3]);
        assertThat(plane.stress()).isZero();
        assertThat(apart(plane, 0, 2)).isZero();
    }

    @Test
    void needsThreeItems() {
        assertThatThrownBy(() -> Plane.of(new double[2][2])).hasMessageContaining("three");
    }

    private static double apart(Plane plane, int i, int j) {
        return Math.hypot(plane.x(i) - plane.x(j), plane.y(i) - plane.y(j));
    }

    private static double[][] distances(double[][] points) {
        double[][] found = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                found[i][j] = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
            }
        }
        return found;
    }
}
