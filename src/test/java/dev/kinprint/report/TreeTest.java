package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final Tree TREE = new Tree(
            "Style",
            "distances",
            100,
            new Tree.Fork(
                    0.9,
                    Optional.of(1.0),
                    List.of(
                            new Tree.Fork(
                                    0.25,
                                    Optional.of(0.625),
                                    List.of(leaf("gpt-4.1"), leaf("it's (a) trap; [x]:1,\n2"))),
                            leaf("model_x"))),
            List.of());

    private static Tree.Leaf leaf(String member) {
        return new Tree.Leaf(member, Optional.empty());
    }

    @Test
    void isWrittenInNewick() {
        assertThat(Newick.of(TREE))
                .isEqualTo(
                        "((gpt-4.1:0.250000,'it''s (a) trap; [x]:1, 2':0.250000)63:0.650000,'model_x':0.900000)100;\n");
    }

    @Test
    void isDrawnWithARowForEachModel() {
        TreeView view = TreeView.of("t", TREE, new Members(Set.of("model_x"), Set.of()));
        assertThat(view.labels())
                .extracting(label -> label.leaf().member())
                .containsExactly("gpt-4.1", "it's (a) trap; [x]:1,\n2", "model_x");
        assertThat(view.labels()).extracting(TreeView.Label::role).containsExactly("panel", "panel", "audited");
        assertThat(view.labels()).extracting(TreeView.Label::y).isSorted().doesNotHaveDuplicates();
        assertThat(view.supports()).extracting(TreeView.Support::words).containsExactly("63");
        assertThat(view.rows()).extracting(row -> row.leaves().size()).containsExactly(2, 3);
    }

    @Test
    void refusesHeightsAndSharesOutOfRange() {
        List<Tree.Node> parts = List.of(leaf("a"), leaf("b"));
        assertThatThrownBy(() -> new Tree.Fork(Double.NaN, Optional.empty(), parts))
                .hasMessageContaining("height");
        assertThatThrownBy(() -> new Tree.Fork(1, Optional.of(1.5), parts)).hasMessageContaining("support");
    }
}
