package dev.kinprint.calibrate;

import java.util.Arrays;

/** Sets of models that grow together: the transitive closure of whatever is joined (union–find). */
final class Partition {
    private final int[] parent;

    Partition(int size) {
        parent = new int[size];
        Arrays.setAll(parent, i -> i);
    }

    /** The set of a model, named by its smallest member. */
    int of(int member) {
        int at = member;
        while (parent[at] != at) {
            at = parent[at];
        }
        return at;
    }

    void join(int a, int b) {
        int x = of(a);
        int y = of(b);
        parent[Math.max(x, y)] = Math.min(x, y);
    }
}
