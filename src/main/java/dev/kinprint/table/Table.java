package dev.kinprint.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with named columns, as a CSV file holds it (RFC 4180, UTF-8, the first record names the columns).
 *
 * @param columns the names of the columns, in the order of the file
 * @param rows the records after the first
 */
public record Table(List<String> columns, List<Row> rows) {
    private static final int MOST_BYTES = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Copies both lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table of at most 64 MiB.
     *
     * @throws TableFault where a column stands twice or has no name, a record is longer or shorter than the first, or
     *     the bytes are not valid UTF-8 or CSV
     * @throws IOException where the file cannot be read
     */
    public static Table read(Path file) throws TableFault, IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        return read(bytes);
    }

    /**
     * Reads a table of at most 64 MiB.
     *
     * @throws TableFault as {@link #read(Path)}
     */
    public static Table read(byte[] bytes) throws TableFault {
        if (bytes.length > MOST_BYTES) {
            throw new TableFault(1, "the table is longer than " + MOST_BYTES + " bytes");
        }
        if (utf16(bytes)) {
            throw new TableFault(1, "the table is in UTF-16, and must be in UTF-8");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new TableFault(1, "the table is not valid UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    /** Spreadsheets write it, with a mark or without: then every second byte of plain text is 0. */
    private static boolean utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return mark == 0xfeff || mark == 0xfffe || (bytes[0] == 0) != (bytes[1] == 0);
    }

    private static Table parse(String text) throws TableFault, IOException {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (CSVParser parser = CSVParser.parse(new StringReader(content), CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = 1;
            try {
                if (!records.hasNext()) {
                    throw new TableFault(1, "the table is empty");
                }
                List<String> columns = columns(records.next());
                List<Row> rows = new ArrayList<>();
                for (line = parser.getCurrentLineNumber() + 1;
                        records.hasNext();
                        line = parser.getCurrentLineNumber() + 1) {
                    rows.add(row(line, columns, records.next()));
                }
                return new Table(columns, rows);
            } catch (UncheckedIOException e) {
                throw new TableFault(line, "the quotes of a record do not close as they should");
            }
        }
    }

    private static List<String> columns(CSVRecord record) throws TableFault {
        Set<String> seen = new HashSet<>();
        for (String column : record) {
            if (column.isBlank()) {
                throw new TableFault(1, "a column has no name");
            }
            if (!seen.add(column)) {
                throw new TableFault(1, "column " + column + " stands twice");
            }
        }
        return record.toList();
    }

    private static Row row(long line, List<String> columns, CSVRecord record) throws TableFault {
        if (record.size() != columns.size()) {
            throw new TableFault(
                    line,
                    record.size() + (record.size() == 1 ? " cell" : " cells") + " where the table has " + columns.size()
                            + " columns");
        }
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.get(i));
        }
        return new Row(line, cells);
    }
}
