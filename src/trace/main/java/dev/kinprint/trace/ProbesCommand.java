package dev.kinprint.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws prompts from the log to ask a suspect. */
@Command(
        name = "probes",
        description =
                "Draws prompts from the log as a probe file for `kinprint run`: half from accounts under suspicion,"
                        + " half from others. Prompts with e-mail addresses, keys or long numbers are kept back. It knows"
                        + " no names: read the file before you send it to anyone.",
        footer = {
            "  In the audit file: probes: [ \"file:probes.yaml\" ], the provider's own model as candidate, five or more"
                    + " other models as panel."
        })
final class ProbesCommand implements Callable<Integer> {
    private final Screen screen;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private DrawOptions draw = new DrawOptions();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "Seed of the draw. Default: 7.")
    private long seed = 7;

    @Option(
            names = "--suspects",
            paramLabel = "FILE",
            description =
                    "The accounts under suspicion, one a line. Default: those that `signs` flags. Accounts that are"
                            + " in a cluster and not flagged are on neither side.")
    private Optional<Path> suspects = Optional.empty();

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each model is asked. Default: 5.")
    private int samples = 5;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "1024",
            description = "The token limit of an answer. Default: 1024.")
    private int maxTokens = 1_024;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the probe file goes.")
    private Path out = Path.of("");

    ProbesCommand(Screen screen, Function<String, Optional<String>> environment) {
        this.screen = screen;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        DrawRules drawing = draw.rules(seed);
        try (SparkSession spark = engine.open()) {
            ExchangeLog read = log.read(spark, environment);
            screen.note(read.intake().words());
            DrawnProbes drawn = new ProbeDraw(drawing).draw(read, sides(spark, read));
            Files.writeString(out, drawn.suite(samples, maxTokens).toJson().pretty(), StandardCharsets.UTF_8);
            screen.answer(Words.of(
                    "%,d probes from %,d accounts under suspicion, %,d from %,d others: %s",
                    drawn.of(Side.SUSPECTED),
                    drawn.accounts().getOrDefault(Side.SUSPECTED, 0),
                    drawn.of(Side.CONTROL),
                    drawn.accounts().getOrDefault(Side.CONTROL, 0),
                    out));
            drawn.keptBack().forEach((reason, count) -> screen.note(Words.of("Kept back, %s: %,d", reason, count)));
            screen.note("They will be sent to the suspect's owner: read them first. A name has no form that could be"
                    + " screened.");
        }
        return 0;
    }

    private Dataset<Row> sides(SparkSession spark, ExchangeLog read) {
        if (suspects.isEmpty()) {
            return sides(new Signs(rules.rules()).of(read));
        }
        String file = suspects.get().toString();
        if (!Files.isRegularFile(suspects.get())) {
            throw OperatorError.usage("There is no such list", file, "nothing has this name", "Check --suspects.");
        }
        Dataset<Row> named = spark.read()
                .textFile(file)
                .select(trim(col("value")).as("account"))
                .where(col("account").notEqual(""))
                .distinct()
                .withColumn("named", lit(true));
        return read.exchanges()
                .select("account")
                .distinct()
                .join(named, "account", "left")
                .select(
                        col("account"),
                        when(col("named"), Side.SUSPECTED.name())
                                .otherwise(Side.CONTROL.name())
                                .as("side"));
    }

    /** Flagged accounts on one side, those outside of any cluster on the other. */
    static Dataset<Row> sides(SignTable signs) {
        return signs.rows()
                .where(col("flagged").or(col("cluster").isNull()))
                .select(
                        col("account"),
                        when(col("flagged"), Side.SUSPECTED.name())
                                .otherwise(Side.CONTROL.name())
                                .as("side"));
    }
}
