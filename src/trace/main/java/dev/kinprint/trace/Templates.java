package dev.kinprint.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import scala.collection.Seq;

/**
 * Finds prompts that are one template with different fillings, by MinHash (Broder 1997): near-duplicates get equal keys.
 * A key is a band of {@value #BAND} of {@value #TABLES} hash values; two prompts whose sets of words have the Jaccard
 * similarity s share one with probability {@code 1 - (1 - s^3)^4}: .10 at .3, .41 at .5, .81 at .7, .99 at .9.
 */
final class Templates {
    private static final int TABLES = 12;
    private static final int BAND = 3;
    private static final int WIDTH = 1 << 18;
    private static final long SEED = 20_261_122L;

    private final SignRules rules;

    Templates(SignRules rules) {
        this.rules = rules;
    }

    /**
     * The log with {@code keys}, its near-duplicate keys, and {@code subject}, the word of the prompt that the fewest
     * prompts hold; a prompt without a word has neither and is left out.
     *
     * @param prompts the log with its texts, which are dropped
     */
    Dataset<Row> keyed(Dataset<Row> prompts) {
        Dataset<Row> words = new RegexTokenizer()
                .setInputCol("prompt")
                .setOutputCol("words")
                .setGaps(false)
                .setPattern("[\\p{L}\\p{N}]+")
                .transform(prompts)
                .where(size(col("words")).gt(0));
        Dataset<Row> sets = new HashingTF()
                .setInputCol("words")
                .setOutputCol("set")
                .setNumFeatures(WIDTH)
                .setBinary(true)
                .transform(words)
                .drop("prompt", "words")
                // Read twice: once to count in how many prompts each word stands, once to hash.
                .persist(StorageLevel.DISK_ONLY());
        long[] holders =
                new IDF().setInputCol("set").setOutputCol("idf").fit(sets).docFreq();
        Dataset<Row> hashed = new MinHashLSH()
                .setInputCol("set")
                .setOutputCol("hashes")
                .setNumHashTables(TABLES)
                .setSeed(SEED)
                .fit(sets.limit(1))
                .transform(sets);
        return hashed.withColumn("keys", BANDS.apply(col("hashes")))
                .withColumn("subject", rarest(holders).apply(col("set")))
                .drop("set", "hashes");
    }

    /**
     * The keys that accounts lean on: the account, the key and the number of its different
     * prompts under it; only where there are enough of them, and where enough accounts lean on the same key, but not so
     * many that everybody does.
     *
     * @param keyed what {@link #keyed} gives
     * @param accounts how many accounts the log has
     */
    Dataset<Row> shared(Dataset<Row> keyed, long accounts) {
        Dataset<Row> leaning = keyed.select(
                        col("account"), col("asked"), explode(col("keys")).as("key"))
                .groupBy("account", "key")
                .agg(countDistinct("asked").as("prompts"))
                .where(col("prompts").geq(rules.promptsOfTemplate()));
        Dataset<Row> totals =
                keyed.groupBy("account").agg(countDistinct("asked").as("all"));
        leaning = leaning.join(totals, "account")
                .where(col("prompts").geq(col("all").multiply(rules.shareOfTemplate())))
                .drop("all");
        long common = Math.max(rules.accountsOfTemplate(), (long) (rules.commonShare() * accounts));
        Dataset<Row> keys = leaning.groupBy("key")
                .agg(count(lit(1)).as("holders"))
                .where(col("holders").between(rules.accountsOfTemplate(), common))
                .select("key");
        return leaning.join(keys, "key");
    }

    private static final UserDefinedFunction BANDS = udf(
            (org.apache.spark.sql.api.java.UDF1<Seq<Vector>, List<Long>>) Templates::bands,
            DataTypes.createArrayType(DataTypes.LongType, false));

    private static List<Long> bands(Seq<Vector> hashes) {
        List<Long> keys = new ArrayList<>();
        for (int band = 0; band < TABLES / BAND; band++) {
            long key = band;
            for (int i = 0; i < BAND; i++) {
                key = mix(key, (long) hashes.apply(band * BAND + i).apply(0));
            }
            keys.add(key);
        }
        return keys;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over both numbers. */
    private static long mix(long hash, long value) {
        long z = hash * 0x9E3779B97F4A7C15L + value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static UserDefinedFunction rarest(long[] holders) {
        return udf(
                (org.apache.spark.sql.api.java.UDF1<Vector, Integer>) set -> {
                    int best = -1;
                    for (int word : ((SparseVector) set).indices()) {
                        best = best < 0 || holders[word] < holders[best] ? word : best;
                    }
                    return best;
                },
                DataTypes.IntegerType);
    }
}
