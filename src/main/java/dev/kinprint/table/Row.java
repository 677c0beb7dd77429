package dev.kinprint.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * One record of a table.
 *
 * @param line the line of the file where it begins, from 1
 * @param cells its texts by column; the same columns as the table's
 */
public record Row(long line, Map<String, String> cells) {
    /** Copies the cells. */
    public Row {
        if (line < 1) {
            throw new IllegalArgumentException("line: below 1: " + line);
        }
        cells = java.util.Collections.unmodifiableMap(new TreeMap<>(cells));
    }

    /**
     * The text in a column, exactly as it stands; may be empty.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String text(String column) {
        String text = cells.get(column);
        if (text == null) {
            throw new IllegalArgumentException("column: the table has none called " + column);
        }
        return text;
    }
}
