package dev.kinprint.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.archive.Archive;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs in the files of other tools; the samples are of our own making. */
class ForeignFormatsTest {
    @TempDir
    private Path folder;

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ForeignFormatsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path copy(String name) throws IOException {
        return new SampleFiles(folder).write(name, resource(name));
    }

    private static Corpus read(Path source) {
        try (Archive archive = Archive.inMemory()) {
            Outputs.scan(source).into(archive, Instant.EPOCH);
            return Corpus.read(archive);
        }
    }

    /** The answers of a model to the question that has a prompt. */
    private static List<String> answers(Corpus corpus, String member, String prompt) {
        for (int q = 0; q < corpus.questions().size(); q++) {
            if (corpus.questions().get(q).prompt().equals(prompt)) {
                return corpus.texts(corpus.position(member).orElseThrow(), q);
            }
        }
        throw new AssertionError("nobody was asked: " + prompt);
    }

    private static String only(Corpus corpus, String start) {
        return corpus.members().stream()
                .map(member -> member.id())
                .filter(id -> id.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void promptfoo() throws IOException {
        Corpus corpus = read(copy("promptfoo.json"));

        assertThat(answers(corpus, only(corpus, "marsh-heron-7b-"), "Name a bird."))
                .containsExactly("A heron.", "A bittern.");
        assertThat(answers(corpus, "Otter", "Name a fish.")).isEmpty();
        assertThat(corpus.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.member()).isEqualTo("Otter");
            assertThat(gap.reason()).isEqualTo(Gap.Reason.EMPTY);
        });
    }

    @Test
    void inspect() throws IOException {
        Corpus corpus = read(copy("inspect.json"));

        String heron = only(corpus, "marsh-heron-7b-");
        assertThat(answers(corpus, heron, "Name a bird.")).containsExactly("A heron.", "A bittern.");
        assertThat(answers(corpus, heron, "Name a fish."))
                .as("cut by the token limit")
                .isEmpty();
    }

    @Test
    void lmEvaluationHarness() throws IOException {
        String file = "harness/heron__heron-7b/samples_birds_2026-01-02T03-04-05.jsonl";
        copy(file);

        for (Path source : List.of(folder.resolve("harness"), folder.resolve("harness/heron__heron-7b"))) {
            Corpus corpus = read(source);
            assertThat(answers(corpus, "heron__heron-7b", "Name a bird.")).containsExactly("A heron.", "A bittern.");
            assertThat(answers(corpus, "heron__heron-7b", "Name a fish.")).containsExactly("A pike.");
        }
        assertThatThrownBy(() -> Outputs.scan(folder.resolve(file)))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("names no model; import the folder");
    }

    /** The harness writes each record once for each filter, and turns every number into text. */
    @Test
    void answersOfTheHarnessAreTakenOnceAndProbabilitiesNever() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        String record =
                "{\"doc_id\": 0, \"filter\": \"strict-match\", \"arguments\": {\"gen_args_0\": {\"arg_0\": \"Name a"
                        + " fish.\", \"arg_1\": {\"until\": []}}}, \"resps\": [[\"A pike.\"]], \"filtered_resps\":"
                        + " [\"pike\"]}\n";
        files.write("gsm/heron/samples_fish.jsonl", record + record.replace("strict-match", "flexible-extract"));
        assertThat(answers(read(folder.resolve("gsm")), "heron", "Name a fish."))
                .containsExactly("A pike.");

        String perplexity = record.replace(", \"arg_1\": {\"until\": []}", "").replace("A pike.", "-123.4");
        files.write("wiki/heron/samples_wiki.jsonl", perplexity);
        assertThatThrownBy(() -> Outputs.scan(folder.resolve("wiki")))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("compares probabilities");
    }

    /** As the harness writes what it sent to an API that takes chat messages. */
    @Test
    void ofAChatTheHarnessSentWhatTheUserSaysIsTheQuestion() throws IOException {
        new SampleFiles(folder).write("chat/heron/samples_fish.jsonl", """
                {"doc_id": 0, "filter": "none", "resps": [["A pike."]], "arguments": {"gen_args_0": {"arg_0": \
                ["[{\\"role\\": \\"system\\", \\"content\\": \\"Be brief.\\"}, {\\"role\\": \\"user\\", \\"content\\": \\"Name a fish.\\"}]"], \
                "arg_1": {"until": []}}}}
                """);

        assertThat(answers(read(folder.resolve("chat")), "heron", "Name a fish."))
                .containsExactly("A pike.");
    }

    @Test
    void whatPromptfooSaysWasCutIsAGap() throws IOException {
        String cut = resource("promptfoo.json")
                .replace("{ \"output\": \"A bittern.\" }", "{ \"output\": \"A bit\", \"finishReason\": \"length\" }");
        Corpus corpus = read(new SampleFiles(folder).write("cut.json", cut));

        assertThat(answers(corpus, only(corpus, "marsh-heron-7b-"), "Name a bird."))
                .containsExactly("A heron.");
        assertThat(corpus.gaps()).hasSize(2);
    }

    @Test
    void aPartOfAnInspectAnswerMayBeAnAttachment() throws IOException {
        String parts = resource("inspect.json")
                .replace(
                        "\"content\": \"attachment://4e1f\"",
                        "\"content\": [{ \"type\": \"text\", \"text\": \"Well.\" },"
                                + " { \"type\": \"text\", \"text\": \"attachment://4e1f\" }]");
        Corpus corpus = read(new SampleFiles(folder).write("parts.json", parts));

        assertThat(answers(corpus, only(corpus, "marsh-heron-7b-"), "Name a bird."))
                .containsExactly("Well.\nA heron.", "A bittern.");
    }

    @Test
    void helm() throws IOException {
        copy("helm/birds/scenario_state.json");

        Corpus corpus = read(folder.resolve("helm"));
        String heron = only(corpus, "marsh-heron-7b-");
        assertThat(answers(corpus, heron, "Name a bird.")).containsExactly("A heron.");
        assertThat(answers(corpus, heron, "Name a fish.")).isEmpty();
        assertThat(corpus.gaps()).hasSize(2);
    }

    @Test
    void csv() throws IOException {
        Corpus corpus = read(copy("table.csv"));

        assertThat(answers(corpus, "heron-7b", "Name a bird.")).containsExactly("A \"grey\" heron,\nstanding.");
        assertThat(answers(corpus, only(corpus, "Otter-v1-2-"), "Name a fish.")).containsExactly("A pike.");
        assertThat(corpus.questions()).extracting(question -> question.id()).containsExactly("q1", "q2");
    }

    @Test
    void gzippedToo() throws IOException {
        SampleFiles files = new SampleFiles(folder);
        for (String name : List.of("promptfoo.json", "inspect.json", "table.csv")) {
            assertThat(Outputs.scan(files.gzip(name + ".gz", resource(name))).answers())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "promptfoo.json | \"version\": 3,      | \"version\": 9,      | promptfoo file of version 9, and"
                        + " versions 2 and 3",
                "promptfoo.json | \"version\": 3,      | \"x\": 3,            | promptfoo file of no known version",
                "promptfoo.json | \"output\": \"A heron.\" | \"output\": {\"a\": 1} | results.results[0]:"
                        + " response.output is no text",
                "promptfoo.json | \"raw\": \"Name a bird.\" | \"raw\": 7       | results.results[0]: it has no"
                        + " prompt.raw",
                "promptfoo.json | \"A heron.\"         | \"[output stripped]\" | promptfoo wrote [output stripped]",
                "promptfoo.json | \"raw\": \"Name a bird.\" | \"raw\": \"[prompt stripped]\" | promptfoo wrote [prompt"
                        + " stripped]",
                "inspect.json   | \"version\": 2,      | \"version\": 1,      | Inspect log of version 1, and version"
                        + " 2",
                "inspect.json   | \"samples\"          | \"sample_ids\"       | holds no samples",
                "inspect.json   | \"epoch\": 2,        | \"epoch\": 0,        | samples[1]: epoch is no whole number",
                "inspect.json   | \"epoch\": 2,        | \"epoch\": 1,        | stands before",
                "inspect.json   | \"eval\"             | \"evaluation\"       | no document of promptfoo",
                "helm/birds/scenario_state.json | \"request\":  | \"req\":     | request_states[0]: it has no request"
                        + " and result",
                "helm/birds/scenario_state.json | \"instance\": | \"request_mode\": \"original\", \"instance\": |"
                        + " generates none",
                "helm/birds/scenario_state.json | \"A heron.\" | \"[encrypted_text_0]\" | its texts are encrypted",
                "helm/birds/scenario_state.json | \"temperature\": 0.7 | \"echo_prompt\": true | generates none",
                "harness/heron__heron-7b/samples_birds_2026-01-02T03-04-05.jsonl | [[\"A heron.\" | [[[-3.5, false] |"
                        + " compares probabilities",
                "harness/heron__heron-7b/samples_birds_2026-01-02T03-04-05.jsonl | gen_args_0 | args_0 | known here"
                        + " (0.4)",
                "table.csv | prompt | question | no column called prompt",
                "table.csv | q1,Name a bird.,1 | q1,Name a bird.,one | sample is no whole number",
                "table.csv | Otter (v1.2),q2,Name a fish.,0 | ,q2,Name a fish.,0 | model is blank",
            })
    void aForeignVersionIsRefusedWithTheReason(String name, String from, String to, String why) throws IOException {
        String text = resource(name);
        assertThat(text).contains(from);
        new SampleFiles(folder).write(name, text.replace(from, to));

        Path source = name.contains("/") ? folder.resolve(name.substring(0, name.indexOf('/'))) : folder.resolve(name);
        assertThatThrownBy(() -> Outputs.scan(source))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("cannot be imported")
                .satisfies(e -> assertThat(((OperatorError) e).why()).contains(why));
    }

    @Test
    void inspectsPackedLogIsExplained() throws IOException {
        Path file = new SampleFiles(folder).write("log.eval", "PK");
        assertThatThrownBy(() -> Outputs.scan(file)).hasMessageContaining("inspect log dump");
    }

    @Test
    void jsonLinesUnderTheWrongNameAreExplained() throws IOException {
        Path file = new SampleFiles(folder)
                .write("lines.json", "{\"model\":\"m\",\"prompt\":\"p\",\"text\":\"t\"}\n{\"model\":\"m\"}\n");
        assertThatThrownBy(() -> Outputs.scan(file)).hasMessageContaining("is to be named .jsonl");
    }
}
