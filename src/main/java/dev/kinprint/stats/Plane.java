package dev.kinprint.stats;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Items as points in a plane whose distances follow given ones as nearly as they can: metric multidimensional scaling by
 * majorisation (SMACOF; de Leeuw 1977), started from classical scaling (Torgerson 1952).
 */
public final class Plane {
    private static final int STEPS = 500;
    private static final double STILL = 1e-9;

    private final double[] x;
    private final double[] y;
    private final double stress;

    private Plane(double[] x, double[] y, double stress) {
        this.x = x;
        this.y = y;
        this.stress = stress;
    }

    /**
     * Lays items out.
     *
     * @param distances a symmetric matrix of finite distances, at least three rows; the diagonal is not read
     */
    public static Plane of(double[][] distances) {
        int items = Distances.checked(distances);
        if (items < 3) {
            throw new IllegalArgumentException("distances: a plane needs three items, not " + items);
        }
        double[][] at = classical(distances);
        double[][] apart = new double[items][items];
        apart(at, apart);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double now = raw(distances, apart);
            if (before - now <= STILL * Math.max(1e-300, now)) {
                break;
            }
            before = now;
            at = guttman(distances, apart, at);
            apart(at, apart);
        }
        return upright(at, stress(distances, apart, at));
    }

    /** How many items there are. */
    public int size() {
        return x.length;
    }

    /** An item's place along the axis of greatest spread. */
    public double x(int item) {
        return x[item];
    }

    /** An item's place along the other axis. */
    public double y(int item) {
        return y[item];
    }

    /**
     * Kruskal's stress-1: the root of the summed squares of what the plane's distances miss, over the summed squares of
     * the plane's distances. 0 is a faithful plane; above 0.2 it is a poor one (Kruskal 1964).
     */
    public double stress() {
        return stress;
    }

    /**
     * This plane moved, turned, mirrored and stretched so that its points lie as near to another plane's points as they
     * can (Procrustes).
     *
     * @param other a plane of as many items
     */
    public Plane laidOn(Plane other) {
        if (other.size() != size()) {
            throw new IllegalArgumentException("other: " + other.size() + " items, not " + size());
        }
        Plane straight = fitted(other, 1);
        Plane mirrored = fitted(other, -1);
        return straight.misses(other) <= mirrored.misses(other) ? straight : mirrored;
    }

    private Plane fitted(Plane other, int mirror) {
        double mx = mean(x);
        double my = mean(y);
        double ox = mean(other.x);
        double oy = mean(other.y);
        double along = 0;
        double across = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            double u = x[i] - mx;
            double v = mirror * (y[i] - my);
            along += u * (other.x[i] - ox) + v * (other.y[i] - oy);
            across += u * (other.y[i] - oy) - v * (other.x[i] - ox);
            square += u * u + v * v;
        }
        double c = square > 0 ? along / square : 1;
        double s = square > 0 ? across / square : 0;
        double[] toX = new double[x.length];
        double[] toY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double u = x[i] - mx;
            double v = mirror * (y[i] - my);
            toX[i] = ox + c * u - s * v;
            toY[i] = oy + s * u + c * v;
        }
        return new Plane(toX, toY, stress);
    }

    private double misses(Plane other) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += square(x[i] - other.x[i]) + square(y[i] - other.y[i]);
        }
        return sum;
    }

    private static double[][] classical(double[][] distances) {
        int items = distances.length;
        double[] row = new double[items];
        double all = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                row[i] += i == j ? 0 : square(distances[i][j]) / items;
            }
            all += row[i] / items;
        }
        double[][] product = new double[items][items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                double squared = i == j ? 0 : square(distances[i][j]);
                product[i][j] = -0.5 * (squared - row[i] - row[j] + all);
            }
        }
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(product, false), 1e-12, true);
        double[][] at = new double[2][items];
        for (int axis = 0; axis < 2; axis++) {
            double length = Math.sqrt(Math.max(0, eigen.getEigenvalue(axis)));
            for (int i = 0; i < items; i++) {
                at[axis][i] = length * eigen.getEigenvector(axis).getEntry(i);
            }
        }
        return at;
    }

    /** Measures the plane's distances, into the same matrix in every step. */
    private static void apart(double[][] at, double[][] apart) {
        for (int i = 0; i < apart.length; i++) {
            for (int j = 0; j < i; j++) {
                apart[i][j] = StrictMath.hypot(at[0][i] - at[0][j], at[1][i] - at[1][j]);
                apart[j][i] = apart[i][j];
            }
        }
    }

    private static double[][] guttman(double[][] distances, double[][] apart, double[][] at) {
        int items = distances.length;
        double[][] next = new double[2][items];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                if (i != j && apart[i][j] > 0) {
                    double pull = distances[i][j] / apart[i][j] / items;
                    next[0][i] += pull * (at[0][i] - at[0][j]);
                    next[1][i] += pull * (at[1][i] - at[1][j]);
                }
            }
        }
        return next;
    }

    /** Turned so that the greatest spread lies along x and the point farthest out on each axis is positive. */
    private static Plane upright(double[][] at, double stress) {
        double mx = mean(at[0]);
        double my = mean(at[1]);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < at[0].length; i++) {
            xx += square(at[0][i] - mx);
            yy += square(at[1][i] - my);
            xy += (at[0][i] - mx) * (at[1][i] - my);
        }
        double angle = 0.5 * StrictMath.atan2(2 * xy, xx - yy);
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        double[] x = new double[at[0].length];
        double[] y = new double[at[0].length];
        for (int i = 0; i < x.length; i++) {
            x[i] = c * (at[0][i] - mx) + s * (at[1][i] - my);
            y[i] = c * (at[1][i] - my) - s * (at[0][i] - mx);
        }
        return new Plane(positive(x), positive(y), stress);
    }

    private static double[] positive(double[] axis) {
        double farthest = 0;
        for (double value : axis) {
            farthest = Math.abs(value) > Math.abs(farthest) + 1e-12 ? value : farthest;
        }
        for (int i = 0; farthest < 0 && i < axis.length; i++) {
            axis[i] = -axis[i];
        }
        return axis;
    }

    private static double raw(double[][] distances, double[][] apart) {
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += square(distances[i][j] - apart[i][j]);
            }
        }
        return sum;
    }

    private static double stress(double[][] distances, double[][] apart, double[][] at) {
        double squares = 0;
        for (int i = 0; i < distances.length; i++) {
            for (int j = 0; j < i; j++) {
                squares += square(at[0][i] - at[0][j]) + square(at[1][i] - at[1][j]);
            }
        }
        return squares > 0 ? Math.sqrt(raw(distances, apart) / squares) : 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double square(double value) {
        return value * value;
    }
}
