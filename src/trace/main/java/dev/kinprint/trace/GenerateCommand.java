package dev.kinprint.trace;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a large log of made-up words, to measure with. */
@Command(
        name = "generate",
        description =
                "Writes a log of made-up words as Parquet, to measure time and memory with: one account for every 667"
                        + " exchanges, one account in fifty in a ring of twenty that shares a template.")
final class GenerateCommand implements Callable<Integer> {
    private static final int EXCHANGES = 667;
    private static final int RING = 20;
    private static final int RING_EVERY = 50;
    private static final int ROWS_A_PART = 50_000;
    private static final int VOCABULARY = 30_000;
    private static final int PROMPT = 18;
    private static final int ANSWER = 60;
    private static final long START = 1_760_000_000L;
    private static final long GAP = 3_600;
    private static final StructType SCHEMA = new StructType()
            .add("account", DataTypes.StringType)
            .add("time", DataTypes.LongType)
            .add("prompt", DataTypes.StringType)
            .add("answer", DataTypes.StringType);

    private final Screen screen;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(names = "--rows", required = true, paramLabel = "N", description = "How many exchanges.")
    private long rows;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed. Default: 1.")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where it goes; must not be there yet.")
    private String out = "";

    GenerateCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        long accounts = Math.max(RING_EVERY * RING, rows / EXCHANGES);
        long from = seed;
        try (SparkSession spark = engine.open()) {
            int parts = (int) Math.max(1, rows / ROWS_A_PART);
            JavaRDD<Row> made = spark.range(0, rows, 1, parts).javaRDD().map(id -> row(id, accounts, from));
            spark.createDataFrame(made, SCHEMA).write().parquet(out);
        }
        screen.answer(Words.of("Wrote %,d exchanges of %,d accounts into %s", rows, accounts, out));
        return 0;
    }

    private static Row row(long id, long accounts, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + id);
        long account = id % accounts;
        // Rings of twenty: of each thousand accounts the first twenty.
        boolean harvests = account % (RING_EVERY * RING) < RING;
        long jitter = harvests ? random.nextLong(GAP / 4) : random.nextLong(GAP * 40);
        long time = START + id / accounts * GAP + jitter;
        StringBuilder prompt = new StringBuilder();
        if (harvests) {
            long ring = account / (RING_EVERY * RING);
            SplittableRandom template = new SplittableRandom(seed + ring);
            words(prompt, template, PROMPT - 3);
            prompt.append(' ');
            words(prompt, random, 3);
        } else {
            words(prompt, random, 5 + random.nextInt(2 * PROMPT - 10));
        }
        StringBuilder answer = new StringBuilder();
        words(answer, random, ANSWER);
        return RowFactory.create("u" + account, time, prompt.toString(), answer.toString());
    }

    /** Words whose frequencies fall as in a language (Zipf 1949). */
    private static void words(StringBuilder out, SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            int rank = (int) StrictMath.exp(random.nextDouble() * StrictMath.log(VOCABULARY));
            out.append(i == 0 ? "w" : " w").append(Integer.toString(rank, Character.MAX_RADIX));
        }
    }
}
