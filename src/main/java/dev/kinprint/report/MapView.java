package dev.kinprint.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A map of points as it is drawn: every audited model is named, and of the others as many as find room.
 *
 * @param id unique in the page
 * @param map what is drawn
 * @param dots the models, the audited ones last and so on top
 */
record MapView(String id, PointMap map, List<Dot> dots) {
    static final int WIDTH = 760;
    static final int HEIGHT = 480;
    private static final int EDGE = 36;

    /**
     * A model.
     *
     * @param point the model
     * @param x its place, in pixels from the left
     * @param y its place, in pixels from the top
     * @param role what it is: suspect, candidate or panel
     * @param cloud its places in the draws, as the data of a path of dots
     * @param name its name, where it finds room
     */
    record Dot(PointMap.Point point, int x, int y, String role, String cloud, Optional<MapLabels.Label> name) {}

    /** Pixels from numbers, the same scale on both axes. */
    private record Frame(double middleX, double middleY, double scale) {
        int x(PointMap.Spot spot) {
            return clip(WIDTH, WIDTH / 2.0 + (spot.x() - middleX) * scale);
        }

        int y(PointMap.Spot spot) {
            return clip(HEIGHT, HEIGHT / 2.0 - (spot.y() - middleY) * scale);
        }

        private static int clip(int most, double at) {
            return (int) Math.round(Math.max(4, Math.min(most - 4, at)));
        }
    }

    static MapView of(String id, PointMap map, Members members) {
        Frame frame = frame(map);
        List<Dot> dots = new ArrayList<>();
        MapLabels labels = new MapLabels(WIDTH, HEIGHT);
        map.points().forEach(point -> labels.spot(frame.x(point.at()), frame.y(point.at())));
        map.points().stream()
                .sorted(Comparator.comparing((PointMap.Point point) -> !members.audited(point.member())))
                .forEach(point -> dots.add(dot(point, frame, members, labels)));
        Collections.reverse(dots);
        return new MapView(id, map, List.copyOf(dots));
    }

    private static Dot dot(PointMap.Point point, Frame frame, Members members, MapLabels labels) {
        int x = frame.x(point.at());
        int y = frame.y(point.at());
        String role = members.suspects().contains(point.member())
                ? "suspect"
                : members.candidates().contains(point.member()) ? "candidate" : "panel";
        StringBuilder cloud = new StringBuilder();
        point.cloud().forEach(spot -> cloud.append('M')
                .append(frame.x(spot))
                .append(' ')
                .append(frame.y(spot))
                .append("h0"));
        ShortName name = ShortName.of(point.member());
        return new Dot(
                point,
                x,
                y,
                role,
                cloud.toString(),
                members.audited(point.member()) ? Optional.of(labels.named(x, y, name)) : labels.ifRoom(x, y, name));
    }

    private static Frame frame(PointMap map) {
        double lowX = map.points().stream().mapToDouble(p -> p.at().x()).min().orElse(0);
        double highX = map.points().stream().mapToDouble(p -> p.at().x()).max().orElse(0);
        double lowY = map.points().stream().mapToDouble(p -> p.at().y()).min().orElse(0);
        double highY = map.points().stream().mapToDouble(p -> p.at().y()).max().orElse(0);
        double scale = Math.min(
                (WIDTH - 2 * EDGE) / Math.max(highX - lowX, 1e-9), (HEIGHT - 2 * EDGE) / Math.max(highY - lowY, 1e-9));
        return new Frame((lowX + highX) / 2, (lowY + highY) / 2, scale);
    }
}
