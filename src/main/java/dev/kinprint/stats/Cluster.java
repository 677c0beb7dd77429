package dev.kinprint.stats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A tree of items, each known by its position. */
public sealed interface Cluster {
    /**
     * One item.
     *
     * @param item its position, from 0
     */
    record Leaf(int item) implements Cluster {
        @Override
        public BitSet items() {
            BitSet items = new BitSet();
            items.set(item);
            return items;
        }

        @Override
        public List<Integer> order() {
            return List.of(item);
        }
    }

    /**
     * A cluster of clusters.
     *
     * @param height the mean distance at which its parts were joined
     * @param support the share of resampled trees, from 0 to 1, that hold a cluster of exactly these items; empty where
     *     nothing was resampled
     * @param parts at least two
     */
    record Fork(double height, Optional<Double> support, List<Cluster> parts) implements Cluster {
        /** Refuses a fork of fewer than two parts and numbers out of range. */
        public Fork {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("parts: a fork has two at least, not " + parts.size());
            }
            if (!Double.isFinite(height)) {
                throw new IllegalArgumentException("height: not finite: " + height);
            }
            if (support.isPresent() && !(support.get() >= 0 && support.get() <= 1)) {
                throw new IllegalArgumentException("support: not from 0 to 1: " + support.get());
            }
        }

        @Override
        public BitSet items() {
            BitSet items = new BitSet();
            parts.forEach(part -> items.or(part.items()));
            return items;
        }

        @Override
        public List<Integer> order() {
            return parts.stream().flatMap(part -> part.order().stream()).toList();
        }
    }

    /** The positions of all items under this node. */
    BitSet items();

    /** The positions of all items from first to last, as the tree is drawn. */
    List<Integer> order();

    /**
     * This tree with the share of other trees of the same items that hold each of its clusters (Felsenstein 1985).
     *
     * @param resampled trees of resampled data, at least one
     */
    default Cluster supportedBy(List<Cluster> resampled) {
        if (resampled.isEmpty()) {
            throw new IllegalArgumentException("resampled: there is no tree");
        }
        List<List<BitSet>> found = resampled.stream().map(Cluster::clusters).toList();
        return supported(this, found);
    }

    /** This tree without the inner clusters whose support is less than this; their parts hang one node higher. */
    default Cluster collapsed(double least) {
        if (!(this instanceof Fork fork)) {
            return this;
        }
        List<Cluster> parts = new ArrayList<>();
        for (Cluster part : fork.parts()) {
            Cluster inner = part.collapsed(least);
            if (inner instanceof Fork weak && weak.support().orElse(1.0) < least) {
                parts.addAll(weak.parts());
            } else {
                parts.add(inner);
            }
        }
        return new Fork(fork.height(), fork.support(), parts);
    }

    private static Cluster supported(Cluster node, List<List<BitSet>> resampled) {
        if (!(node instanceof Fork fork)) {
            return node;
        }
        BitSet items = fork.items();
        long held = resampled.stream().filter(tree -> tree.contains(items)).count();
        return new Fork(
                fork.height(),
                Optional.of((double) held / resampled.size()),
                fork.parts().stream().map(part -> supported(part, resampled)).toList());
    }

    private static List<BitSet> clusters(Cluster node) {
        List<BitSet> found = new ArrayList<>();
        if (node instanceof Fork fork) {
            found.add(fork.items());
            fork.parts().forEach(part -> found.addAll(clusters(part)));
        }
        return found;
    }
}
