package dev.kinprint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A heat map as it is drawn: so many models that it can be read, the suspects and candidates first in line.
 *
 * @param id unique in the page
 * @param map what is drawn
 * @param rows the positions of the rows that are drawn
 * @param columns the positions of the columns that are drawn
 * @param low the number at the pale end of the colours, or at the one side
 * @param high the number at the dark end, or at the other side
 * @param left the width of the row labels, in pixels
 * @param top the height of the column labels, which stand on end
 */
record HeatView(
        String id, HeatMap map, List<Integer> rows, List<Integer> columns, double low, double high, int left, int top) {
    /** How many models a heat map shows along one side. */
    static final int MOST = 40;

    private static final int STEPS = 9;
    private static final int CELL = 46;
    private static final int SMALL_CELL = 34;
    private static final int ROOMY = 16;
    private static final int HATCH = 8;

    static HeatView of(String id, HeatMap map, Members members) {
        List<Integer> rows =
                chosen(map.rows(), members, i -> strongest(map.cells().get(i)));
        List<Integer> columns = map.rows().equals(map.columns())
                ? rows
                : chosen(
                        map.columns(),
                        members,
                        j -> strongest(
                                map.cells().stream().map(row -> row.get(j)).toList()));
        List<Double> numbers = map.cells().stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList();
        double low = numbers.stream().mapToDouble(x -> x).min().orElse(0);
        double high = numbers.stream().mapToDouble(x -> x).max().orElse(1);
        if (map.scale() == HeatMap.Scale.DIVERGING) {
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        return new HeatView(
                id, map, rows, columns, low, high, 8 + widest(rows, map.rows()), 12 + widest(columns, map.columns()));
    }

    private static List<Integer> chosen(
            List<String> names, Members members, java.util.function.IntToDoubleFunction strength) {
        Set<Integer> kept = new TreeSet<>(IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> !members.audited(names.get(i)))
                        .thenComparing(i -> -strength.applyAsDouble(i))
                        .thenComparing(i -> i))
                .limit(MOST)
                .collect(Collectors.toSet()));
        return new ArrayList<>(kept);
    }

    private static double strongest(List<Optional<Double>> cells) {
        return cells.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Math::abs)
                .max()
                .orElse(-1);
    }

    Optional<Double> cell(int row, int column) {
        return map.cells().get(row).get(column);
    }

    /** The class that colours a cell: s or d for the scale, and a step from 0 to 8. */
    String colour(double number) {
        double share = high > low ? (number - low) / (high - low) : 0.5;
        int step = Math.min(STEPS - 1, (int) (share * STEPS));
        return (map.scale() == HeatMap.Scale.DIVERGING ? "d" : "s") + step;
    }

    /** Slanted lines over a cell without a number, as the data of a path. */
    String hatch(int x, int y) {
        StringBuilder path = new StringBuilder();
        int width = cell() - 1;
        int height = rowHeight() - 1;
        for (int at = HATCH; at < width + height; at += HATCH) {
            int down = Math.min(at, height);
            int right = Math.min(at, width);
            path.append('M').append(x + at - down).append(' ').append(y + down);
            path.append('L').append(x + right).append(' ').append(y + at - right);
        }
        return path.toString();
    }

    /** The number at the pale end of a step of the legend. */
    double start(int step) {
        return low + (high - low) * step / STEPS;
    }

    int cell() {
        return columns.size() <= ROOMY ? CELL : SMALL_CELL;
    }

    int rowHeight() {
        return columns.size() <= ROOMY ? 34 : 26;
    }

    private static int widest(List<Integer> shown, List<String> names) {
        return shown.stream()
                .mapToInt(position -> ShortName.of(names.get(position)).width())
                .max()
                .orElse(0);
    }

    int width() {
        return left() + columns.size() * cell() + 4;
    }

    int height() {
        return top() + rows.size() * rowHeight() + 4;
    }

    /** How many models are left out. */
    int left(boolean ofRows) {
        return ofRows ? map.rows().size() - rows.size() : map.columns().size() - columns.size();
    }
}
