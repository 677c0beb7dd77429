package dev.kinprint.trace;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where Spark runs. */
final class EngineOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Where Spark runs. Default: what spark-submit says, or local[*], all cores of this machine.")
    private Optional<String> master = Optional.empty();

    @Option(names = "--partitions", paramLabel = "N", description = "Parts of a shuffle. Default: Spark's choice.")
    private Optional<Integer> partitions = Optional.empty();

    SparkSession open() {
        return Engine.open(master, partitions);
    }
}
