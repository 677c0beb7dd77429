package dev.kinprint.report;

import java.util.stream.Collectors;

/**
 * A tree in the Newick format: names, branch lengths, and at each cluster its support in percent. A name that is no plain
 * word stands in single quotes.
 */
final class Newick {
    private static final String WORD = "[A-Za-z0-9.-]+";

    private Newick() {}

    static String of(Tree tree) {
        return node(tree.root(), tree.root().height()).replaceFirst(":[0-9.]+$", "") + ";\n";
    }

    private static String node(Tree.Node node, double above) {
        String length = ":" + Numbers.exact(above - node.height()).toPlainString();
        if (node instanceof Tree.Fork fork) {
            String parts =
                    fork.parts().stream().map(part -> node(part, fork.height())).collect(Collectors.joining(","));
            String support = fork.support()
                    .map(share -> Long.toString(Math.round(share * 100)))
                    .orElse("");
            return "(" + parts + ")" + support + length;
        }
        return name(((Tree.Leaf) node).member()) + length;
    }

    private static String name(String member) {
        String seen = Visible.of(member).replace('\n', ' ').replace('\t', ' ');
        return seen.matches(WORD) ? seen : "'" + seen.replace("'", "''") + "'";
    }
}
