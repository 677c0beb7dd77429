package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command answers as JSON when asked to. */
class JsonAnswerTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandTakesJsonAndQuiet() {
        Console console = Screen.log().console();
        CommandLine root = Main.commands(console, name -> Optional.empty(), new Problems(console, false));
        assertThat(root.getSubcommands()).hasSizeGreaterThan(12);
        root.getSubcommands().values().forEach(JsonAnswerTest::takes);
    }

    private static void takes(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        assertThat(command.getCommandSpec().findOption("--quiet")).as(name).isNotNull();
        assertThat(command.getCommandSpec().findOption("--json")).as(name).isNotNull();
        assertThat(command.getCommandSpec().findOption("--json").arity().max())
                .as(name)
                .isEqualTo(1);
        command.getSubcommands().values().forEach(JsonAnswerTest::takes);
    }

    private static Json parsed(Screen screen) throws JsonFault {
        return Json.parse(screen.answers().getBytes(StandardCharsets.UTF_8), JsonLimits.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"probes", "channels", "providers", "completion"})
    void listingsAreOneDocumentAndNothingElse(String command) throws JsonFault {
        Screen plain = Screen.log();
        assertThat(plain.run(command)).isZero();
        Screen screen = Screen.log();
        assertThat(screen.run(command, "--json", "-")).isZero();
        Json answer = parsed(screen);
        assertThat(answer.at("schema").text()).contains(JsonAnswer.SCHEMA);
        assertThat(answer.at("command").text()).contains(command);
        assertThat(answer.at("exit").whole()).contains(0L);
        assertThat(answer.at("lines").items())
                .hasSameSizeAs(plain.answers().lines().toList());
    }

    @Test
    void anErrorIsInTheDocumentTooAndStillOnTheErrorStream() throws JsonFault {
        Screen screen = Screen.log();
        assertThat(screen.run("verify", folder.resolve("no-run").toString(), "--json", "-"))
                .isEqualTo(Exit.USAGE);
        Json answer = parsed(screen);
        assertThat(answer.at("exit").whole()).contains(2L);
        assertThat(answer.at("error").at("what").text()).contains("There is nothing to verify");
        assertThat(screen.notes()).contains("error: There is nothing to verify");
    }

    @Test
    void hostileWordsStayWholeAndHarmless() throws JsonFault, IOException {
        Path source = Files.writeString(folder.resolve("o.jsonl"), """
                {"model": "mine", "question": "q1", "prompt": "Why?", "text": "\\u202e ##vso[task] \\u001b[31m\\n::error::x"}
                """);
        String run = folder.resolve("run").toString();
        assertThat(Screen.log().run("import", source.toString(), "--into", run)).isZero();
        Screen list = Screen.log();
        assertThat(list.run("show", run, "mine", "--json", "-")).isZero();
        String probe = parsed(list).at("lines").at(0).text().orElseThrow().split("\\s+")[0];
        Screen screen = Screen.log();
        assertThat(screen.run("show", run, "mine", probe, "--json", "-")).isZero();
        assertThat(parsed(screen).at("lines").items().stream().flatMap(line -> line.text().stream()))
                .anyMatch(line -> line.contains("\u202e") && line.contains("##vso["));
        assertThat(screen.answers())
                .doesNotContain("\u202e", "\u001b", "##vso[")
                .doesNotContainPattern("(?m)^\\s*::");
        Path file = folder.resolve("answer.json");
        Screen written = Screen.log();
        assertThat(written.run("show", run, "mine", probe, "--json", file.toString()))
                .isZero();
        assertThat(written.answers()).isEmpty();
        assertThat(Files.readString(file)).contains("\"command\" : \"show\"");
    }
}
