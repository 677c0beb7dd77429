package dev.kinprint.report;

import java.util.List;
import java.util.Optional;

/**
 * Models joined by how alike their outputs are: a clustering of outputs, not a family history.
 *
 * @param title what it joins by, a few words
 * @param unit the unit of its heights
 * @param draws how many resampled trees the support counts; 0 where there are none
 * @param root the whole of it
 * @param without models that have too little data for a place in it
 */
public record Tree(String title, String unit, int draws, Node root, List<String> without) {
    /** A model or a cluster. */
    public sealed interface Node {
        /** The models under it, from first to last as they are drawn. */
        List<Leaf> leaves();

        /** Where it was joined; 0 for a model. */
        double height();
    }

    /**
     * A model.
     *
     * @param member its id
     * @param lab its declared lab
     */
    public record Leaf(String member, Optional<String> lab) implements Node {
        @Override
        public List<Leaf> leaves() {
            return List.of(this);
        }

        @Override
        public double height() {
            return 0;
        }
    }

    /**
     * A cluster.
     *
     * @param height the mean distance at which its parts were joined
     * @param support the share of resampled trees that hold it, from 0 to 1; empty where there are none
     * @param parts its parts
     */
    public record Fork(double height, Optional<Double> support, List<Node> parts) implements Node {
        /** Refuses numbers that are not finite. */
        public Fork {
            parts = List.copyOf(parts);
            if (!Double.isFinite(height) || height < 0) {
                throw new IllegalArgumentException("height: finite and not negative must hold for " + height);
            }
            if (support.isPresent() && !(support.get() >= 0 && support.get() <= 1)) {
                throw new IllegalArgumentException("support: not from 0 to 1: " + support.get());
            }
        }

        @Override
        public List<Leaf> leaves() {
            return parts.stream().flatMap(part -> part.leaves().stream()).toList();
        }
    }

    /** Copies the list. */
    public Tree {
        without = List.copyOf(without);
    }
}
