package dev.kinprint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
    static final double[][] SIX = {
        {0, .31, .92, .85, .77, 1.10},
        {.31, 0, .88, .80, .83, 1.05},
        {.92, .88, 0, .25, .66, .97},
        {.85, .80, .25, 0, .71, .93},
        {.77, .83, .66, .71, 0, .99},
        {1.10, 1.05, .97, .93, .99, 0}
    };

    /** scipy.cluster.hierarchy.linkage(scipy.spatial.distance.squareform(SIX), 'average'), SciPy 1.17.1. */
    @Test
    void joinsAsSciPyDoes() {
        List<String> joins = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        collect(AverageLinkage.of(SIX), joins, heights);
        assertThat(joins)
                .containsExactlyInAnyOrder("{2, 3}", "{0, 1}", "{2, 3, 4}", "{0, 1, 2, 3, 4}", "{0, 1, 2, 3, 4, 5}");
        assertThat(heights.stream().sorted().toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.25, 0.31, 0.685, 5.05 / 6, 1.008);
    }

    private static void collect(Cluster cluster, List<String> joins, List<Double> heights) {
        if (cluster instanceof Cluster.Fork fork) {
            joins.add(fork.items().toString());
            heights.add(fork.height());
            fork.parts().forEach(part -> collect(part, joins, heights));
        }
    }

    @Test
    void keepsNeighboursTogether() {
        List<Integer> order = AverageLinkage.of(SIX).order();
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(Math.abs(order.indexOf(2) - order.indexOf(3))).isEqualTo(1);
        assertThat(Math.abs(order.indexOf(0) - order.indexOf(1))).isEqualTo(1);
    }

    @Test
    void countsTheTreesThatHoldACluster() {
        double[][] other = new double[6][];
        for (int i = 0; i < 6; i++) {
            other[i] = SIX[i].clone();
        }
        other[0][1] = 2;
        other[1][0] = 2;
        Cluster tree = AverageLinkage.of(SIX);
        Cluster counted = tree.supportedBy(List.of(tree, tree, AverageLinkage.of(other), AverageLinkage.of(other)));
        assertThat(support(counted, 2, 3)).isEqualTo(1);
        assertThat(support(counted, 0, 1)).isEqualTo(0.5);
        assertThatThrownBy(() -> tree.supportedBy(List.of())).hasMessageContaining("resampled");
    }

    private static double support(Cluster cluster, int... items) {
        BitSet wanted = new BitSet();
        for (int item : items) {
            wanted.set(item);
        }
        if (!(cluster instanceof Cluster.Fork fork)) {
            return -1;
        }
        return fork.items().equals(wanted)
                ? fork.support().orElseThrow()
                : fork.parts().stream()
                        .mapToDouble(part -> support(part, items))
                        .max()
                        .orElse(-1);
    }

    @Test
    void weakClustersMeltIntoTheOneAbove() {
        Cluster weak = new Cluster.Fork(
                1,
                java.util.Optional.of(1.0),
                List.of(
                        new Cluster.Fork(
                                0.5, java.util.Optional.of(0.4), List.of(new Cluster.Leaf(0), new Cluster.Leaf(1))),
                        new Cluster.Leaf(2)));
        assertThat(((Cluster.Fork) weak.collapsed(0.5)).parts())
                .containsExactly(new Cluster.Leaf(0), new Cluster.Leaf(1), new Cluster.Leaf(2));
        assertThat(weak.collapsed(0.4)).isEqualTo(weak);
    }

    @Test
    void refusesWhatAreNoDistances() {
        assertThatThrownBy(() -> AverageLinkage.of(new double[0][])).hasMessageContaining("no item");
        assertThatThrownBy(() -> AverageLinkage.of(new double[][] {{0, 1}, {2, 0}}))
                .hasMessageContaining("stand");
        assertThatThrownBy(() -> AverageLinkage.of(new double[][] {{0, Double.NaN}, {Double.NaN, 0}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AverageLinkage.of(new double[][] {{0}, {1, 0}}))
                .hasMessageContaining("row 0");
    }
}
