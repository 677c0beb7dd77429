package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.stats.Interval;
import dev.kinprint.stats.LogisticRegression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * From the strength of an echo to a likelihood ratio of "was trained on logged exchanges" against "was not". The one
 * feature is the inverse hyperbolic sine of the strength; both kinds of pairs count alike in the fit, so that its log odds
 * are the logarithm of the ratio. As elsewhere in Kinprint a ratio goes no further than the number of independent
 * clusters bears out: up to the negative ones plus one, down to one over the positive ones plus one.
 *
 * @param intercept of the regression, natural logarithm
 * @param slope of the regression
 * @param positives independent clusters of pairs with an echo
 * @param negatives independent clusters of pairs without
 * @param fewestProbes the suspected probes of the pairs it was fitted on; no ratio is printed for fewer
 */
record EchoCalibration(double intercept, double slope, int positives, int negatives, int fewestProbes) {
    private static final String RESOURCE = "calibration.json";
    private static final double RIDGE = 0.1;

    /**
     * One pair of a suspect and a log.
     *
     * @param strength see {@link Echo#strength}
     * @param echo whether the suspect was trained on the log
     * @param cluster the world and lab that it comes from
     */
    record Example(double strength, boolean echo, String cluster) {}

    /** Refuses numbers that no fit gives. */
    EchoCalibration {
        if (!Double.isFinite(intercept) || !(slope > 0) || positives < 1 || negatives < 1 || fewestProbes < 1) {
            throw new IllegalArgumentException("intercept, slope, positives, negatives, fewestProbes: " + intercept
                    + ", " + slope + ", " + positives + ", " + negatives + ", " + fewestProbes);
        }
    }

    /** Fits a calibration on pairs of known truth, of both kinds. */
    static EchoCalibration fit(List<Example> examples, int fewestProbes) {
        double[][] x = new double[examples.size()][];
        boolean[] positive = new boolean[examples.size()];
        double[] weight = new double[examples.size()];
        double of = examples.stream().filter(Example::echo).count();
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {feature(examples.get(i).strength())};
            positive[i] = examples.get(i).echo();
            weight[i] = positive[i] ? x.length / (2 * of) : x.length / (2 * (x.length - of));
        }
        LogisticRegression fit = LogisticRegression.fit(x, positive, weight, RIDGE);
        return new EchoCalibration(
                fit.intercept(), fit.slope(0), clusters(examples, true), clusters(examples, false), fewestProbes);
    }

    private static int clusters(List<Example> examples, boolean echo) {
        return (int) examples.stream()
                .filter(example -> example.echo() == echo)
                .map(Example::cluster)
                .distinct()
                .count();
    }

    /** The likelihood ratio of a strength, within the bounds. */
    double ratio(double strength) {
        double free = StrictMath.exp(intercept + slope * feature(strength));
        return Math.min(negatives + 1.0, Math.max(1.0 / (positives + 1), free));
    }

    /** The ratio of a strength with the interval of its draws. */
    Interval ratio(double strength, List<Double> draws) {
        return Interval.percentile(
                ratio(strength), draws.stream().mapToDouble(this::ratio).toArray());
    }

    private static double feature(double strength) {
        double size = Math.abs(strength);
        return Math.signum(strength) * StrictMath.log(size + Math.sqrt(size * size + 1));
    }

    Json.Obj json() {
        return Json.object(
                "intercept", intercept,
                "slope", slope,
                "positives", positives,
                "negatives", negatives,
                "fewestProbes", fewestProbes);
    }

    /** The calibration that is built in; its pairs are those of the lab's worlds. */
    static EchoCalibration builtin() {
        try (InputStream in = EchoCalibration.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            Json json = Json.parse(in.readAllBytes());
            return new EchoCalibration(
                    number(json, "intercept"),
                    number(json, "slope"),
                    (int) number(json, "positives"),
                    (int) number(json, "negatives"),
                    (int) number(json, "fewestProbes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonFault e) {
            throw new IllegalStateException(RESOURCE + ": " + e.getMessage(), e);
        }
    }

    private static double number(Json json, String key) {
        return json.at(key)
                .number()
                .orElseThrow(() -> OperatorError.usage(
                        "The calibration is not whole", RESOURCE, "it has no number " + key, "Build the jar again."));
    }
}
