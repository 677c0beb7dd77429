package dev.kinprint.trace;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The signs of all accounts.
 *
 * @param rows one an account, see {@link Signs#of}
 * @param accounts how many accounts the log has
 * @param looked how many of them have enough exchanges to be looked at
 * @param rules what counted as a sign
 */
record SignTable(Dataset<Row> rows, long accounts, long looked, SignRules rules) {
    /**
     * What one account shows.
     *
     * @param account its id, or its pseudonym where the log was read with one
     * @param exchanges how many it has
     * @param cluster the name of its cluster; blank outside of any
     * @param values the signs
     * @param rates their base rates
     * @param combined the combined sign, in decimal digits
     * @param flagged whether it is in a cluster and its combined sign is high enough
     */
    record Account(
            String account,
            long exchanges,
            String cluster,
            Map<Sign, Double> values,
            Map<Sign, Double> rates,
            double combined,
            boolean flagged) {
        static Account of(Row row) {
            Map<Sign, Double> values = new EnumMap<>(Sign.class);
            Map<Sign, Double> rates = new EnumMap<>(Sign.class);
            for (Sign sign : Sign.values()) {
                values.put(sign, row.<Double>getAs(sign.column()));
                rates.put(sign, row.<Double>getAs(sign.column() + "_rate"));
            }
            Object cluster = row.getAs("cluster");
            return new Account(
                    row.getAs("account"),
                    row.<Long>getAs("exchanges"),
                    cluster == null ? "" : cluster.toString(),
                    values,
                    rates,
                    row.<Double>getAs("combined"),
                    row.<Boolean>getAs("flagged"));
        }
    }

    /**
     * Accounts that lean on the same templates.
     *
     * @param name the smallest account name in it
     * @param accounts how many there are
     * @param flagged how many of them are flagged
     * @param combined the mean of their combined signs
     */
    record Cluster(String name, long accounts, long flagged, double combined) {}

    /** The accounts whose combined sign is highest, at most so many. */
    List<Account> top(int most) {
        return rows.orderBy(col("combined").desc(), col("account")).limit(most).collectAsList().stream()
                .map(Account::of)
                .toList();
    }

    /** The largest clusters, at most so many. */
    List<Cluster> clusters(int most) {
        return rows
                .where(col("cluster").isNotNull())
                .groupBy("cluster")
                .agg(
                        count(lit(1)).as("accounts"),
                        sum(col("flagged").cast("long")).as("flagged"),
                        // As decimals, whose sum does not depend on the order in which they come.
                        avg(col("combined").cast("decimal(20,10)"))
                                .cast("double")
                                .as("combined"))
                .orderBy(col("accounts").desc(), col("cluster"))
                .limit(most)
                .collectAsList()
                .stream()
                .map(row -> new Cluster(row.getString(0), row.getLong(1), row.getLong(2), row.getDouble(3)))
                .toList();
    }

    /** How many accounts are flagged. */
    long flagged() {
        return rows.where(col("flagged")).count();
    }
}
