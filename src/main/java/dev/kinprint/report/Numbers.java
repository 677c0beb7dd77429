package dev.kinprint.report;

import dev.kinprint.calibrate.LogLr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The one place where numbers become text, so that page, JSON and CSV cannot differ. The page shows fewer decimals of
 * the same rounded number.
 */
final class Numbers {
    private static final int EXACT = 6;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int DAY = "uuuu-MM-dd".length();
    private static final String ZONE = " UTC";

    private Numbers() {}

    /** The number rounded to six decimals, as the files hold it. */
    static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(EXACT, RoundingMode.HALF_EVEN);
    }

    /** The number with so many decimals and a minus sign that is as wide as a plus sign. */
    static String fixed(double value, int decimals) {
        return exact(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '\u2212');
    }

    /** The same, with a plus sign before numbers that are not below 0. */
    static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return text.startsWith("\u2212") ? text : "+" + text;
    }

    /** A ratio's logarithm with its interval. */
    static String interval(LogLr lr) {
        return fixed(lr.value(), 2) + " [" + fixed(lr.low(), 2) + ", " + fixed(lr.high(), 2) + "]";
    }

    /** A count with a comma between thousands. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A power of ten as a ratio that people read: 100, 1, 1/10; beyond a million as 10^7. */
    static String power(int exponent) {
        int size = Math.abs(exponent);
        String number = size > 6 ? "10^" + size : count((long) StrictMath.pow(10, size));
        return exponent < 0 ? "1/" + number : number;
    }

    /** A span of time to the minute; what both ends share is said once. */
    static String span(Instant from, Instant to) {
        String first = MINUTE.format(from);
        String last = MINUTE.format(to);
        if (first.equals(last)) {
            return first + ZONE;
        }
        boolean oneDay = first.substring(0, DAY).equals(last.substring(0, DAY));
        return first + (oneDay ? "" : ZONE) + " to " + (oneDay ? last.substring(DAY + 1) : last) + ZONE;
    }
}
