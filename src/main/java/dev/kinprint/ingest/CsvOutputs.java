package dev.kinprint.ingest;

import dev.kinprint.table.Row;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Outputs in a CSV table with the columns {@code model}, {@code prompt} and {@code text}, and perhaps {@code probe} and
 * {@code sample}. Other columns are left aside.
 */
final class CsvOutputs {
    private static final int MOST_BYTES = 64 << 20;

    private CsvOutputs() {}

    static List<Records.Located> read(ByteSource source, Place place) throws IOException {
        Table table;
        try {
            table = Table.read(source.rest(MOST_BYTES, place));
        } catch (TableFault e) {
            throw place.error(e.line(), String.valueOf(e.getMessage()));
        }
        for (String column : List.of("model", "prompt", "text")) {
            if (!table.columns().contains(column)) {
                throw place.error(1, "the table has no column called " + column);
            }
        }
        boolean probe = table.columns().contains("probe");
        boolean sample = table.columns().contains("sample");
        List<Records.Located> outputs = new ArrayList<>();
        for (Row row : table.rows()) {
            outputs.add(new Records.Located(
                    row.line(),
                    new Output(
                            name(row, "model", place),
                            probe ? Optional.of(name(row, "probe", place)) : Optional.empty(),
                            words(row, "prompt", place),
                            sample ? sample(row, place) : 0,
                            row.text("text"))));
        }
        return outputs;
    }

    private static String words(Row row, String column, Place place) {
        if (row.text(column).isBlank()) {
            throw place.error(row.line(), column + " is blank");
        }
        return row.text(column);
    }

    private static String name(Row row, String column, Place place) {
        String name = words(row, column, place);
        if (name.length() > Output.LONGEST_NAME) {
            throw place.error(row.line(), column + " is longer than " + Output.LONGEST_NAME + " characters");
        }
        return name;
    }

    private static int sample(Row row, Place place) {
        String text = row.text("sample").strip();
        if (!text.matches("[0-9]{1,4}")) {
            throw place.error(row.line(), "sample is no whole number from 0 to " + (Output.MOST_SAMPLES - 1));
        }
        return Integer.parseInt(text);
    }
}
