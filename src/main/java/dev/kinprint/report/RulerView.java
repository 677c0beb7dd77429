package dev.kinprint.report;

import dev.kinprint.calibrate.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The rulers of one pair under each other, on one axis.
 *
 * @param id unique in the page
 * @param axis the axis they share
 * @param rows one for each relation
 */
record RulerView(String id, Axis axis, List<Row> rows) {
    /** How many background models the table beside the chart lists. */
    static final int LISTED = 20;

    private static final int TOP = 26;
    private static final int ROW = 82;
    private static final int BOTTOM = 44;

    /**
     * One relation.
     *
     * @param ruler what is drawn
     * @param top where the row begins, in pixels
     * @param bounds the least and the greatest ratio that the calibration may state, where it is known
     * @param support the policy's words for the suspect's value
     */
    record Row(Ruler ruler, int top, Optional<CalibrationNote.Fit> bounds, String support) {
        double least() {
            return ruler.background().stream()
                    .mapToDouble(Ruler.Mark::log10Lr)
                    .min()
                    .orElse(0);
        }

        double greatest() {
            return ruler.background().stream()
                    .mapToDouble(Ruler.Mark::log10Lr)
                    .max()
                    .orElse(0);
        }

        /** The background models nearest to the top of the ruler, highest first. */
        List<Ruler.Mark> highest() {
            return ruler.background().stream()
                    .sorted(Comparator.comparingDouble(Ruler.Mark::log10Lr)
                            .reversed()
                            .thenComparing(Ruler.Mark::member))
                    .limit(LISTED)
                    .toList();
        }
    }

    static RulerView of(String id, List<Ruler> rulers, PairView pair, Map<Relation, CalibrationNote.Fit> fits) {
        List<Row> rows = new ArrayList<>();
        for (Ruler ruler : rulers) {
            rows.add(new Row(
                    ruler,
                    TOP + ROW * rows.size(),
                    Optional.ofNullable(fits.get(ruler.relation())),
                    pair.verdict(ruler.relation()).map(PairView::support).orElse("")));
        }
        Axis axis = Axis.around(rows.stream().flatMapToDouble(RulerView::numbers));
        return new RulerView(id, axis, rows);
    }

    private static DoubleStream numbers(Row row) {
        Ruler ruler = row.ruler();
        DoubleStream.Builder numbers = DoubleStream.builder();
        numbers.add(ruler.found().low()).add(ruler.found().high());
        ruler.background().forEach(mark -> numbers.add(mark.log10Lr()));
        ruler.kin().forEach(mark -> numbers.add(mark.log10Lr()));
        ruler.floor().ifPresent(floor -> numbers.add(floor.low()).add(floor.high()));
        row.bounds().ifPresent(fit -> numbers.add(fit.lowest()).add(fit.highest()));
        return numbers.build();
    }

    String suspect() {
        return rows.get(0).ruler().suspect();
    }

    String candidate() {
        return rows.get(0).ruler().candidate();
    }

    /** Whether the same-model floor was measured for any relation. */
    boolean floor() {
        return rows.stream().anyMatch(row -> row.ruler().floor().isPresent());
    }

    List<Scale> scale() {
        return Scale.on(axis);
    }

    int height() {
        return bottom() + BOTTOM;
    }

    /** Where the rows end, in pixels. */
    int bottom() {
        return TOP + ROW * rows.size();
    }
}
