package dev.kinprint.stats;

/** What a matrix of distances must be. */
final class Distances {
    private Distances() {}

    /** The number of items of a symmetric matrix of finite distances that are not negative. */
    static int checked(double[][] distances) {
        int items = distances.length;
        if (items == 0) {
            throw new IllegalArgumentException("distances: there is no item");
        }
        for (int i = 0; i < items; i++) {
            if (distances[i].length != items) {
                throw new IllegalArgumentException(
                        "distances: row " + i + " has " + distances[i].length + " of " + items + " columns");
            }
            for (int j = 0; j < i; j++) {
                double distance = distances[i][j];
                if (!Double.isFinite(distance) || distance < 0 || distance != distances[j][i]) {
                    throw new IllegalArgumentException(
                            "distances: between " + i + " and " + j + " stand " + distance + " and " + distances[j][i]);
                }
            }
        }
        return items;
    }
}
