package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command shows two examples, and each example is one that the command takes. */
class HelpTest {
    private static CommandLine commands() {
        Console console = Screen.log().console();
        return Main.commands(console, name -> Optional.empty(), new Problems(console, false));
    }

    @Test
    void everyCommandShowsTwoExamplesThatItTakes() {
        assertThat(commands().getSubcommands()).hasSizeGreaterThan(12);
        commands().getSubcommands().values().forEach(HelpTest::showsTwoExamples);
    }

    private static void showsTwoExamples(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        List<String> examples = Arrays.stream(
                        command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .toList();
        assertThat(examples).as(name).hasSizeGreaterThanOrEqualTo(2);
        examples.stream()
                .flatMap(example -> Arrays.stream(example.replace("\\\n", "").split(" +&& +")))
                .filter(example -> example.startsWith("kinprint "))
                .forEach(example -> commands().parseArgs(words(example)));
        assertThat(examples).as(name).anyMatch(example -> example.startsWith(name));
        command.getSubcommands().values().forEach(HelpTest::showsTwoExamples);
    }

    /** Commands that are not named are not read in full; nobody may notice. */
    @Test
    void theListOfCommandsDoesNotDependOnWhichAreReadInFull() {
        Screen screen = Screen.log();
        assertThat(screen.run("--help")).isZero();
        assertThat(screen.answers()).contains("  judge        Compares stored answers");
        assertThat(screen.answers().lines().filter(line -> line.matches("  [a-z]+ {2,}[A-Z].*")))
                .hasSameSizeAs(commands().getSubcommands().keySet());
        Screen after = Screen.log();
        assertThat(after.run("--help", "judge")).isZero();
        assertThat(after.answers()).isEqualTo(screen.answers());

        Screen named = Screen.log();
        assertThat(named.run("--quiet", "judge", "--help")).isZero();
        CommandLine judge = Objects.requireNonNull(commands().getSubcommands().get("judge"));
        assertThat(named.answers().strip()).isEqualTo(judge.getUsageMessage().strip());
    }

    private static String[] words(String example) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(example.substring("kinprint ".length()));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }

    @Test
    void helpFitsEightyColumns() {
        for (CommandLine command : commands().getSubcommands().values()) {
            assertThat(command.getUsageMessage().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void completionNamesEveryCommandAndOption() {
        Screen screen = Screen.log();
        assertThat(screen.run("completion")).isZero();
        assertThat(screen.answers()).contains("_complete_kinprint", "--no-text", "--use-case", "AUDIT");
        commands().getSubcommands().keySet().forEach(name -> assertThat(screen.answers())
                .contains(name));
    }
}
