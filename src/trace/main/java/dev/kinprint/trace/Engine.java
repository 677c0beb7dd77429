package dev.kinprint.trace;

import dev.kinprint.fault.OperatorError;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;

/** Starts Spark: embedded in this process, or on the cluster that {@code spark-submit} names. */
final class Engine {
    private static final String MASTER = "spark.master";
    private static final int CAUSES = 12;
    private static final int PARTS_A_CORE = 8;
    private static final List<String> DAMAGE =
            List.of("is not a Parquet file", "CANNOT_READ_FILE_FOOTER", "FAILED_READ_FILE", "ParquetDecodingException");

    private Engine() {}

    /**
     * A session.
     *
     * @param master where it runs; empty for what spark-submit says, or all cores of this machine
     * @param partitions how many parts a shuffle makes; empty for Spark's own choice
     */
    static SparkSession open(Optional<String> master, Optional<Integer> partitions) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("kinprint-trace")
                .config("spark.ui.enabled", false)
                .config("spark.ui.showConsoleProgress", false)
                .config("spark.sql.session.timeZone", "UTC")
                // A cast that fails gives null, and a null is counted as an exclusion.
                .config("spark.sql.ansi.enabled", false);
        Optional<String> submitted = Optional.ofNullable(System.getProperty(MASTER));
        String where = master.or(() -> submitted).orElse("local[*]");
        builder.config(MASTER, where);
        if (where.startsWith("local")) {
            // Nothing outside of this process has to reach the driver.
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
            // Spark's own 200 are made for clusters; here most of the time would go into starting them.
            builder.config(
                    "spark.sql.shuffle.partitions",
                    partitions.orElse(PARTS_A_CORE * Runtime.getRuntime().availableProcessors()));
        } else {
            partitions.ifPresent(parts -> builder.config("spark.sql.shuffle.partitions", parts));
        }
        return builder.getOrCreate();
    }

    /**
     * Runs Spark jobs over files. What Spark finds wrong with the files becomes an operator's error.
     *
     * @param where the files
     */
    static <T> T reading(String where, Supplier<T> jobs) {
        try {
            return jobs.get();
        } catch (OperatorError e) {
            throw e;
        } catch (Exception e) {
            // Spark throws checked exceptions that its signatures do not name.
            throw unreadable(where, e)
                    .orElseThrow(() -> e instanceof RuntimeException r ? r : new IllegalStateException(e));
        }
    }

    private static Optional<OperatorError> unreadable(String where, Exception thrown) {
        List<String> said = Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(Throwable::toString)
                .toList();
        return said.stream()
                .filter(words -> words.contains("CSV header does not conform"))
                .findFirst()
                .map(words -> OperatorError.usage(
                        "The files of the log have different columns",
                        file(words).orElse(where),
                        "its first line is not that of the first file",
                        "Trace them one by one, or write them with the same columns in the same order."))
                .or(() -> said.stream()
                        .filter(words -> DAMAGE.stream().anyMatch(words::contains))
                        .findFirst()
                        .map(words -> OperatorError.usage(
                                "A file of the log cannot be read",
                                file(words).orElse(where),
                                "it is damaged, or not in the format that was named",
                                "Restore the file, or leave it out; nothing was skipped silently.")))
                .or(() -> thrown instanceof SparkException && said.get(0).contains("java.io.IOException")
                        ? Optional.of(OperatorError.usage(
                                "A file of the log cannot be read",
                                where,
                                "the system refused it",
                                "Check the files and the disk."))
                        : Optional.empty());
    }

    private static Optional<String> file(String message) {
        int at = message.indexOf("file:/");
        if (at < 0) {
            return Optional.empty();
        }
        int end = at;
        while (end < message.length() && " ,;'\"\n".indexOf(message.charAt(end)) < 0) {
            end++;
        }
        String found = message.substring(at, end);
        return Optional.of(found.endsWith(".") ? found.substring(0, found.length() - 1) : found);
    }
}
