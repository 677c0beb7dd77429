package dev.kinprint.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which accounts look like one harvest, from the log alone. */
@Command(
        name = "signs",
        description = "Which accounts look like one harvest, from the log alone: shared templates, coverage, rhythm and"
                + " hours, each beside its base rate. A sign is no proof of anything; see the page.")
final class SignsCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Screen screen;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private LogOptions log = new LogOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where accounts.csv, flagged.txt, signs.json and signs.html go.")
    private Path out = Path.of("");

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Rows of accounts.csv. Default: 1000.")
    private int top = 1_000;

    SignsCommand(Screen screen, Function<String, Optional<String>> environment) {
        this.screen = screen;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = engine.open()) {
            ExchangeLog read = log.read(spark, environment);
            screen.note(read.intake().words());
            SignTable table = new Signs(rules.rules()).of(read);
            SignReport report = SignReport.of(table, read.intake(), log.pseudonyms(environment), top);
            report.write(out, table);
            screen.answer(Words.of(
                    "%,d accounts, %,d with enough exchanges, %,d in %,d clusters, %,d flagged.",
                    table.accounts(),
                    table.looked(),
                    report.clustered(),
                    report.clusters().size(),
                    report.flagged()));
            lines(report).forEach(screen::answer);
            screen.note("Page: " + out.resolve("signs.html"));
        }
        return 0;
    }

    private static List<String> lines(SignReport report) {
        return report.accounts().stream()
                .limit(SHOWN)
                .map(account -> Words.of(
                        "%s  combined %.1f  %s%s",
                        account.account(),
                        account.combined(),
                        account.cluster().isEmpty() ? "no cluster" : account.cluster(),
                        account.flagged() ? "  flagged" : ""))
                .toList();
    }
}
