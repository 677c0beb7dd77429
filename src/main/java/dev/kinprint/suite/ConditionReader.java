package dev.kinprint.suite;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads one condition from left to right; the form is written down at {@link Condition}. */
final class ConditionReader {
    private static final String FLOOR = "floor";
    private static final String EXAMPLE = "Write for example: similarity(candidate, previous) >= floor";
    private static final int LONGEST_NUMBER = 18;

    private final String text;
    private int at;

    ConditionReader(String text) {
        this.text = text;
    }

    Condition read() throws ConditionFault {
        Measure measure = measure();
        expect('(', "a bracket with the ids of the models");
        String first = model();
        Optional<String> second = Optional.empty();
        if (peek() == ',') {
            at++;
            second = Optional.of(model());
        }
        expect(')', "a closing bracket");
        Condition.Comparison comparison = comparison();
        int place = place();
        Condition.Limit limit = limit();
        if (peek() != 0) {
            throw fault(
                    at, "'" + Shown.text(text.substring(at)) + "' stands after the end of the condition", "Delete it.");
        }
        try {
            return new Condition(measure, first, second, comparison, limit);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            boolean models = message.startsWith("second: ");
            throw fault(models ? text.indexOf('(') : place, message.substring(message.indexOf(": ") + 2), EXAMPLE);
        }
    }

    private Measure measure() throws ConditionFault {
        int from = place();
        String word = run(c -> Character.isLetterOrDigit(c) || c == '_');
        return Measure.of(word)
                .orElseThrow(() -> fault(
                        from,
                        word.isEmpty()
                                ? "the name of a measure is missing"
                                : "there is no measure '" + Shown.text(word) + "', only "
                                        + String.join(", ", Measure.words()),
                        Fields.hint(word, Measure.words(), EXAMPLE)));
    }

    private String model() throws ConditionFault {
        int from = place();
        String id = run(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
        if (!Ids.valid(id)) {
            throw fault(from, "the id of a model is missing", EXAMPLE);
        }
        return id;
    }

    private Condition.Comparison comparison() throws ConditionFault {
        int from = place();
        String sign = run(c -> "<>=!".indexOf(c) >= 0);
        return Arrays.stream(Condition.Comparison.values())
                .filter(comparison -> comparison.sign().equals(sign))
                .findFirst()
                .orElseThrow(() -> fault(
                        from,
                        sign.isEmpty()
                                ? "a comparison is missing"
                                : "'" + sign + "' is no comparison: figures have intervals, and are never just equal",
                        "Write <, <=, > or >=."));
    }

    private Condition.Limit limit() throws ConditionFault {
        int from = place();
        char next = peek();
        if (next == '+' || next == '-') {
            return new Condition.Limit.Change(signed());
        } else if (Character.isDigit(next)) {
            return new Condition.Limit.Value(number());
        }
        String word = run(Character::isLetterOrDigit);
        if (!word.equals(FLOOR)) {
            throw fault(
                    from,
                    word.isEmpty() ? "the limit is missing" : "'" + Shown.text(word) + "' is no limit",
                    Fields.hint(
                            word,
                            List.of(FLOOR),
                            "Write a value (0.8), a change from the baseline (+0.05), or floor."));
        }
        next = peek();
        return new Condition.Limit.Floor(next == '+' || next == '-' ? signed() : BigDecimal.ZERO);
    }

    private BigDecimal signed() throws ConditionFault {
        boolean minus = peek() == '-';
        at++;
        BigDecimal number = number();
        return minus ? number.negate() : number;
    }

    private BigDecimal number() throws ConditionFault {
        int from = place();
        String digits = run(c -> Character.isDigit(c) || c == '.');
        if (digits.length() > LONGEST_NUMBER || !digits.matches("[0-9]+(\\.[0-9]+)?")) {
            throw fault(from, "a number such as 0.05 is missing", "Write digits, with a point before decimals.");
        }
        if (peek() == '%') {
            throw fault(at, "a limit has no per cent sign", "Write 0.05 for five per cent.");
        }
        return new BigDecimal(digits);
    }

    private void expect(char wanted, String what) throws ConditionFault {
        if (peek() != wanted) {
            throw fault(at, what + " is missing: '" + wanted + "'", EXAMPLE);
        }
        at++;
    }

    /** The next character that is no space, or 0 at the end. */
    private char peek() {
        return place() < text.length() ? text.charAt(at) : 0;
    }

    private int place() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private String run(IntPredicate wanted) {
        int from = place();
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static ConditionFault fault(int at, String why, String next) {
        return new ConditionFault(at + 1, why, next);
    }
}
