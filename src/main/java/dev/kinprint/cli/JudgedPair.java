package dev.kinprint.cli;

import dev.kinprint.calibrate.Relation;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.table.Row;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One pair as the scores beside a report have it.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param channels the channels of the table
 * @param rows one for each relation
 */
record JudgedPair(String suspect, String candidate, List<String> channels, List<Row> rows) {
    private static final String FILE = "scores.csv";
    private static final String SCORE = " score";
    private static final String NONE = "-";

    /**
     * Reads a pair; either of the two may be the suspect.
     *
     * @throws OperatorError where the run was not judged, or the pair was not
     */
    static JudgedPair read(Path folder, String one, String other) {
        Path file = folder.resolve(FILE);
        Table table;
        try {
            table = Table.read(file);
        } catch (IOException | TableFault e) {
            throw OperatorError.usage(
                    "The run has no scores that can be read",
                    file.toString(),
                    String.valueOf(e.getMessage()),
                    "Judge it first: kinprint judge " + folder);
        }
        List<String> channels = table.columns().stream()
                .filter(column -> column.endsWith(SCORE))
                .map(column -> column.substring(0, column.length() - SCORE.length()))
                .toList();
        return find(table, one, other)
                .or(() -> find(table, other, one))
                .map(rows ->
                        new JudgedPair(rows.get(0).text("suspect"), rows.get(0).text("candidate"), channels, rows))
                .orElseThrow(() -> OperatorError.usage(
                        "This pair was not judged",
                        one + " and " + other,
                        file + " holds no such suspect and candidate",
                        "Judge it: kinprint judge " + folder + " --suspect " + one + " --candidate " + other));
    }

    private static Optional<List<Row>> find(Table table, String suspect, String candidate) {
        List<Row> rows = table.rows().stream()
                .filter(row -> row.text("suspect").equals(suspect)
                        && row.text("candidate").equals(candidate))
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    /** Prints the verdicts, then every channel with its score and what it adds to each ratio. */
    void print(Console console) {
        console.data("pair", this::json);
        console.answer("suspect    " + suspect + "\ncandidate  " + candidate + "\n");
        TextTable verdicts = new TextTable("relation", "log10 LR [95 %]", "support", "rank");
        for (Row row : rows) {
            String against = row.text("for_relation").equals("true")
                            || !row.text("why_none").isEmpty()
                    ? ""
                    : ", against";
            boolean none = row.text("support").equals("no support");
            verdicts.row(
                    relation(row),
                    row.text("log10_lr").isEmpty()
                            ? NONE
                            : fixed(row.text("log10_lr"), 2) + " [" + fixed(row.text("log10_lr_low"), 2) + ", "
                                    + fixed(row.text("log10_lr_high"), 2) + "]",
                    row.text("support") + (none ? "" : against),
                    row.text("rank"));
        }
        console.answer(verdicts.toString());
        rows.stream()
                .filter(row -> !row.text("why_none").isEmpty())
                .forEach(row -> console.answer("  no ratio for " + relation(row) + ": " + row.text("why_none")));
        List<String> heads = new ArrayList<>(List.of("channel", "score", "z"));
        rows.forEach(row -> heads.add("adds: " + relation(row)));
        TextTable parts = new TextTable(heads.toArray(String[]::new));
        for (String channel : channels) {
            List<Object> cells = new ArrayList<>(List.of(
                    channel,
                    fixed(rows.get(0).text(channel + SCORE), 3),
                    fixed(rows.get(0).text(channel + " z"), 2)));
            rows.forEach(row -> cells.add(fixed(row.text(channel + " log10"), 2)));
            parts.row(cells.toArray());
        }
        console.answer("\n" + parts);
        Row first = rows.get(0);
        console.answer(first.text("questions") + " questions in common; background of " + first.text("background")
                + " models from " + first.text("labs") + " labs. z is the score among unrelated pairs, in standard"
                + " deviations.");
    }

    private static String relation(Row row) {
        return Relation.valueOf(row.text("relation")).words();
    }

    private static String fixed(String number, int decimals) {
        return number.isEmpty() ? NONE : String.format(Locale.ROOT, "%." + decimals + "f", Double.parseDouble(number));
    }

    private Json json() {
        return Json.array(rows.stream().map(Row::cells).toList());
    }
}
