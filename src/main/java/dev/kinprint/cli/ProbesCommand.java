package dev.kinprint.cli;

import dev.kinprint.suite.Finding;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.SuiteLint;
import dev.kinprint.suite.Suites;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists suites of probes, hashes them, and says what is odd about them. */
@Command(
        name = ProbesCommand.NAME,
        description = ProbesCommand.SUMMARY,
        footer = {"  kinprint probes", "  kinprint probes quick", "  kinprint probes my-probes.yaml"})
final class ProbesCommand implements Callable<Integer> {
    static final String NAME = "probes";
    static final String SUMMARY =
            "Lists the built-in suites of probes with version, hash and categories; or shows one" + " suite whole.";

    private static final int HASH_DIGITS = 12;
    private static final int PROMPT = 100;

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "SUITE|FILE",
            description = "A built-in suite by its name, or a suite file.")
    private Optional<String> suite = Optional.empty();

    ProbesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Suite> suites = suite.map(name -> List.of(NamedSuite.find(name)))
                .orElseGet(() -> Suites.names().stream().map(Suites::builtin).toList());
        for (Suite each : suites) {
            console.answer(summary(each));
        }
        if (suite.isPresent()) {
            suites.get(0).probes().forEach(probe -> console.answer(describe(probe)));
        }
        List<Finding> findings = SuiteLint.of(suites);
        console.data("suites", () -> ListingData.suites(suites));
        console.data("findings", () -> ListingData.findings(findings));
        for (Finding finding : findings) {
            console.answer(
                    "! " + finding.suite() + finding.probe().map(id -> "/" + id).orElse("") + ": " + finding.text());
        }
        console.note(findings.isEmpty() ? "Nothing odd was found." : findings.size() + " remarks.");
        return Exit.OK;
    }

    private static String summary(Suite suite) {
        Map<String, Integer> counts = new TreeMap<>();
        suite.probes().forEach(probe -> counts.merge(word(probe), 1, Integer::sum));
        int calls = suite.probes().stream().mapToInt(Probe::samples).sum();
        return suite.id() + "@" + suite.version() + "  " + suite.probes().size() + " probes, " + calls
                + " calls a model, sha256 " + suite.hash().substring(0, HASH_DIGITS) + "\n  "
                + counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String describe(Probe probe) {
        return probe.id() + "  (" + word(probe) + ", " + probe.language() + ", " + probe.samples() + " samples, up to "
                + probe.maxTokens() + " tokens)\n    " + TerminalText.line(probe.prompt(), PROMPT) + "\n    why: "
                + TerminalText.line(probe.why(), PROMPT);
    }

    private static String word(Probe probe) {
        return probe.category().name().toLowerCase(Locale.ROOT);
    }
}
