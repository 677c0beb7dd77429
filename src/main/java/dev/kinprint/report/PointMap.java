package dev.kinprint.report;

import java.util.List;
import java.util.Optional;

/**
 * Models as points in a plane, the nearer the more alike.
 *
 * @param title what it shows, a few words
 * @param stress Kruskal's stress-1; above 0.2 the plane misleads
 * @param points one for each model
 */
public record PointMap(String title, double stress, List<Point> points) {
    /** The stress from which a plane is called poor. */
    static final double POOR = 0.2;

    /**
     * A place in the plane.
     *
     * @param x to the right
     * @param y upwards
     */
    public record Spot(double x, double y) {
        /** Refuses numbers that are not finite. */
        public Spot {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("spot: not finite: " + x + ", " + y);
            }
        }
    }

    /**
     * A model.
     *
     * @param member its id
     * @param lab its declared lab
     * @param at its place
     * @param cloud its places when questions and background are drawn anew
     */
    public record Point(String member, Optional<String> lab, Spot at, List<Spot> cloud) {
        /** Copies the list. */
        public Point {
            cloud = List.copyOf(cloud);
        }

        /** How far its places in the draws lie from its place, the root of the mean square. */
        double spread() {
            return Math.sqrt(cloud.stream()
                    .mapToDouble(spot ->
                            (spot.x() - at.x()) * (spot.x() - at.x()) + (spot.y() - at.y()) * (spot.y() - at.y()))
                    .average()
                    .orElse(0));
        }
    }

    /** Refuses a stress out of range. */
    public PointMap {
        points = List.copyOf(points);
        if (!Double.isFinite(stress) || stress < 0) {
            throw new IllegalArgumentException("stress: finite and not negative must hold for " + stress);
        }
    }

    boolean poor() {
        return stress > POOR;
    }
}
