package dev.kinprint.suite;

import static dev.kinprint.suite.AuditFixture.FULL;
import static dev.kinprint.suite.AuditFixture.LEAST;
import static dev.kinprint.suite.AuditFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kinprint.fault.OperatorError;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in an audit file: the line it is on, what it is, and what to do. */
class AuditFaultTest {
    @TempDir
    private Path folder;

    private AuditFixture files;

    @BeforeEach
    void makeFiles() {
        files = new AuditFixture(folder);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // part of the full audit, what stands there instead, line, what, part of why, part of next
                mistake(
                        "role: candidate",
                        "rolle: candidate",
                        8,
                        "unknown key 'rolle' in models[0]",
                        "role",
                        "'role'?"),
                mistake("gate:", "gates:", 26, "unknown key 'gates' in the file", "version, run", "'gate'?"),
                mistake("seed: 7", "sede: 7", 2, "unknown key 'sede' in run", "seed", "'seed'?"),
                mistake("maxCalls", "maxcalls", 3, "unknown key 'maxcalls' in limits", "maxCalls", "'maxCalls'?"),
                mistake("calibration:", "kalibration:", 25, "unknown key 'kalibration' in judge", "", "'calibration'?"),
                mistake(
                        "maxOutputTokens",
                        "max_output_tokens",
                        23,
                        "unknown key 'max_output_tokens' in params",
                        "",
                        "'maxOutputTokens'?"),
                mistake(
                        "temperature: null",
                        "tempurature: 1",
                        12,
                        "unknown key 'tempurature' in models[0].params",
                        "",
                        "'temperature'?"),
                mistake(
                        "lab: anthropic",
                        "apiKey: $ACME",
                        10,
                        "unknown key 'apiKey' in models[0]",
                        "keyEnv",
                        "Correct or delete"),
                mistake("version: 1", "version: 2", 1, "wrong version", "from 1 to 1", ""),
                mistake("version: 1", "version: 1.0", 1, "wrong version", "'1.0'", ""),
                mistake("version: 1\n", "", 1, "missing key 'version' in the file", "", "version:"),
                mistake("name: acme-audit, ", "", 2, "missing key 'name' in run", "", "name:"),
                mistake("    provider: anthropic\n", "", 5, "missing key 'provider' in models[0]", "", ""),
                mistake("    role: suspect\n", "", 13, "missing key 'role' in models[1]", "", ""),
                mistake("name: acme-audit", "name: ../up", 2, "wrong run.name", "'../up' is no id", ""),
                mistake("id: suspect", "id: con", 13, "wrong models[1].id", "device", ""),
                mistake("id: suspect", "id: Reference", 13, "wrong models[1].id", "upper and lower case", "another id"),
                mistake(
                        "role: suspect",
                        "role: suspekt",
                        18,
                        "wrong models[1].role",
                        "suspect, candidate, panel",
                        "'suspect'?"),
                mistake("samples: 3", "samples: 0", 2, "wrong run.samples", "from 1 to 10000", ""),
                mistake("samples: 3", "samples: three", 2, "wrong run.samples", "'three'", ""),
                mistake("samples: 3", "samples: [ 3 ]", 2, "wrong run.samples", "it is a list", ""),
                mistake("seed: 7", "seed: 9223372036854775808", 2, "wrong run.seed", "no whole number", ""),
                mistake("budgetUsd: 10.50", "budgetUsd: -1", 3, "wrong limits.budgetUsd", "'-1'", ""),
                mistake("budgetUsd: 10.50", "budgetUsd: 1e9", 3, "wrong limits.budgetUsd", "'1e9'", ""),
                mistake("deadline: 1h30m", "deadline: 90", 3, "wrong limits.deadline", "2h, 90m", ""),
                mistake("deadline: 1h30m", "deadline: 0s", 3, "wrong limits.deadline", "'0s'", ""),
                mistake("concurrency: 4", "concurrency: 0", 3, "wrong limits.concurrency", "from 1 to 256", ""),
                mistake("released: 2026-02-01", "released: 2026-02-30", 9, "wrong models[0].released", "no day", ""),
                mistake(
                        "temperature: null",
                        "temperature: 2.5",
                        12,
                        "wrong models[0].params.temperature",
                        "from 0 to 2",
                        ""),
                mistake("temperature: 0.7", "temperature: [ 0.7 ]", 23, "wrong params.temperature", "a number", ""),
                mistake("temperature: 0.7", "reasoningEffort: much", 23, "wrong params.reasoningEffort", "minimal", ""),
                mistake(
                        "{ reference: prohibited }",
                        "{ refrence: own }",
                        20,
                        "wrong models[1].relationship",
                        "'refrence'",
                        "'reference'?"),
                mistake(
                        "{ reference: prohibited }",
                        "{ suspect: own }",
                        20,
                        "wrong models[1].relationship",
                        "another model",
                        ""),
                mistake(
                        "{ reference: prohibited }",
                        "{ reference: theft }",
                        20,
                        "wrong models[1].relationship",
                        "own, licensed",
                        ""),
                mistake("local: true", "local: yes", 21, "wrong models[2].local", "neither true nor false", ""),
                mistake("local: true, ", "", 21, "wrong models[2].baseUrl", "'local: true' is missing", ""),
                mistake(
                        "127.0.0.1:8080",
                        "127.0.0.1.example.com",
                        21,
                        "wrong models[2].baseUrl",
                        "on this machine",
                        ""),
                mistake("local: true,", "local: true, keyEnv: K,", 21, "wrong models[2].keyEnv", "without a key", ""),
                mistake("https://api", "http://api", 15, "wrong models[1].baseUrl", "http is for models", ""),
                mistake(
                        "keyEnv: SUSPECT_KEY",
                        "keyEnv: my key",
                        16,
                        "wrong models[1].keyEnv",
                        "no name",
                        "ACME_API_KEY"),
                mistake("import:outputs", "imports:outputs", 22, "wrong panel[0]", "import:", ""),
                mistake("import:outputs", "import:output", 22, "wrong panel[0]", "there is nothing at", "path"),
                mistake("builtin:quick", "builtin:quik", 24, "wrong probes[0]", "core, quick, sameness", "'quick'?"),
                mistake("file:probes", "flie:probes", 24, "wrong probes[1]", "none of builtin:", "'file'?"),
                mistake("probes/extra", "probes/none", 24, "wrong probes[1]", "there is nothing at", ""),
                mistake("file:probes/extra.yaml", "builtin:quick", 24, "wrong probes[1]", "already", "Delete"),
                mistake(
                        "[ \"builtin:quick\", \"file:probes/extra.yaml\", \"corpus:corpus\" ]",
                        "[]",
                        24,
                        "wrong probes",
                        "empty",
                        ""),
                mistake("no-markdown", "nomarkdown", 25, "wrong judge.ablations", "length-matched", "'no-markdown'?"),
                mistake("no-markdown", "raw", 25, "wrong judge.ablations", "twice", ""),
                mistake("edit, openings", "edit, edit", 25, "wrong judge.channels", "twice", "Delete"),
                mistake("calibration: builtin", "calibration: mine", 25, "wrong judge.calibration", "'mine'", ""),
                mistake(
                        "calibration: builtin",
                        "calibration: \"builtin:labb\"",
                        25,
                        "wrong judge.calibration",
                        "builtin:lab nor",
                        ""),
                mistake("\"lrT(suspect, reference) < 10\"", "{ a: b }", 26, "gate must hold texts", "mapping", ""),
                mistake("model: claude-x", "model:", 7, "wrong models[0].model", "empty", ""),
                mistake("model: claude-x", "model: [ a, b ]", 7, "wrong models[0].model", "list", ""));
    }

    private static Arguments mistake(String part, String other, int line, String what, String why, String next) {
        return Arguments.of(part, other, line, what, why, next);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("mistakes")
    void isNamedWithItsLine(String part, String other, int line, String what, String why, String next) {
        OperatorError error = files.error(with(FULL, part, other));

        assertThat(error.what()).isEqualTo(what);
        assertThat(error.where()).isEqualTo(folder.resolve("audit.yaml") + ":" + line);
        assertThat(error.why()).contains(why);
        assertThat(error.next()).contains(next).isNotBlank();
        assertThat(error.kind()).isEqualTo(OperatorError.Kind.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdefghijklmnop1234",
                "sk-ant-api03-AAAAbbbbCCCCdddd",
                "xai-0123456789abcdefghij",
                "AIzaSyA0123456789abcdefghijklmnop",
                "gsk_abcdefghijklmnop0123",
                "hf_abcdefghijklmnop0123",
                "AKIAIOSFODNN7EXAMPLE",
                "Bearer abcdefghijklmnop0123",
                "0123456789abcdef0123456789abcdef"
            })
    void aKeyInTheFileIsRefusedWithoutPrintingIt(String key) {
        for (String yaml : new String[] {
            with(FULL, "keyEnv: SUSPECT_KEY", "keyEnv: " + key),
            with(FULL, "keyEnv: SUSPECT_KEY", "apiKey: '" + key + "'"),
            with(FULL, "keyEnv: SUSPECT_KEY", "'" + key + "': x"),
        }) {
            OperatorError error = files.error(yaml);
            assertThat(error.what()).contains("looks like an API key");
            assertThat(error.where()).endsWith("audit.yaml:16");
            assertThat(error.next()).contains("keyEnv");
            assertThat(error.getMessage()).doesNotContain(key.substring(7, 15));
        }
    }

    @Test
    void aKeyInABrokenFileIsNotPrintedEither() {
        String key = "sk-proj-abcdefghijklmnop1234";

        for (String broken :
                new String[] {"*" + key, "&" + key + " x", "!" + key + "! x", "!<" + key + "> x", "'" + key, "%" + key
                }) {
            OperatorError error = files.error(with(FULL, "keyEnv: SUSPECT_KEY", "keyEnv: " + broken));
            assertThat(error.getMessage()).as(broken).doesNotContain("abcdefgh");
        }
        OperatorError twice = files.error(with(FULL, "keyEnv: SUSPECT_KEY", key + ": x\n    " + key + ": y"));
        assertThat(twice.what()).contains("twice");
        assertThat(twice.getMessage()).doesNotContain("abcdefgh");
    }

    @Test
    void aDigestInAModelNameIsNoKey() {
        String name = "owner/model:5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa";

        assertThat(files.read(with(LEAST, "model: m", "model: '" + name + "'"))
                        .models()
                        .get(0)
                        .model())
                .isEqualTo(name);
    }

    @Test
    void whatIsPrintedFromAFileCannotSteerATerminal() {
        OperatorError error = files.error(with(FULL, "gate:", "\"g\\e[2Jate\\u202e\":"));

        assertThat(error.what()).isEqualTo("unknown key 'g\\u{1b}[2Jate\\u{202e}' in the file");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        Path missing = folder.resolve("none.yaml");

        assertThat(catchThrowableOfType(OperatorError.class, () -> AuditFile.read(missing))
                        .where())
                .isEqualTo(missing.toString());
        assertThat(catchThrowableOfType(OperatorError.class, () -> AuditFile.read(folder))
                        .why())
                .isEqualTo("it is a folder");
    }
}
