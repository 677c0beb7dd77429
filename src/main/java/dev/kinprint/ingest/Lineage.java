package dev.kinprint.ingest;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Origin;
import dev.kinprint.table.Row;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is declared about models in a table with the columns {@code model}, {@code lab}, {@code base_model},
 * {@code family} and {@code released} (all but the first may be missing). Other columns, such as who taught whom, are
 * labels to check results against and are not read here.
 */
public final class Lineage {
    /** Words in such tables that name nobody: shared by two models, they make no kin. */
    private static final Set<String> NOBODY =
            Set.of("", "unknown", "none", "other", "others", "community", "own", "proprietary", "ensemble");

    private Lineage() {}

    /**
     * Reads the table.
     *
     * @return what is declared, by the model's name
     * @throws OperatorError with file and line, where it is no such table
     */
    public static SortedMap<String, Origin> read(Path file) {
        try {
            Table table = Table.read(file);
            if (!table.columns().contains("model")) {
                throw wrong(file.toString(), "it has no column called model");
            }
            SortedMap<String, Origin> origins = new TreeMap<>();
            for (Row row : table.rows()) {
                String where = file + ":" + row.line();
                if (origins.put(row.text("model"), origin(table.columns(), row, where)) != null) {
                    throw wrong(where, "the model of this line stands twice");
                }
            }
            return Collections.unmodifiableSortedMap(origins);
        } catch (TableFault e) {
            throw wrong(file + ":" + e.line(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw wrong(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    private static Origin origin(List<String> columns, Row row, String where) {
        return new Origin(
                declared(columns, row, "lab"),
                declared(columns, row, "base_model"),
                declared(columns, row, "family"),
                declared(columns, row, "released").map(day -> day(day, where)));
    }

    private static Optional<String> declared(List<String> columns, Row row, String column) {
        return Optional.of(column)
                .filter(columns::contains)
                .map(row::text)
                .map(String::strip)
                .filter(text -> !NOBODY.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static LocalDate day(String day, String where) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw wrong(where, "released is no day such as 2024-03-31");
        }
    }

    private static OperatorError wrong(String where, String why) {
        return OperatorError.usage(
                "The table of lineages cannot be used", where, why, "Correct the table, or take it away.");
    }
}
