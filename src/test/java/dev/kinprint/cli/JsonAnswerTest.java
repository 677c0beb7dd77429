package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** What a command answers, beside its exit code and its lines. */
    private Json data(int exit, String... args) throws JsonFault {
        Screen screen = Screen.log();
        List<String> words = new ArrayList<>(List.of(args));
        words.addAll(List.of("--json", "-", "--quiet"));
        assertThat(screen.run(words.toArray(String[]::new))).as(screen.notes()).isEqualTo(exit);
        Json answer = parsed(screen);
        assertThat(answer.at("schema").text()).contains(JsonAnswer.SCHEMA);
        assertThat(answer.at("command").text()).contains(args[0]);
        assertThat(answer.at("exit").whole()).contains((long) exit);
        return answer.at("data");
    }

    @Test
    void listingsAreData() throws JsonFault {
        assertThat(data(0, "providers").at("providers").items())
                .anySatisfy(one -> {
                    assertThat(one.at("id").text()).contains("anthropic");
                    assertThat(one.at("keyVariables").at(0).text()).contains("ANTHROPIC_API_KEY");
                    assertThat(one.at("parameters").items()).isNotEmpty();
                })
                .anySatisfy(one -> assertThat(one.at("rules").items()).isNotEmpty());
        assertThat(data(0, "channels").at("channels").items())
                .allSatisfy(one -> assertThat(one.at("limits").text()).isPresent())
                .anySatisfy(one -> assertThat(one.at("id").text()).contains("content-ngram"));
        assertThat(data(0, "channels").at("sideTests").items()).hasSize(5);
        Json quick = data(0, "probes", "quick").at("suites").at(0);
        assertThat(quick.at("suite", "probes").items()).hasSize(24);
        assertThat(quick.at("sha256").text())
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(64));
    }

    @Test
    void aPlanIsData() throws JsonFault, IOException {
        Path audit = folder.resolve("audit.yaml");
        Json made = data(0, "init", "--models", "openai/gpt-4.1,ollama/llama3.2", "--out", audit.toString());
        assertThat(made.at("file").text()).contains(audit.toString());
        assertThat(made.at("models").items()).isNotEmpty();
        Files.writeString(audit, """
                version: 1
                run: { name: a, samples: 2, out: %s }
                limits: { maxCalls: 500 }
                models:
                  - { id: x, provider: anthropic, model: claude-sonnet-4-5, role: suspect, params: { temperature: 0.5 } }
                  - { id: y, provider: manual, model: gpt-x, role: candidate }
                probes: [ "builtin:quick" ]
                """.formatted(folder.resolve("run")));
        Json data = data(0, "plan", audit.toString());
        Json planned = data.at("plan", "models", 0);
        assertThat(planned.at("model").text()).contains("x");
        assertThat(planned.at("toFetch").whole()).contains(48L);
        assertThat(planned.at("usdHigh").number())
                .hasValueSatisfying(usd -> assertThat(usd).isPositive());
        assertThat(data.at("plan", "parameters", 0, "sent", "temperature").text())
                .contains("0.5");
        assertThat(data.at("power", "shares").items()).hasSize(3);
        assertThat(data.at("missingKeys", 0).text()).contains("ANTHROPIC_API_KEY");
        assertThat(data(0, "run", audit.toString(), "--dry-run")
                        .at("plan", "cells")
                        .whole())
                .contains(48L);
        Json doctor = data(Exit.AUTHENTICATION, "doctor", audit.toString());
        assertThat(doctor.at("machine", "java").text()).isPresent();
        assertThat(doctor.at("models", 0, "ready").truth()).contains(false);
        assertThat(doctor.at("models", 1, "ready").truth()).contains(true);
        Path answers = Files.writeString(
                folder.resolve("answers.jsonl"), "{\"probe\":\"quick-open-ladder\",\"text\":\"Water it.\"}\n");
        Json collected =
                data(Exit.INTERRUPTED, "collect", audit.toString(), "--manual", "y", "--from", answers.toString());
        assertThat(collected.at("collected", "stored").whole()).contains(1L);
        assertThat(collected.at("collected", "open").whole()).contains(47L);
    }

    @Test
    void aRunThatWasMadeElsewhereIsDataFromImportToVerify() throws JsonFault, IOException {
        Path source = Files.writeString(folder.resolve("o.jsonl"), """
                {"model": "mine", "question": "q1", "prompt": "Why?", "text": "Because."}
                {"model": "theirs", "question": "q1", "prompt": "Why?", "text": "Why not?"}
                """);
        String run = folder.resolve("run").toString();
        Json imported = data(0, "import", source.toString(), "--into", run).at("imported");
        assertThat(imported.at("answers").whole()).contains(2L);
        assertThat(imported.at("new").truth()).contains(true);
        Json cells = data(0, "show", run, "mine").at("cells");
        assertThat(cells.items()).hasSize(1);
        String probe = cells.at(0, "probe").text().orElseThrow();
        Json exchanges =
                data(0, "show", run, "mine", probe, "--beside", "theirs").at("exchanges");
        assertThat(exchanges.items()).hasSize(2);
        assertThat(exchanges.at(1, "body").text())
                .hasValueSatisfying(body -> assertThat(body).contains("Why not?"));
        Json sealed = data(
                        0, "seal", run, "--new-key", folder.resolve("seal.key").toString())
                .at("seal");
        assertThat(sealed.at("merkleRoot").text())
                .hasValueSatisfying(root -> assertThat(root).hasSize(64));
        Path pack = folder.resolve("run.zip");
        assertThat(data(0, "pack", run, "--out", pack.toString())
                        .at("pack", "file")
                        .text())
                .contains(pack.toString());
        assertThat(data(0, "verify", pack.toString()).at("checks").items()).anySatisfy(check -> {
            assertThat(check.at("name").text()).contains("rows");
            assertThat(check.at("result").text()).contains("pass");
        });
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
