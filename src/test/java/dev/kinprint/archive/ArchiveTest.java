package dev.kinprint.archive;

import static dev.kinprint.archive.Samples.COST;
import static dev.kinprint.archive.Samples.NOON;
import static dev.kinprint.archive.Samples.cell;
import static dev.kinprint.archive.Samples.key;
import static dev.kinprint.archive.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final CellKey A = key("a", "p1", 0);

    @TempDir
    Path folder;

    @Test
    void aResultIsThereByteForByteAfterReopening() {
        Path file = folder.resolve("runs/one/archive.sqlite");
        Reply reply = reply(200, "{\"text\":\"caf\u00e9\"}");
        String root;
        try (Archive archive = Archive.create(file)) {
            archive.plan(List.of(cell(A, "hello")), NOON);
            archive.append(List.of(Step.intent(A, NOON, COST)));
            archive.append(List.of(Step.result(A, NOON, OptionalLong.of(1_000), reply)));
            root = archive.root();
        }
        assertThat(folder.resolve("runs/one")).isDirectoryNotContaining("glob:**-wal");
        try (Archive archive = Archive.openReadOnly(file)) {
            StoredExchange stored = archive.find(A).orElseThrow();
            assertThat(stored)
                    .isEqualTo(new StoredExchange(
                            cell(A, "hello"),
                            State.RESULT,
                            1,
                            NOON,
                            OptionalLong.of(1_000),
                            java.util.Optional.of(reply),
                            ""));
            assertThat(archive.verify()).isEqualTo(root);
            assertThat(archive.spend()).isEqualTo(new Spend(1_000, 0, 1));
        }
    }

    @Test
    void theSpanIsThatOfWhatWasAskedAndNotOfWhatWasImported() {
        try (Archive archive = Archive.inMemory()) {
            ImportedAnswer imported = new ImportedAnswer(key("b", "p1", 0), Bytes.utf8("{}"));
            archive.importAll("import/x", Bytes.utf8("x"), List.of(imported).iterator(), NOON.minusSeconds(60));
            assertThat(archive.span()).isEmpty();

            archive.plan(List.of(cell(A, "hello"), cell(key("a", "p2", 0), "hello")), NOON);
            archive.append(List.of(Step.intent(A, NOON.plusSeconds(5), COST)));

            assertThat(archive.span()).contains(new Span(NOON, NOON.plusSeconds(5)));
        }
    }

    @Test
    void theRootIsAFunctionOfWhatWasWritten() {
        try (Archive one = Archive.inMemory();
                Archive same = Archive.inMemory();
                Archive other = Archive.inMemory()) {
            one.plan(List.of(cell(A, "hello")), NOON);
            same.plan(List.of(cell(A, "hello")), NOON);
            other.plan(List.of(cell(A, "hello!")), NOON);
            assertThat(one.root()).isEqualTo(same.root()).isNotEqualTo(other.root());
        }
    }

    @Test
    void aCellGoesOnlyWhereTheStateMachineAllows() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                if (to == State.PLANNED) {
                    continue;
                }
                try (Archive archive = Archive.inMemory()) {
                    archive.plan(List.of(cell(A, "hello")), NOON);
                    for (State step : route(from)) {
                        archive.append(List.of(step(step)));
                    }
                    String root = archive.root();
                    if (from.allows(to)) {
                        archive.append(List.of(step(to)));
                        assertThat(archive.find(A).orElseThrow().state()).isEqualTo(to);
                    } else {
                        assertThatThrownBy(() -> archive.append(List.of(step(to))))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining(from.name());
                        assertThat(archive.root()).isEqualTo(root);
                    }
                    archive.verify();
                }
            }
        }
        assertThat(State.values()).noneMatch(State.RESULT::allows);
    }

    private static List<State> route(State to) {
        return switch (to) {
            case PLANNED -> List.of();
            case INTENT -> List.of(State.INTENT);
            case NOT_SENT, RESULT, REJECTED, PARTIAL, IN_DOUBT -> List.of(State.INTENT, to);
            case RETRY_AUTHORISED -> List.of(State.INTENT, State.IN_DOUBT, to);
        };
    }

    private static Step step(State state) {
        return switch (state) {
            case PLANNED -> throw new IllegalArgumentException("not a step");
            case INTENT -> Step.intent(A, NOON, COST);
            case NOT_SENT -> Step.notSent(A, NOON, "connect: refused");
            case RESULT -> Step.result(A, NOON, COST, reply(200, "{}"));
            case REJECTED -> Step.rejected(A, NOON, reply(429, "{}"), "rate-limit");
            case PARTIAL -> Step.partial(A, NOON, COST, reply(200, "{\"te"), "cut");
            case IN_DOUBT -> Step.inDoubt(A, NOON, COST, "reset");
            case RETRY_AUTHORISED -> Step.authoriseRetry(A, NOON, "asked for");
        };
    }

    @Test
    void aBatchIsTakenWhollyOrNotAtAll() {
        CellKey b = key("b", "p1", 0);
        try (Archive archive = Archive.inMemory()) {
            archive.plan(List.of(cell(A, "hello"), cell(b, "hello")), NOON);
            List<Step> batch = List.of(Step.intent(A, NOON, COST), Step.result(b, NOON, COST, reply(200, "{}")));
            assertThatThrownBy(() -> archive.append(batch)).isInstanceOf(IllegalStateException.class);
            assertThat(archive.states()).isEqualTo(Map.of(State.PLANNED, 2L));
            archive.append(List.of(Step.intent(A, NOON, COST), Step.intent(b, NOON, COST)));
            archive.verify();
        }
    }

    @Test
    void everyAttemptCountsAndMoneyInDoubtStaysReserved() {
        try (Archive archive = Archive.inMemory()) {
            archive.plan(List.of(cell(A, "hello")), NOON);
            for (State state : List.of(
                    State.INTENT,
                    State.NOT_SENT,
                    State.INTENT,
                    State.REJECTED,
                    State.INTENT,
                    State.IN_DOUBT,
                    State.RETRY_AUTHORISED,
                    State.INTENT)) {
                archive.append(List.of(step(state)));
            }
            assertThat(archive.spend()).isEqualTo(new Spend(0, 3_000, 3));
            archive.append(List.of(Step.result(A, NOON, OptionalLong.of(7), reply(200, "{}"))));
            assertThat(archive.spend()).isEqualTo(new Spend(7, 1_500, 3));
            assertThat(archive.find(A).orElseThrow().attempts()).isEqualTo(4);
        }
    }

    @Test
    void planningAgainChangesNothingAndAnotherRequestIsTakenOnlyWhileNothingWasBought() {
        try (Archive archive = Archive.inMemory()) {
            archive.plan(List.of(cell(A, "hello")), NOON);
            String root = archive.root();
            archive.plan(List.of(cell(A, "hello")), NOON.plusSeconds(9));
            assertThat(archive.root()).isEqualTo(root);
            archive.append(List.of(step(State.INTENT), step(State.REJECTED)));
            archive.plan(List.of(cell(A, "other words")), NOON);
            archive.append(List.of(step(State.INTENT), step(State.RESULT)));
            assertThat(archive.find(A).orElseThrow().cell().request()).isEqualTo(Bytes.utf8("other words"));
            assertThatThrownBy(() -> archive.plan(List.of(cell(A, "hello")), NOON))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("a / p1 / 0");
        }
    }

    @Test
    void documentsAreKeptByNameAndTheLatestIsRead() {
        try (Archive archive = Archive.inMemory()) {
            assertThat(archive.document("audit")).isEmpty();
            archive.putDocument("suite", Bytes.utf8("s"), NOON);
            archive.putDocument("audit", Bytes.utf8("1"), NOON);
            archive.putDocument("audit", Bytes.utf8("2"), NOON);
            assertThat(archive.document("audit")).contains(Bytes.utf8("2"));
            assertThat(archive.documentNames()).containsExactly("audit", "suite");
            String root = archive.root();
            archive.putDocument("audit", Bytes.utf8("2"), NOON);
            assertThat(archive.root()).isEqualTo(root);
        }
    }

    @Test
    void readingIsInTheOrderOfTheKeysWhateverTheOrderOfWriting() {
        try (Archive archive = Archive.inMemory()) {
            List<CellKey> keys =
                    List.of(key("b", "p", 0), key("a", "q", 10), key("a", "q", 2), key("A", "z", 0), key("a", "p", 1));
            archive.plan(keys.stream().map(key -> cell(key, "x")).toList(), NOON);
            List<CellKey> read = new ArrayList<>();
            archive.forEach(exchange -> read.add(exchange.cell().key()));
            assertThat(read).isEqualTo(keys.stream().sorted().toList());
        }
    }

    @Test
    void importsAreAllOrNothing() {
        Bytes source = Bytes.utf8("file.jsonl sha256 ...");
        Path file = folder.resolve("archive.sqlite");
        try (Archive archive = Archive.create(file)) {
            List<ImportedAnswer> twice = List.of(
                    new ImportedAnswer(A, Bytes.utf8("1")),
                    new ImportedAnswer(key("a", "p1", 1), Bytes.utf8("2")),
                    new ImportedAnswer(A, Bytes.utf8("3")));
            assertThatThrownBy(() -> archive.importAll("import:1", source, twice.iterator(), NOON))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("twice");
            assertThat(archive.states()).isEmpty();
            assertThat(archive.documentNames()).isEmpty();
            archive.importAll("import:1", source, twice.subList(0, 2).iterator(), NOON);
        }
        try (Archive archive = Archive.open(file)) {
            StoredExchange stored = archive.find(key("a", "p1", 1)).orElseThrow();
            assertThat(stored.cell().dialect()).isEqualTo("imported");
            assertThat(stored.reply().orElseThrow().body()).isEqualTo(Bytes.utf8("2"));
            assertThat(archive.document("import:1")).contains(source);
        }
    }

    @Test
    void aLargeImportIsQuick() {
        String text = "word ".repeat(300);
        Iterator<ImportedAnswer> answers = IntStream.range(0, 12_000)
                .mapToObj(i -> new ImportedAnswer(key("m" + i % 60, "p" + i / 60, 0), Bytes.utf8(text + i)))
                .iterator();
        Path file = folder.resolve("archive.sqlite");
        long start = System.nanoTime();
        try (Archive archive = Archive.create(file)) {
            archive.importAll("import", Bytes.empty(), answers, NOON);
        }
        try (Archive archive = Archive.openReadOnly(file)) {
            assertThat(archive.states()).isEqualTo(Map.of(State.RESULT, 12_000L));
        }
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void aSecondWriterIsTurnedAwayAndAReaderIsNot() {
        Path file = folder.resolve("archive.sqlite");
        try (Archive archive = Archive.create(file)) {
            archive.plan(List.of(cell(A, "hello")), NOON);
            assertThatThrownBy(() -> Archive.open(file))
                    .isInstanceOfSatisfying(
                            OperatorError.class, e -> assertThat(e.kind()).isEqualTo(OperatorError.Kind.LOCKED));
            try (Archive reader = Archive.openReadOnly(file)) {
                assertThat(reader.root()).isEqualTo(archive.root());
                archive.append(List.of(step(State.INTENT)));
            }
        }
        Archive.open(file).close();
    }

    @Test
    void aFileThatIsReadOnlyInAReadOnlyFolderCanBeRead() throws Exception {
        Path sealed = folder.resolve("sealed ? 100% #1");
        Path file = sealed.resolve("archive.sqlite");
        try (Archive archive = Archive.create(file)) {
            archive.plan(List.of(cell(A, "hello")), NOON);
        }
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThat(sealed.toFile().setWritable(false)).isTrue();
        try (Archive archive = Archive.openReadOnly(file)) {
            assertThat(archive.states()).isEqualTo(Map.of(State.PLANNED, 1L));
        } finally {
            assertThat(sealed.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aNameWithoutAFileAndAFileInTheWayAreTheOperatorsToSettle() throws Exception {
        Path file = folder.resolve("archive.sqlite");
        assertThatThrownBy(() -> Archive.openReadOnly(file)).isInstanceOf(OperatorError.class);
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> Archive.create(file)).isInstanceOf(OperatorError.class);
        assertThat(file).hasContent("mine");
    }
}
