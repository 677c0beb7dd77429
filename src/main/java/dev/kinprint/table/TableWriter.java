package dev.kinprint.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes a table as CSV that is also safe to open in a spreadsheet: every cell is quoted, lines end with a line feed,
 * and a text that a spreadsheet would take for a formula gets an apostrophe in front. A number never does.
 */
public final class TableWriter {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator('\n')
            .get();
    /** What starts a formula, ASCII and full-width. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final CSVPrinter printer;
    private final int columns;

    /**
     * Starts a table.
     *
     * @param out receives the text; it is not closed
     * @param columns the names of the columns
     * @throws IOException where the text cannot be written
     */
    public TableWriter(Appendable out, List<String> columns) throws IOException {
        this.printer = new CSVPrinter(out, FORMAT);
        this.columns = columns.size();
        row(columns.toArray());
    }

    /**
     * Adds a record.
     *
     * @param cells one for each column: a {@link CharSequence}, an integer or a long, a finite double, a
     *     {@link BigDecimal}, or an {@link Optional} of these, which leaves its cell empty where it is empty
     * @throws IOException where the text cannot be written
     */
    public void row(Object... cells) throws IOException {
        if (cells.length != columns) {
            throw new IllegalArgumentException("cells: " + cells.length + " for " + columns + " columns");
        }
        List<String> texts = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        printer.printRecord(texts);
    }

    private static String text(Object cell) {
        if (cell instanceof Optional<?> optional) {
            return optional.map(TableWriter::text).orElse("");
        } else if (cell instanceof CharSequence words) {
            return defused(words.toString());
        } else if (cell instanceof Integer || cell instanceof Long) {
            return cell.toString();
        } else if (cell instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (cell instanceof Double number && Double.isFinite(number)) {
            return Double.toString(number == 0 ? 0.0 : number);
        }
        throw new IllegalArgumentException(
                "cells: neither text nor a finite number: " + cell.getClass().getName() + " " + cell);
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
