package dev.kinprint.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.Step;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.ingest.Outputs;
import dev.kinprint.json.Json;
import dev.kinprint.suite.AuditFile;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCorpusTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final OptionalLong FREE = OptionalLong.empty();

    @TempDir
    Path folder;

    private final Archive archive = Archive.inMemory();

    @BeforeEach
    void store() throws Exception {
        Path audit = Files.writeString(folder.resolve("audit.yaml"), """
                version: 1
                run: {name: test}
                models:
                  - {id: heron, role: suspect, provider: openai, model: heron-1, lab: Marsh Lab, base: llama-1,
                     family: birds, released: 2024-03-31}
                  - {id: otter, role: candidate, provider: anthropic, model: otter-1}
                probes: ["builtin:quick"]
                """);
        put(StoredDocuments.AUDIT, AuditFile.read(audit).toJson(folder));
        put(
                StoredDocuments.SUITE,
                new Suite("s", "1", List.of(probe("q1", "Name a bird."), probe("q2", "2+2?"))).toJson());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private void put(String name, Json document) {
        archive.putDocument(name, Bytes.of(document.canonical()), NOON);
    }

    private static Probe probe(String id, String prompt) {
        return new Probe(
                id,
                Probe.Category.KEYED,
                "en",
                "A test.",
                List.of(new Turn(Turn.Speaker.USER, prompt)),
                100,
                1,
                Optional.of("4"));
    }

    private CellKey planned(String subject, String probe, int sample) {
        CellKey key = new CellKey(subject, probe, sample);
        String dialect = subject.equals("otter") ? "anthropic-messages" : "openai-chat";
        String profile = subject.equals("otter") ? "anthropic" : "openai";
        archive.plan(
                List.of(new Cell(key, dialect, profile, "https://x.example", subject + "-1", Bytes.utf8("{}"))), NOON);
        return key;
    }

    private CellKey sent(String subject, String probe, int sample) {
        CellKey key = planned(subject, probe, sample);
        archive.append(List.of(Step.intent(key, NOON, FREE)));
        return key;
    }

    private static Reply reply(int status, Json body) {
        return new Reply(status, new TreeMap<>(), Bytes.of(body.canonical()));
    }

    private void openAi(CellKey key, String model, String finish, Optional<String> text) {
        Json body = Json.object(
                "id",
                "r",
                "object",
                "chat.completion",
                "model",
                model,
                "choices",
                List.of(Json.object(
                        "index",
                        0,
                        "message",
                        Json.object("role", "assistant", "content", text),
                        "finish_reason",
                        finish)),
                "usage",
                Json.object("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2));
        archive.append(List.of(Step.result(key, NOON, FREE, reply(200, body))));
    }

    private Gap gap(String question, int sample) {
        return Corpus.read(archive).gaps().stream()
                .filter(gap -> gap.question().equals(question) && gap.sample() == sample)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wholeAnswersBecomeTexts() {
        openAi(sent("heron", "q1", 0), "heron-1", "stop", Optional.of(" A heron.\r\n"));
        CellKey key = sent("otter", "q1", 0);
        Json body = Json.object(
                "id",
                "m",
                "type",
                "message",
                "role",
                "assistant",
                "model",
                "otter-1",
                "content",
                List.of(Json.object("type", "text", "text", "An otter.")),
                "stop_reason",
                "end_turn",
                "usage",
                Json.object("input_tokens", 1, "output_tokens", 1));
        archive.append(List.of(Step.result(key, NOON, FREE, reply(200, body))));

        Corpus corpus = Corpus.read(archive);

        assertThat(corpus.members())
                .containsExactly(
                        new Member(
                                "heron",
                                new Origin(
                                        Optional.of("Marsh Lab"),
                                        Optional.of("llama-1"),
                                        Optional.of("birds"),
                                        Optional.of(LocalDate.of(2024, 3, 31)))),
                        new Member("otter", Origin.unknown()));
        assertThat(corpus.questions())
                .contains(new Question("q1", Probe.Category.KEYED, "Name a bird.", Optional.of("4")));
        assertThat(corpus.texts(0, 0)).containsExactly("A heron.");
        assertThat(corpus.texts(1, 0)).containsExactly("An otter.");
        assertThat(corpus.gaps()).isEmpty();
    }

    @Test
    void everythingElseBecomesAGapWithItsReason() {
        openAi(sent("heron", "q1", 0), "heron-1", "length", Optional.of("A hero"));
        openAi(sent("heron", "q1", 1), "another-2", "stop", Optional.of("A heron."));
        openAi(sent("heron", "q1", 2), "heron-1", "content_filter", Optional.empty());
        openAi(sent("heron", "q1", 3), "heron-1", "stop", Optional.of(" "));
        archive.append(List.of(Step.result(
                sent("heron", "q1", 4), NOON, FREE, new Reply(200, new TreeMap<>(), Bytes.utf8("<html>")))));
        archive.append(List.of(Step.rejected(
                sent("heron", "q1", 5), NOON, new Reply(500, new TreeMap<>(), Bytes.utf8("{}")), "server 500")));
        archive.append(List.of(Step.partial(
                sent("heron", "q1", 6), NOON, FREE, new Reply(200, new TreeMap<>(), Bytes.utf8("{")), "cut")));
        archive.append(List.of(Step.inDoubt(sent("heron", "q1", 7), NOON, FREE, "no answer")));
        sent("heron", "q1", 8);
        archive.append(List.of(Step.notSent(sent("heron", "q1", 9), NOON, "refused")));
        planned("heron", "q2", 0);

        assertThat(gap("q1", 0).reason()).isEqualTo(Gap.Reason.TRUNCATED);
        assertThat(gap("q1", 1).reason()).isEqualTo(Gap.Reason.WRONG_MODEL);
        assertThat(gap("q1", 1).detail()).contains("heron-1", "another-2");
        assertThat(gap("q1", 2).reason()).isEqualTo(Gap.Reason.FILTERED);
        assertThat(gap("q1", 3).reason()).isEqualTo(Gap.Reason.EMPTY);
        assertThat(gap("q1", 4).reason()).isEqualTo(Gap.Reason.ERROR);
        assertThat(gap("q1", 5)).isEqualTo(new Gap("heron", "q1", 5, Gap.Reason.ERROR, "server 500"));
        assertThat(gap("q1", 6)).isEqualTo(new Gap("heron", "q1", 6, Gap.Reason.IN_DOUBT, "cut"));
        assertThat(gap("q1", 7).reason()).isEqualTo(Gap.Reason.IN_DOUBT);
        assertThat(gap("q1", 8).reason()).isEqualTo(Gap.Reason.IN_DOUBT);
        assertThat(gap("q1", 9)).isEqualTo(new Gap("heron", "q1", 9, Gap.Reason.NOT_ASKED, "refused"));
        assertThat(gap("q2", 0).reason()).isEqualTo(Gap.Reason.NOT_ASKED);
        Corpus corpus = Corpus.read(archive);
        assertThat(corpus.size()).isZero();
        assertThat(corpus.coverage()).extracting(Coverage::asks).containsExactly(11, 0);
    }

    @Test
    void importedOutputsStandBesideTheRunsOwn() throws Exception {
        openAi(sent("heron", "q1", 0), "heron-1", "stop", Optional.of("A heron."));
        Path outputs = folder.resolve("outputs");
        Files.createDirectories(outputs);
        Files.writeString(outputs.resolve("a.jsonl"), """
                {"model":"newt","probe":"q1","prompt":"Name a bird.","text":"A wren.\\r\\n"}
                {"model":"newt","probe":"other","prompt":"Name a fish.","text":""}
                """);
        Files.writeString(outputs.resolve("lineage.csv"), "model,lab,released\nnewt,Fen Lab,2023-01-01\n");
        Outputs.scan(outputs).into(archive, NOON);

        Corpus corpus = Corpus.read(archive);

        assertThat(corpus.members()).extracting(Member::id).containsExactly("heron", "newt", "otter");
        assertThat(corpus.members().get(1).origin().lab()).contains("Fen Lab");
        assertThat(corpus.members().get(1).origin().released()).contains(LocalDate.of(2023, 1, 1));
        assertThat(corpus.questions()).extracting(Question::id).containsExactly("other", "q1", "q2");
        assertThat(corpus.questions().get(0).category()).isEqualTo(Probe.Category.IMPORTED);
        assertThat(corpus.questions().get(1).category()).isEqualTo(Probe.Category.KEYED);
        assertThat(corpus.texts(1, 1)).containsExactly("A wren.");
        assertThat(corpus.gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.EMPTY);
    }

    @Test
    void archivesThatContradictThemselvesAreNamed() throws Exception {
        planned("stranger", "q1", 0);
        assertThat(Corpus.read(archive).members()).contains(new Member("stranger", Origin.unknown()));

        Path outputs = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"model\":\"newt\",\"probe\":\"q1\",\"prompt\":\"Name a fish.\",\"text\":\"x\"}");
        Outputs.scan(outputs).into(archive, NOON);
        refused("asks something else");
    }

    @Test
    void anAnswerToAnUnknownProbeIsNamed() {
        CellKey key = sent("heron", "q1", 0);
        openAi(key, "heron-1", "stop", Optional.of("A heron."));
        planned("heron", "q9", 0);
        refused("q9");
    }

    @Test
    void anUnknownDialectIsNamed() {
        CellKey key = new CellKey("heron", "q1", 0);
        archive.plan(List.of(new Cell(key, "smoke-signals", "p", "", "m", Bytes.empty())), NOON);
        archive.append(List.of(Step.intent(key, NOON, FREE)));
        archive.append(List.of(Step.result(key, NOON, FREE, reply(200, Json.object()))));
        refused("smoke-signals");
    }

    @Test
    void aDocumentThatIsNoneIsNamed() {
        archive.putDocument(StoredDocuments.SUITE, Bytes.utf8("{\"suite\":1}"), NOON);
        refused("its document suite");
        archive.putDocument(StoredDocuments.SUITE, Bytes.utf8("nonsense"), NOON);
        refused("its document suite");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> Corpus.read(archive))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining(why)
                .hasMessageContaining("memory");
    }
}
