package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.provider.KeyRule;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an audit file to begin with. */
@Command(
        name = InitCommand.NAME,
        description = InitCommand.SUMMARY + " It asks nobody anything and replaces no file.",
        footer = {
            "  kinprint init --use-case audit --teacher anthropic/claude-sonnet-4-5 \\\n      --suspect https://api.example.com/v1#acme",
            "  kinprint init --use-case research --models openai/gpt-4.1,ollama/llama3.2"
        })
final class InitCommand implements Callable<Integer> {
    static final String NAME = "init";
    static final String SUMMARY = "Writes a commented audit file for one of three uses, and says which keys it found in"
            + " the environment.";

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Option(
            names = "--use-case",
            paramLabel = "USE",
            description = "audit: is a suspect a copy; research: who resembles whom; ci: a release against the last one"
                    + " (default: ${DEFAULT-VALUE}).")
    private AuditTemplate.Use use = AuditTemplate.Use.AUDIT;

    @Option(
            names = "--suspect",
            paramLabel = "MODEL",
            description = "The model under question: PROVIDER/MODEL, or URL#MODEL for an endpoint that speaks OpenAI's"
                    + " dialect. May be given again.")
    private List<String> suspects = new ArrayList<>();

    @Option(
            names = {"--teacher", "--candidate"},
            paramLabel = "MODEL",
            description = "A possible source, written likewise. May be given again.")
    private List<String> candidates = new ArrayList<>();

    @Option(names = "--models", split = ",", paramLabel = "MODEL", description = "Further models, as background.")
    private List<String> panel = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "The file (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("kinprint.yaml");

    InitCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        AuditTemplate template = AuditTemplate.of(use, suspects, candidates, panel);
        try {
            Files.writeString(out, template.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw OperatorError.usage(
                    "The audit file is there already",
                    out.toString(),
                    "it may hold someone's work, so it is not replaced",
                    "Name another with --out, or remove it");
        } catch (IOException e) {
            throw new UncheckedIOException("the audit file cannot be written to " + out, e);
        }
        console.data("file", () -> Json.of(out.toString()));
        console.data("suite", () -> Json.of(template.suite()));
        console.data("models", () -> models(template));
        console.answer("Wrote " + out + " (" + template.models().size() + " models, " + template.suite() + ").");
        keys(template);
        console.answer("Next:  kinprint plan " + CommandLineText.quoted(out.toString()));
        return Exit.OK;
    }

    private static Json models(AuditTemplate template) {
        return Json.array(template.models().stream()
                .map(model -> Json.object(
                        "id", model.id(),
                        "provider", model.provider(),
                        "model", model.model(),
                        "role", model.role()))
                .toList());
    }

    private void keys(AuditTemplate template) {
        Set<String> lines = new LinkedHashSet<>();
        for (AuditTemplate.Model model : template.models()) {
            Optional<KeyRule> rule = Profiles.find(model.provider()).flatMap(Profile::key);
            List<String> names = model.keyEnv()
                    .map(List::of)
                    .or(() -> rule.map(KeyRule::env))
                    .orElse(List.of());
            if (names.isEmpty()
                    || (rule.isPresent()
                            && rule.get().optional()
                            && model.keyEnv().isEmpty())) {
                lines.add("  " + model.provider() + " needs no key");
            } else {
                Optional<String> found = names.stream()
                        .filter(name -> environment
                                .apply(name)
                                .filter(value -> !value.isBlank())
                                .isPresent())
                        .findFirst();
                lines.add("  " + found.map(name -> name + " found").orElse(names.get(0) + " is not set"));
            }
        }
        console.answer("Keys:");
        lines.forEach(console::answer);
    }
}
