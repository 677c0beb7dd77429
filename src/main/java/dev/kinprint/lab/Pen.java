package dev.kinprint.lab;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Expands templates in one style for one answer. */
final class Pen {
    private static final int DEEPEST = 24;

    private final Style style;
    private final long question;
    private final SplittableRandom random;
    private final Map<String, String> slots = new HashMap<>();

    Pen(Style style, long question, SplittableRandom random) {
        this.style = style;
        this.question = question;
        this.random = random;
    }

    /** Gives a slot its value, and the capitalised slot the capitalised value. */
    void fill(String slot, String value) {
        slots.put(slot, value);
        slots.put(capital(slot), capital(value));
    }

    /** An alternative of a symbol, expanded. */
    String write(String symbol) {
        return write(Lexicon.SHARED.grammar().symbol(symbol));
    }

    /** A template, expanded. */
    String write(Node node) {
        StringBuilder out = new StringBuilder();
        expand(node, out, 0);
        return out.toString();
    }

    /** Whether something happens that happens at a rate. */
    boolean happens(double rate) {
        return random.nextDouble() < rate;
    }

    static String capital(String text) {
        if (text.isEmpty() || (text.charAt(0) < 0x80 && !Character.isLowerCase(text.charAt(0)))) {
            return text;
        }
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void expand(Node node, StringBuilder out, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("grammar: nested deeper than " + DEEPEST);
        }
        if (node instanceof Node.Text text) {
            out.append(text.text());
        } else if (node instanceof Node.Slot slot) {
            String value = slots.get(slot.name());
            if (value == null) {
                throw new IllegalStateException("grammar: nothing fills $" + slot.name());
            }
            out.append(value);
        } else if (node instanceof Node.Symbol symbol) {
            expand(Lexicon.SHARED.grammar().symbol(symbol.name()), out, depth + 1);
        } else if (node instanceof Node.Sequence sequence) {
            for (Node part : sequence.parts()) {
                expand(part, out, depth + 1);
            }
        } else if (node instanceof Node.Choice choice) {
            int option = style.pick(choice, question, random.nextDouble());
            expand(choice.options().get(option), out, depth + 1);
        }
    }
}
