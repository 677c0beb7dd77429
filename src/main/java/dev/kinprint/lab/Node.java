package dev.kinprint.lab;

import java.util.List;

/** A piece of a template. */
sealed interface Node {
    /** Words as they are. */
    record Text(String text) implements Node {}

    /** A value that the question or the point fills in. */
    record Slot(String name) implements Node {}

    /** Another symbol of the grammar. */
    record Symbol(String name) implements Node {}

    /** Pieces one after the other. */
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Alternatives of which a style has its own mix.
     *
     * @param dimension the name under which styles differ; equal choices share it wherever they stand
     * @param spread the standard deviation of a style's log weights
     * @param shares what each alternative weighs before a style comes in
     * @param options the alternatives
     */
    record Choice(String dimension, double spread, List<Double> shares, List<Node> options) implements Node {
        public Choice {
            shares = List.copyOf(shares);
            options = List.copyOf(options);
            if (options.isEmpty() || shares.size() != options.size()) {
                throw new IllegalArgumentException("options: " + options.size() + " for " + shares.size() + " shares");
            }
        }
    }
}
