package dev.kinprint.trace;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A log that was read.
 *
 * @param exchanges the rows that take part, with the columns {@code account}, {@code at} (seconds since 1970),
 *     {@code prompt}, {@code answer}, {@code asked}, a hash of the prompt, and {@code same}, one of prompt and answer;
 *     duplicates stand in it still, see {@link #distinct}
 * @param intake what became of the rows
 * @param where the files
 */
record ExchangeLog(Dataset<Row> exchanges, Intake intake, String where) {
    /**
     * Each exchange once, with the given columns alone, so that long answers are moved only where they are needed.
     * Rows count as one where account, time and the 64-bit hash of prompt and answer are equal.
     */
    Dataset<Row> distinct(String... columns) {
        String[] wanted =
                Stream.concat(Stream.of("at", "same"), Stream.of(columns)).toArray(String[]::new);
        return exchanges.select("account", wanted).dropDuplicates(new String[] {"account", "at", "same"});
    }
}
