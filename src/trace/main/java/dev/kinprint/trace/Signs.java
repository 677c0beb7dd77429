package dev.kinprint.trace;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.stddev_pop;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * The signs of a harvest that a log shows by itself. Each sign of an account stands beside its base rate: the part of
 * the accounts outside of any cluster that have as much of it or more. The combined sign is the sum of
 * {@code -log10(base rate)} over the four signs; they are not independent, so it is a ranking and no probability.
 */
final class Signs {
    private static final int POINTS = 2_000;

    /** Up to so many accounts quantiles are exact, and the same however a cluster splits the accounts. */
    private static final long EXACT = 1_000_000;

    private static final double RANK_ERROR = 1e-4;

    private final SignRules rules;

    Signs(SignRules rules) {
        this.rules = rules;
    }

    /**
     * One row an account with {@code account}, {@code exchanges}, {@code cluster} (null outside of any), the four signs,
     * a base rate for each ({@code <sign>_rate}), {@code combined} and {@code flagged}.
     */
    SignTable of(ExchangeLog log) {
        return Engine.reading(log.where(), () -> table(log));
    }

    private SignTable table(ExchangeLog log) {
        Templates templates = new Templates(rules);
        Dataset<Row> keyed =
                templates.keyed(log.byAccount("at", "asked", "prompt")).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> all = keyed.groupBy("account").agg(count(lit(1)).as("exchanges"));
        long accounts = all.count();
        Dataset<Row> shared = templates.shared(keyed, accounts).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> clusters = Clusters.of(shared, rules.accountsOfTemplate());
        Dataset<Row> raw = all.where(col("exchanges").geq(rules.exchanges()))
                .join(subjects(keyed), "account")
                .join(times(keyed), "account")
                .join(shared.groupBy("account").agg(max("prompts").as("most")), "account", "left")
                .join(clusters, "account", "left")
                .withColumn("template", coalesce(col("most"), lit(0)).divide(col("prompts")))
                .withColumn("coverage", col("subjects").divide(col("prompts")))
                .select("account", "exchanges", "cluster", "template", "coverage", "rhythm", "clock")
                .persist(StorageLevel.DISK_ONLY());
        long looked = raw.count();
        Dataset<Row> rated = rated(raw, raw.where(col("cluster").isNull())).persist(StorageLevel.DISK_ONLY());
        return new SignTable(rated, accounts, looked, rules);
    }

    private static Dataset<Row> subjects(Dataset<Row> keyed) {
        return keyed.groupBy("account")
                .agg(
                        countDistinct("subject").as("subjects"),
                        countDistinct("asked").as("prompts"));
    }

    private static Dataset<Row> times(Dataset<Row> keyed) {
        Column gap =
                col("at").minus(lag("at", 1).over(Window.partitionBy("account").orderBy("at", "entry")));
        return keyed.select(
                        col("account"),
                        pmod(floor(col("at").divide(3600)), lit(24)).as("hour"),
                        gap.as("gap"))
                .groupBy("account")
                .agg(
                        countDistinct("hour").divide(24).as("clock"),
                        avg("gap").as("mean"),
                        stddev_pop("gap").as("deviation"))
                // Exchanges that all came at once have no rhythm to speak of: they are as even as can be.
                .withColumn(
                        "rhythm",
                        when(
                                        col("mean").gt(0),
                                        lit(1).divide(lit(1).plus(
                                                        col("deviation").divide(col("mean")))))
                                .otherwise(1.0))
                .drop("mean", "deviation");
    }

    private Dataset<Row> rated(Dataset<Row> raw, Dataset<Row> reference) {
        long size = reference.count();
        double least = 1.0 / (size + 1);
        Dataset<Row> rated = raw;
        Column combined = lit(0.0);
        double[][] points =
                size == 0 ? new double[Sign.values().length][0] : quantiles(reference, size <= EXACT ? 0 : RANK_ERROR);
        List<Sign> signs = List.of(Sign.values());
        for (int s = 0; s < points.length; s++) {
            Sign sign = signs.get(s);
            rated = rated.withColumn(
                    sign.column() + "_rate", rate(points[s], least).apply(col(sign.column())));
            combined = combined.minus(log10(col(sign.column() + "_rate")));
        }
        return rated.withColumn("combined", combined)
                .withColumn(
                        "flagged",
                        col("cluster").isNotNull().and(col("combined").geq(rules.flag())));
    }

    /** Some thousand quantiles stand for the reference accounts, however many there are. */
    private static double[][] quantiles(Dataset<Row> reference, double error) {
        double[] places =
                IntStream.range(0, POINTS).mapToDouble(i -> (i + 0.5) / POINTS).toArray();
        String[] columns = Arrays.stream(Sign.values()).map(Sign::column).toArray(String[]::new);
        double[][] points = reference.stat().approxQuantile(columns, places, error);
        Arrays.stream(points).forEach(Arrays::sort);
        return points;
    }

    private static UserDefinedFunction rate(double[] points, double least) {
        return udf(
                (org.apache.spark.sql.api.java.UDF1<Double, Double>) value -> {
                    int low = 0;
                    int high = points.length;
                    while (low < high) {
                        int middle = (low + high) >>> 1;
                        if (points[middle] < value) {
                            low = middle + 1;
                        } else {
                            high = middle;
                        }
                    }
                    double share = points.length == 0 ? 1 : (points.length - low) / (double) points.length;
                    return Math.max(least, share);
                },
                DataTypes.DoubleType);
    }
}
