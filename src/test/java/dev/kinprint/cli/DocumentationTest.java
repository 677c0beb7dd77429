package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the documentation shows exists: every command is one that the tool takes, every option is there, every link leads
 * somewhere, every key of the audit file is described. Commands that need neither money nor a corpus are run.
 */
class DocumentationTest {
    private static final List<String> FREE = List.of("channels", "providers", "probes");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    private static List<Path> pages() throws IOException {
        List<Path> pages =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")));
        for (String folder : List.of("src/site", "results", "prompts")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    private static CommandLine line() {
        Screen screen = Screen.log();
        return Main.commands(screen.console(), name -> Optional.empty(), new Problems(screen.console(), false));
    }

    @Test
    void everyCommandShownIsOneThatTheToolTakes() throws IOException {
        int found = 0;
        for (Path page : pages()) {
            for (List<String> command : ShownCommands.of(page)) {
                found++;
                assertThatCode(() -> line().parseArgs(command.toArray(new String[0])))
                        .as(page + ": kinprint " + String.join(" ", command))
                        .doesNotThrowAnyException();
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void theCheckFindsACommandThatDoesNotExist() {
        assertThat(ShownCommands.words("gate x --fail-on \"a b\" 'c d'"))
                .containsExactly("gate", "x", "--fail-on", "a b", "c d");
        for (String wrong : List.of("gates x", "gate x", "gate x --baseline b --fail-off y", "watch x --model m")) {
            assertThatCode(() -> line().parseArgs(ShownCommands.words(wrong).toArray(new String[0])))
                    .as(wrong)
                    .isInstanceOf(CommandLine.ParameterException.class);
        }
    }

    @Test
    void commandsThatCostNothingRun() throws IOException {
        Set<List<String>> run = new LinkedHashSet<>();
        for (Path page : pages()) {
            ShownCommands.of(page).stream()
                    .filter(command -> FREE.contains(command.get(0)))
                    .forEach(run::add);
        }
        assertThat(run).isNotEmpty();
        run.forEach(command -> {
            Screen screen = Screen.log();
            assertThat(screen.run(command.toArray(new String[0])))
                    .as(command + ": " + screen.notes())
                    .isZero();
            assertThat(screen.answers()).isNotBlank();
        });
    }

    @Test
    void everyExampleOfTheHelpIsOneThatTheToolTakes() {
        CommandLine root = line();
        List<String> examples = new ArrayList<>();
        collect(root, examples);
        assertThat(examples).hasSizeGreaterThan(20);
        for (String example : examples) {
            String command = example.strip()
                    .replace("\\\n", "")
                    .replaceFirst("^kinprint ", "")
                    .replaceFirst(" && .*", "");
            assertThatCode(() -> line().parseArgs(ShownCommands.words(command).toArray(new String[0])))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    private static void collect(CommandLine command, List<String> examples) {
        for (String line : command.getCommandSpec().usageMessage().footer()) {
            if (line.strip().startsWith("kinprint ")) {
                examples.add(line);
            }
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, examples));
    }

    @Test
    void everyCommandStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String name : line().getSubcommands().keySet()) {
            assertThat(readme).as(name).containsPattern("(?m)^\\| .*`" + name + "`");
        }
    }

    /** Commands that a sentence names, such as {@code run --offline}: with options that they have. */
    @Test
    void commandsNamedInPassingHaveTheirOptions() throws IOException {
        int found = 0;
        for (Path page : pages()) {
            Matcher code = INLINE.matcher(ShownCommands.prose(page));
            while (code.find()) {
                List<String> words = ShownCommands.words(code.group(1).replaceFirst("^kinprint\\s+", ""));
                CommandLine command = line();
                int at = 0;
                while (at < words.size() && command.getSubcommands().containsKey(words.get(at))) {
                    command = Objects.requireNonNull(command.getSubcommands().get(words.get(at++)));
                }
                assertThat(at > 0 || !code.group(1).startsWith("kinprint "))
                        .as(page + ": " + code.group(1))
                        .isTrue();
                for (String option : at == 0 ? List.<String>of() : words.subList(at, words.size())) {
                    if (option.startsWith("--")) {
                        found++;
                        assertThat(command.getCommandSpec().optionsMap().keySet())
                                .as(page + ": " + code.group(1))
                                .contains(option.replaceFirst("=.*", ""));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void optionsNamedInTheDocumentationExist() throws IOException {
        List<String> known = new ArrayList<>();
        options(line(), known);
        Matcher option = Pattern.compile("`(--[a-z][a-z-]+)").matcher(text());
        int found = 0;
        while (option.find()) {
            found++;
            assertThat(known).contains(option.group(1));
        }
        assertThat(found).isGreaterThan(5);
    }

    private static void options(CommandLine command, List<String> known) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            known.addAll(List.of(option.names()));
        }
        command.getSubcommands().values().forEach(sub -> options(sub, known));
        // The harness of others writes its samples with this option.
        known.add("--log_samples");
    }

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path page : pages()) {
            // That page speaks of the second jar, whose commands are not on the class path here.
            if (page.startsWith("src/site") && !page.endsWith("tracing-a-log.md")) {
                text.append(Files.readString(page));
            }
        }
        return text.toString();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!link.group(1).startsWith("http")) {
                    assertThat(page.resolveSibling(link.group(1)).normalize())
                            .as("in " + page)
                            .exists();
                }
            }
        }
    }

    @Test
    void theReferenceOfTheAuditFileIsMadeFromTheSchema() throws IOException, JsonFault {
        List<String> rows = Files.readAllLines(Path.of("src/site/markdown/audit-file.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(AuditReference.rows());
    }
}
