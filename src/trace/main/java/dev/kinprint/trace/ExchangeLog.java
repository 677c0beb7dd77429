package dev.kinprint.trace;

import static org.apache.spark.sql.functions.col;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A log that was read.
 *
 * @param exchanges the rows that take part, with the columns {@code account}, {@code at} (seconds since 1970),
 *     {@code prompt}, {@code answer}, {@code asked}, a hash of the prompt, and {@code entry}, one of all four;
 *     duplicates stand in it still, see {@link #byAccount}
 * @param intake what became of the rows
 * @param where the files
 */
record ExchangeLog(Dataset<Row> exchanges, Intake intake, String where) {
    /**
     * Each exchange once, with the given columns alone, so that long answers are moved only where they are needed. All
     * exchanges of an account are in one part, so that what counts within accounts moves nothing again.
     */
    Dataset<Row> byAccount(String... columns) {
        String[] wanted = Stream.concat(Stream.of("entry"), Stream.of(columns)).toArray(String[]::new);
        Dataset<Row> parted = exchanges.select("account", wanted).repartition(col("account"));
        return intake.duplicates() == 0 ? parted : parted.dropDuplicates(new String[] {"account", "entry"});
    }
}
