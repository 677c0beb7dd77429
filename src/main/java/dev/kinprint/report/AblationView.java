package dev.kinprint.report;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What becomes of one ratio where something is left out: a row for each, under the printed one.
 *
 * @param id unique in the page
 * @param relation the relation in words
 * @param axis the axis of all rows
 * @param rows the printed ratio, then what was left out
 */
record AblationView(String id, String relation, Axis axis, List<Row> rows) {
    private static final int ROW = 36;
    private static final int BOTTOM = 26;

    /**
     * One row.
     *
     * @param label what was left out
     * @param logLr the ratio; empty where there is none
     * @param why why there is none
     * @param top its place from the top of the chart, in pixels
     */
    record Row(String label, Optional<LogLr> logLr, Optional<String> why, int top) {
        int middle() {
            return top + 24;
        }
    }

    static AblationView of(String id, Evidence printed, Ablation ablation) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("as printed", printed.logLr(), Optional.empty(), 0));
        for (Ablation.Row row : ablation.rows()) {
            String label = row.kind() == Ablation.Kind.CHANNEL ? "without " + row.what() : row.what();
            rows.add(new Row(label, row.logLr(), row.why(), ROW * rows.size()));
        }
        Axis axis = Axis.around(rows.stream()
                .flatMap(row -> row.logLr().stream())
                .flatMapToDouble(lr -> DoubleStream.of(lr.low(), lr.high())));
        return new AblationView(id, printed.relation().words(), axis, rows);
    }

    /** Where the printed ratio lies, for the line through all rows. */
    double printed() {
        return rows.get(0).logLr().orElseThrow().value();
    }

    int bottom() {
        return ROW * rows.size();
    }

    int height() {
        return bottom() + BOTTOM;
    }
}
