package dev.kinprint.cli;

import dev.kinprint.compare.Landscape;
import dev.kinprint.report.PointMap;
import dev.kinprint.report.PointMap.Spot;
import dev.kinprint.report.Tree;
import dev.kinprint.stats.AverageLinkage;
import dev.kinprint.stats.Cluster;
import dev.kinprint.stats.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who is near whom: the order of a heat map, and for the groups worth it a tree and a map, with resampled ones. */
final class Landscapes {
    private static final int DRAWS = 100;
    private static final int CLOUD = 30;
    private static final double HALF = 0.5;

    private final Judged judged;
    private final long seed;
    private final List<Tree> trees = new ArrayList<>();
    private final List<PointMap> maps = new ArrayList<>();

    Landscapes(Judged judged, long seed) {
        this.judged = judged;
        this.seed = seed;
    }

    /** The models in the order of a tree, so that neighbours are alike; those without data stand last. */
    List<Integer> order(List<String> channels, List<Integer> shown) {
        Optional<Landscape> land = Landscape.of(judged.comparison(), channels, shown);
        if (land.isEmpty()) {
            return shown;
        }
        List<Integer> members = land.get().members();
        List<Integer> ordered = new ArrayList<>(AverageLinkage.of(land.get().distances()).order().stream()
                .map(members::get)
                .toList());
        shown.stream().filter(member -> !members.contains(member)).forEach(ordered::add);
        return ordered;
    }

    /** Adds a tree and a map where at least three models have data. */
    void add(String title, List<String> channels, List<Integer> shown) {
        Landscape.of(judged.comparison(), channels, shown).ifPresent(land -> add(title, land, shown));
    }

    private void add(String title, Landscape land, List<Integer> shown) {
        List<double[][]> draws = land.draws(DRAWS, seed);
        Cluster tree = AverageLinkage.of(land.distances());
        if (!draws.isEmpty()) {
            tree = tree.supportedBy(
                            draws.parallelStream().map(AverageLinkage::of).toList())
                    .collapsed(HALF);
        }
        trees.add(new Tree(
                title,
                "distances, 1 less the likeness",
                draws.size(),
                node(tree, land.members()),
                shown.stream()
                        .filter(member -> !land.members().contains(member))
                        .map(judged::id)
                        .toList()));
        maps.add(map(title, land, draws));
    }

    private PointMap map(String title, Landscape land, List<double[][]> draws) {
        Plane plane = Plane.of(land.distances());
        List<Plane> drawn = draws.subList(0, Math.min(CLOUD, draws.size())).parallelStream()
                .map(Plane::of)
                .map(other -> other.laidOn(plane))
                .toList();
        return new PointMap(
                title,
                plane.stress(),
                IntStream.range(0, plane.size())
                        .mapToObj(i -> new PointMap.Point(
                                judged.id(land.members().get(i)),
                                lab(land.members().get(i)),
                                new Spot(plane.x(i), plane.y(i)),
                                drawn.stream()
                                        .map(other -> new Spot(other.x(i), other.y(i)))
                                        .toList()))
                        .toList());
    }

    private Tree.Node node(Cluster cluster, List<Integer> members) {
        if (cluster instanceof Cluster.Fork fork) {
            return new Tree.Fork(
                    fork.height(),
                    fork.support(),
                    fork.parts().stream().map(part -> node(part, members)).toList());
        }
        int member = members.get(((Cluster.Leaf) cluster).item());
        return new Tree.Leaf(judged.id(member), lab(member));
    }

    private Optional<String> lab(int member) {
        return judged.comparison().corpus().members().get(member).origin().lab();
    }

    List<Tree> trees() {
        return List.copyOf(trees);
    }

    List<PointMap> maps() {
        return List.copyOf(maps);
    }
}
