package dev.kinprint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private static final int LETTER = 7;
    private static final int LINE = 14;

    /**
     * A model.
     *
     * @param point the model
     * @param x its place, in pixels from the left
     * @param y its place, in pixels from the top
     * @param role what it is: suspect, candidate or panel
     * @param cloud its places in the draws, as the data of a path of dots
     * @param named whether its name finds room
     * @param left whether its name stands to its left
     */
    record Dot(PointMap.Point point, int x, int y, String role, String cloud, boolean named, boolean left) {
        String label() {
            return HeatView.cut(point.member());
        }
    }

    /** A rectangle of pixels that a name fills. */
    private record Box(int left, int top, int right, int bottom) {
        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

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
        List<Box> taken = new ArrayList<>();
        map.points().forEach(point -> taken.add(spot(frame.x(point.at()), frame.y(point.at()))));
        map.points().stream()
                .sorted(Comparator.comparing((PointMap.Point point) -> !members.audited(point.member())))
                .forEach(point -> dots.add(dot(point, frame, members, taken)));
        java.util.Collections.reverse(dots);
        return new MapView(id, map, List.copyOf(dots));
    }

    private static Dot dot(PointMap.Point point, Frame frame, Members members, List<Box> taken) {
        int x = frame.x(point.at());
        int y = frame.y(point.at());
        int width = LETTER * HeatView.cut(point.member()).length();
        Box right = new Box(x + 7, y - LINE / 2, x + 9 + width, y + LINE / 2);
        Box left = new Box(x - 9 - width, y - LINE / 2, x - 7, y + LINE / 2);
        boolean fitsRight = right.right() < WIDTH && taken.stream().noneMatch(right::touches);
        boolean fitsLeft = left.left() > 0 && taken.stream().noneMatch(left::touches);
        boolean named = fitsRight || fitsLeft || members.audited(point.member());
        boolean turned = !fitsRight && (fitsLeft || right.right() >= WIDTH);
        if (named) {
            taken.add(turned ? left : right);
        }
        String role = members.suspects().contains(point.member())
                ? "suspect"
                : members.candidates().contains(point.member()) ? "candidate" : "panel";
        StringBuilder cloud = new StringBuilder();
        point.cloud().forEach(spot -> cloud.append('M')
                .append(frame.x(spot))
                .append(' ')
                .append(frame.y(spot))
                .append("h0"));
        return new Dot(point, x, y, role, cloud.toString(), named, turned);
    }

    private static Box spot(int x, int y) {
        return new Box(x - 5, y - 5, x + 5, y + 5);
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
