package dev.kinprint.trace;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** The session of the tests: two cores, two parts, no page. */
final class Spark {
    private Spark() {}

    static SparkSession session() {
        return Engine.open(Optional.of("local[2]"), Optional.of(2));
    }
}
