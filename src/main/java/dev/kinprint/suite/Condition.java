package dev.kinprint.suite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a gate checks: a measure of one model or two, compared with a limit.
 *
 * <pre>
 * condition  = measure "(" model [ "," model ] ")" comparison limit
 * measure    = "similarity" | "wording" | "lrS" | "lrD" | "lrT" | "refusals" | "length" | "format"
 * comparison = "&lt;" | "&lt;=" | "&gt;" | "&gt;="
 * limit      = number                        a value
 *            | ( "+" | "-" ) number          a change from the baseline
 *            | "floor" [ ( "+" | "-" ) number ]  how alike a model's answers are to its own
 * </pre>
 *
 * @param measure what is measured
 * @param first the id of a model
 * @param second the id of another; with it, refusals, length and format mean the first less the second
 * @param comparison how the measure must stand to the limit
 * @param limit the limit
 */
public record Condition(Measure measure, String first, Optional<String> second, Comparison comparison, Limit limit) {
    /** How a measure stands to a limit. */
    public enum Comparison {
        /** Less than the limit. */
        BELOW("<"),
        /** The limit or less. */
        AT_MOST("<="),
        /** More than the limit. */
        ABOVE(">"),
        /** The limit or more. */
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign in a condition. */
        public String sign() {
            return sign;
        }

        /** Whether a value stands so to a limit. */
        public boolean holds(double value, double limit) {
            return switch (this) {
                case BELOW -> value < limit;
                case AT_MOST -> value <= limit;
                case ABOVE -> value > limit;
                case AT_LEAST -> value >= limit;
            };
        }

        /** Whether greater values are further from holding. */
        public boolean ceiling() {
            return this == BELOW || this == AT_MOST;
        }

        Comparison negated() {
            return switch (this) {
                case BELOW -> AT_LEAST;
                case AT_MOST -> ABOVE;
                case ABOVE -> AT_MOST;
                case AT_LEAST -> BELOW;
            };
        }
    }

    /** What a measure is compared with. */
    public sealed interface Limit {
        /** The number in the limit. */
        BigDecimal number();

        /** A value of the measure. */
        record Value(BigDecimal number) implements Limit {}

        /** A change of the measure from its value in the baseline. */
        record Change(BigDecimal number) implements Limit {}

        /** The same-model floor of the two models, plus a number. */
        record Floor(BigDecimal number) implements Limit {}
    }

    /** Refuses models, limits and measures that do not go together. */
    public Condition {
        int models = second.isPresent() ? 2 : 1;
        if (models < measure.least() || models > measure.most()) {
            throw new IllegalArgumentException("second: " + measure.word() + " takes "
                    + (measure.least() == 2 ? "two models" : "one model or two"));
        }
        if (second.filter(first::equals).isPresent()) {
            throw new IllegalArgumentException("second: " + first + " is compared with itself");
        }
        if (measure.ratio() && !(limit instanceof Limit.Value)) {
            throw new IllegalArgumentException("limit: a likelihood ratio has a value as its limit, such as 10");
        }
        if (measure.ratio() && limit.number().signum() <= 0) {
            throw new IllegalArgumentException("limit: a likelihood ratio is greater than 0");
        }
        if (limit instanceof Limit.Floor && !measure.likeness()) {
            throw new IllegalArgumentException("limit: " + measure.word() + " has no floor");
        }
    }

    /**
     * Reads a condition.
     *
     * @throws ConditionFault with the place, where it is none
     */
    public static Condition parse(String text) throws ConditionFault {
        return new ConditionReader(text).read();
    }

    /** The condition that holds where this one does not. */
    public Condition negated() {
        return new Condition(measure, first, second, comparison.negated(), limit);
    }

    /** The models that it speaks of. */
    public List<String> models() {
        return Stream.concat(Stream.of(first), second.stream()).toList();
    }

    /** The measure and its models in one form: what a baseline knows the figure by. */
    public String figure() {
        return measure.word() + "("
                + String.join(
                        ", ", measure.likeness() ? models().stream().sorted().toList() : models()) + ")";
    }

    /** The condition in one form, such as {@code similarity(a, b) >= floor - 0.02}. */
    @Override
    public String toString() {
        return measure.word() + "(" + String.join(", ", models()) + ") " + comparison.sign() + " " + words(limit);
    }

    private static String words(Limit limit) {
        String size = limit.number().abs().toPlainString();
        String sign = limit.number().signum() < 0 ? "-" : "+";
        if (limit instanceof Limit.Value) {
            return size;
        }
        if (limit instanceof Limit.Change) {
            return sign + size;
        }
        return limit.number().signum() == 0 ? "floor" : "floor " + sign + " " + size;
    }
}
