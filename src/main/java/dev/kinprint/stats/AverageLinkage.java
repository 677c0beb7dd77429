package dev.kinprint.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hierarchical clustering by average linkage (UPGMA; Sokal and Michener 1958): the two clusters with the least mean
 * distance between their items are joined, until one is left.
 */
public final class AverageLinkage {
    private AverageLinkage() {}

    /**
     * The tree of some items. Among equal distances those of the first items are joined first; of two parts the one
     * that was joined at the lesser height stands first.
     *
     * @param distances a symmetric matrix of finite distances, at least one row; the diagonal is not read
     */
    public static Cluster of(double[][] distances) {
        int items = Distances.checked(distances);
        double[][] between = new double[items][];
        List<Cluster> open = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            between[i] = distances[i].clone();
            open.add(new Cluster.Leaf(i));
            sizes.add(1);
        }
        boolean[] joined = new boolean[items];
        int root = 0;
        for (int step = 1; step < items; step++) {
            int first = -1;
            int second = -1;
            for (int i = 0; i < items; i++) {
                for (int j = i + 1; j < items; j++) {
                    if (!joined[i] && !joined[j] && (first < 0 || between[i][j] < between[first][second])) {
                        first = i;
                        second = j;
                    }
                }
            }
            open.set(first, join(between[first][second], open.get(first), open.get(second)));
            joined[second] = true;
            int a = sizes.get(first);
            int b = sizes.get(second);
            for (int k = 0; k < items; k++) {
                double mean = (a * between[first][k] + b * between[second][k]) / (a + b);
                between[first][k] = mean;
                between[k][first] = mean;
            }
            sizes.set(first, a + b);
            root = first;
        }
        return open.get(root);
    }

    private static Cluster join(double height, Cluster first, Cluster second) {
        boolean turned = height(second) < height(first);
        return new Cluster.Fork(height, Optional.empty(), turned ? List.of(second, first) : List.of(first, second));
    }

    private static double height(Cluster cluster) {
        return cluster instanceof Cluster.Fork fork ? fork.height() : Double.NEGATIVE_INFINITY;
    }
}
