package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one stored exchange, or the answers of two models to one probe. */
@Command(
        name = ShowCommand.NAME,
        description = ShowCommand.SUMMARY
                + " Without a probe it lists the probes that hold something; two models without a probe give"
                + " the pair: its verdicts, and its score on every channel.",
        footer = {
            "  kinprint show results/acme-audit suspect --beside reference",
            "  kinprint show results/acme-audit suspect open-01",
            "  kinprint show results/acme-audit suspect open-01 --beside reference \\\n      --sample 2"
        })
final class ShowCommand implements Callable<Integer> {
    static final String NAME = "show";
    static final String SUMMARY = "Shows what was sent to a model for a probe and what came back, as the archive holds"
            + " it; with --beside, the same of a second model.";

    private final Console console;

    @Parameters(index = "0", paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "MODEL", description = "The id of a model.")
    private String model = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "PROBE", description = "The id of a probe.")
    private Optional<String> probe = Optional.empty();

    @Option(names = "--sample", paramLabel = "N", description = "Which answer, from 0 (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(names = "--beside", paramLabel = "MODEL", description = "A second model, shown after the first.")
    private Optional<String> beside = Optional.empty();

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunFolder folder = new RunFolder(run);
        if (sample < 0) {
            throw OperatorError.usage("Wrong --sample", "--sample " + sample, "it is negative", "Give 0 or more");
        }
        try (Archive archive = folder.read()
                .orElseThrow(() -> OperatorError.usage(
                        "There is no run",
                        folder.toString(),
                        "the folder holds no archive",
                        "Name the folder that `kinprint run` made"))) {
            if (probe.isEmpty()) {
                if (beside.isPresent()) {
                    JudgedPair.read(folder.path(), model, beside.get()).print(console);
                } else {
                    list(archive, folder);
                }
                return Exit.OK;
            }
            List<String> models = new ArrayList<>(List.of(model));
            beside.ifPresent(models::add);
            List<StoredExchange> held = models.stream()
                    .map(one -> find(archive, new CellKey(one, probe.get(), sample)))
                    .toList();
            console.data(
                    "exchanges",
                    () -> Json.array(held.stream().map(CellData::exchange).toList()));
            held.forEach(this::show);
        }
        return Exit.OK;
    }

    private void list(Archive archive, RunFolder folder) {
        List<String> found = new ArrayList<>();
        List<Json> cells = new ArrayList<>();
        archive.forEach(held -> {
            if (held.cell().key().subject().equals(model)) {
                cells.add(CellData.standing(held));
                found.add(String.format(
                        java.util.Locale.ROOT,
                        "%-40s %3d  %s",
                        held.cell().key().probe(),
                        held.cell().key().sample(),
                        held.state()));
            }
        });
        if (found.isEmpty()) {
            throw OperatorError.usage(
                    "The run holds nothing of this model",
                    folder + ", " + model,
                    "no cell has this id",
                    "See the models in the audit file, or in report.html under Coverage");
        }
        console.data("cells", () -> Json.array(cells));
        found.forEach(console::answer);
    }

    private static StoredExchange find(Archive archive, CellKey key) {
        return archive.find(key)
                .orElseThrow(() -> OperatorError.usage(
                        "There is no such cell",
                        key.toString(),
                        "the archive holds no such model, probe and sample",
                        "List a model's probes with `kinprint show RUN MODEL`"));
    }

    private void show(StoredExchange held) {
        console.answer(held.cell().key().toString());
        console.answer("  state     " + held.state() + (held.reason().isEmpty() ? "" : ": " + held.reason()));
        console.answer("  attempts  " + held.attempts() + ", last at " + held.at());
        console.answer(
                "  sent to   " + held.cell().profile() + " (" + held.cell().dialect() + ") "
                        + held.cell().baseUrl() + ", model " + held.cell().model());
        CellData.usd(held.cost()).ifPresent(cost -> console.answer("  cost      " + cost.toPlainString() + " USD"));
        console.answer("  request   " + CellData.text(held.cell().request()));
        held.reply().ifPresent(this::reply);
        console.answer("");
    }

    private void reply(Reply reply) {
        console.answer("  status    " + reply.status());
        reply.headers().forEach((name, value) -> console.answer("  header    " + name + ": " + value));
        console.answer("  body      " + CellData.text(reply.body()));
    }
}
