package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tree as it is drawn: the root at the left, a row for each model at the right.
 *
 * @param id unique in the page
 * @param tree what is drawn
 * @param lines its branches
 * @param labels its models
 * @param supports the support of its clusters, beside their joints
 */
record TreeView(String id, Tree tree, List<Line> lines, List<Label> labels, List<Support> supports) {
    private static final int ROW = 22;
    private static final int TOP = 12;
    private static final int LEFT = 34;
    private static final int BRANCHES = 230;

    /** A straight line, in pixels. */
    record Line(int x1, int y1, int x2, int y2) {}

    /**
     * A model.
     *
     * @param leaf the model
     * @param x where its name begins, in pixels
     * @param y the line its name stands on, in pixels
     * @param role the class that marks what it is in this report
     */
    record Label(Tree.Leaf leaf, int x, int y, String role) {
        private static final int MARGIN = 24;

        /** Where its name and its lab's end, and some room. */
        int end() {
            return x
                    + ShortName.of(leaf.member()).width()
                    + leaf.lab().map(lab -> ShortName.of(lab).width()).orElse(0)
                    + MARGIN;
        }
    }

    /**
     * The support of a cluster.
     *
     * @param words percent
     * @param x where it ends, in pixels
     * @param y the line it stands on, in pixels
     */
    record Support(String words, int x, int y) {}

    /**
     * A cluster, for the table.
     *
     * @param fork the cluster
     * @param leaves its models
     */
    record Row(Tree.Fork fork, List<Tree.Leaf> leaves) {}

    static TreeView of(String id, Tree tree, Members members) {
        TreeView view = new TreeView(id, tree, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        view.draw(tree.root(), view.x(tree.root()) - 16, members);
        return view;
    }

    /** Draws a node and gives the height of its middle. */
    private int draw(Tree.Node node, int from, Members members) {
        int x = x(node);
        if (node instanceof Tree.Fork fork) {
            List<Integer> parts =
                    fork.parts().stream().map(part -> draw(part, x, members)).toList();
            int first = parts.get(0);
            int last = parts.get(parts.size() - 1);
            int middle = (first + last) / 2;
            lines.add(new Line(x, first, x, last));
            lines.add(new Line(from, middle, x, middle));
            if (fork != tree.root()) {
                fork.support()
                        .ifPresent(share ->
                                supports.add(new Support(Long.toString(Math.round(share * 100)), x - 3, middle - 3)));
            }
            return middle;
        }
        Tree.Leaf leaf = (Tree.Leaf) node;
        int y = TOP + ROW * labels.size() + ROW / 2;
        lines.add(new Line(from, y, x, y));
        labels.add(new Label(leaf, x + 6, y + 4, members.audited(leaf.member()) ? "audited" : "panel"));
        return y;
    }

    private int x(Tree.Node node) {
        double top = Math.max(tree.root().height(), 1e-9);
        return LEFT + (int) Math.round(BRANCHES * (1 - node.height() / top));
    }

    int width() {
        return labels.stream().mapToInt(Label::end).max().orElse(LEFT + BRANCHES);
    }

    int height() {
        return 2 * TOP + ROW * labels.size();
    }

    /** The clusters, from the tightest to the widest. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        collect(tree.root(), rows);
        rows.sort(java.util.Comparator.comparingDouble((Row row) -> row.fork().height()));
        return rows;
    }

    private static void collect(Tree.Node node, List<Row> rows) {
        if (node instanceof Tree.Fork fork) {
            rows.add(new Row(fork, fork.leaves()));
            fork.parts().forEach(part -> collect(part, rows));
        }
    }

    static String support(Optional<Double> share) {
        return share.map(value -> Numbers.fixed(value * 100, 0) + " %").orElse("–");
    }
}
