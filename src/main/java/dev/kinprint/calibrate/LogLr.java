package dev.kinprint.calibrate;

/**
 * A decimal logarithm of a likelihood ratio with its 95 % bootstrap interval, all within the calibration's bounds.
 *
 * @param value log10 of the likelihood ratio
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record LogLr(double value, double low, double high) {
    /** Refuses numbers that are not finite and an interval that is upside down. */
    public LogLr {
        if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("LogLr: " + low + " <= " + value + " <= " + high + " does not hold");
        }
    }
}
