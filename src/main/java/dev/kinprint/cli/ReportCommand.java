package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Audit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the report of a run again, as its audit says. */
@Command(
        name = ReportCommand.NAME,
        description = ReportCommand.SUMMARY + " Needs no network.",
        footer = {"  kinprint report results/acme-audit", "  kinprint report results/acme-audit --no-text --out shared/"
        })
final class ReportCommand implements Callable<Integer> {
    static final String NAME = "report";
    static final String SUMMARY = "Makes the report of a run again from its stored answers, with the settings of its"
            + " audit: the page, result.json, scores.csv, responses.jsonl, tree.nwk and the"
            + " drawings.";

    private final Console console;
    private final AuditJudge judge;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes. Default: the folder of the run.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private DisclosureOptions disclosure = new DisclosureOptions();

    ReportCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.judge = new AuditJudge(environment);
    }

    @Override
    public Integer call() {
        RunFolder folder = new RunFolder(run);
        CorpusSource.Opened opened;
        Audit audit;
        try (Archive archive = folder.read().orElseThrow(() -> missing(folder, "the folder holds no archive"))) {
            audit = CorpusSource.audit(archive)
                    .orElseThrow(() -> missing(folder, "its archive holds outputs made elsewhere, and no audit"));
            opened = CorpusSource.opened(archive, audit.run().name(), folder.toString(), folder.path());
        }
        return judge.judge(opened, audit, disclosure.tells(), out.orElse(folder.path()), console);
    }

    private static OperatorError missing(RunFolder folder, String why) {
        return OperatorError.usage(
                "There is no run to report on",
                folder.toString(),
                why,
                "Judge outputs with `kinprint judge --corpus DIR`");
    }
}
