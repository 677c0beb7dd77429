package dev.kinprint.suite;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A sampling parameter by the one name that audits use for it, whatever a vendor calls it. */
public enum Param {
    /** Spread of the token distribution, from 0 to 2. */
    TEMPERATURE("temperature", "a number from 0 to 2"),
    /** Nucleus sampling, from 0 to 1. */
    TOP_P("topP", "a number from 0 to 1"),
    /** The number of tokens to choose among, from 1. */
    TOP_K("topK", "a whole number from 1 to 100000"),
    /** The token limit of an answer, instead of every probe's own. */
    MAX_OUTPUT_TOKENS("maxOutputTokens", "a whole number from 1 to 1000000"),
    /** The vendor's own seed, where it has one. */
    SEED("seed", "a whole number from 0 to 2147483647"),
    /** How much a model thinks before it answers. */
    REASONING_EFFORT("reasoningEffort", "one of none, minimal, low, medium, high, xhigh, max");

    /** The value that says: send nothing, and take the vendor's default. */
    public static final String UNSET = "null";

    private static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private final String key;
    private final String range;

    Param(String key, String range) {
        this.key = key;
        this.range = range;
    }

    /** Its name in an audit file and in {@link Subject#params}. */
    public String key() {
        return key;
    }

    /** What values it takes, in words. */
    String range() {
        return range;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Param::key).toList();
    }

    static Optional<Param> of(String key) {
        return Arrays.stream(values()).filter(param -> param.key.equals(key)).findFirst();
    }

    /** Whether a text is a value of this parameter; {@link #UNSET} always is. */
    boolean accepts(String text) {
        return text.equals(UNSET)
                || switch (this) {
                    case TEMPERATURE -> within(text, 0, 2, false);
                    case TOP_P -> within(text, 0, 1, false);
                    case TOP_K -> within(text, 1, 100_000, true);
                    case MAX_OUTPUT_TOKENS -> within(text, 1, 1_000_000, true);
                    case SEED -> within(text, 0, Integer.MAX_VALUE, true);
                    case REASONING_EFFORT -> EFFORTS.contains(text);
                };
    }

    private static boolean within(String text, int least, int most, boolean whole) {
        if (text.length() > 20 || !text.matches(whole ? "[0-9]+" : "[0-9]+(\\.[0-9]+)?")) {
            return false;
        }
        BigDecimal value = new BigDecimal(text);
        return value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
