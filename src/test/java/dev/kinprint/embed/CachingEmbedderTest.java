package dev.kinprint.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingEmbedderTest {
    private static final long RECORD = 32 + 4 * 4 + 4;

    @TempDir
    Path cache;

    private final LetterCounts letters = new LetterCounts("1");

    private Path file() {
        return cache.resolve("embeddings").resolve(letters.id() + ".vec");
    }

    private List<Embedding> embed(String... texts) {
        try (Embedder cached = Embedders.cached(letters, cache)) {
            return cached.embed(List.of(texts), Progress.silent());
        }
    }

    @Test
    void eachDistinctTextIsEmbeddedOnceEver() throws IOException {
        List<Embedding> first = embed("a", "ab", "a", "abc");
        List<Embedding> second = embed("abc", "d", "a");

        assertThat(letters.asked()).containsExactly("a", "ab", "abc", "d");
        assertThat(first.get(0)).isEqualTo(first.get(2)).isEqualTo(second.get(2));
        assertThat(second.get(0)).isEqualTo(first.get(3)).isEqualTo(Embedding.unit(1, 1, 1, 0));
        assertThat(Files.size(file())).isEqualTo(64 + 4 * RECORD);
    }

    @Test
    void anotherModelsVectorsAreNeverMetAgain() {
        embed("a");
        LetterCounts other = new LetterCounts("2");
        try (Embedder cached = Embedders.cached(other, cache)) {
            cached.embed(List.of("a"), Progress.silent());
        }

        assertThat(other.asked()).containsExactly("a");
    }

    @Test
    void progressCountsDistinctTextsAndStartsWithTheKnownOnes() {
        embed("a", "b");
        List<String> heard = new ArrayList<>();
        try (Embedder cached = Embedders.cached(letters, cache)) {
            cached.embed(List.of("a", "c", "c", "b", "d"), (done, total) -> heard.add(done + "/" + total));
        }

        assertThat(heard).containsExactly("2/4", "3/4", "4/4");
    }

    @Test
    void workThatBreaksOffKeepsWhatItHas() {
        List<String> texts = IntStream.rangeClosed(1, 200).mapToObj("a"::repeat).toList();
        try (Embedder cached = Embedders.cached(letters, cache)) {
            assertThatThrownBy(() -> cached.embed(texts, (done, total) -> {
                        if (done == 150) {
                            throw new IllegalStateException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
        }
        letters.asked().clear();
        embed(texts.toArray(String[]::new));

        assertThat(letters.asked()).containsExactlyElementsOf(texts.subList(128, 200));
    }

    @Test
    void aRecordThatWasCutByACrashIsIgnoredAndOverwritten() throws IOException {
        embed("a", "b");
        for (long lost = 1; lost < RECORD; lost += 7) {
            try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
                channel.truncate(64 + 2 * RECORD - lost);
            }
            letters.asked().clear();
            assertThat(embed("a", "b")).isEqualTo(List.of(Embedding.unit(1, 0, 0, 0), Embedding.unit(0, 1, 0, 0)));
            assertThat(letters.asked()).containsExactly("b");
            assertThat(Files.size(file())).isEqualTo(64 + 2 * RECORD);
        }
    }

    @Test
    void aChangedByteMakesARecordAbsentAndTheOthersStay() throws IOException {
        for (int at = 0; at < RECORD; at += 5) {
            Files.deleteIfExists(file());
            embed("a", "b", "c");
            try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                long position = 64 + RECORD + at;
                channel.read(one, position);
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 4)}), position);
            }
            letters.asked().clear();
            assertThat(embed("a", "b", "c").get(1)).isEqualTo(Embedding.unit(0, 1, 0, 0));
            assertThat(letters.asked()).containsExactly("b");
        }
    }

    @Test
    void aFileOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] diary = "Dear diary, ".repeat(10).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Files.write(file(), diary);

        assertThatThrownBy(() -> embed("a")).isInstanceOf(OperatorError.class).hasMessageContaining(file().toString());
        assertThat(Files.readAllBytes(file())).isEqualTo(diary);
    }

    @Test
    void anInterruptIsNoFaultOfTheCache() {
        try (Embedder cached = Embedders.cached(letters, cache)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> cached.embed(List.of("a"), Progress.silent()))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(embed("a")).containsExactly(Embedding.unit(1, 0, 0, 0));
    }

    @Test
    void twoEmbeddersInOneProcessSeeEachOthersVectors() {
        LetterCounts other = new LetterCounts("1");
        try (Embedder one = Embedders.cached(letters, cache);
                Embedder two = Embedders.cached(other, cache)) {
            one.embed(List.of("a", "b"), Progress.silent());
            two.embed(List.of("b", "c"), Progress.silent());
            one.embed(List.of("c", "d"), Progress.silent());
        }

        assertThat(other.asked()).containsExactly("c");
        assertThat(letters.asked()).containsExactly("a", "b", "d");
    }

    /** Three processes append at once; one is killed on the way. Nothing of the others is lost. */
    @Test
    void severalProcessesMayWriteAtOnceAndBeKilled() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            cache.toString(),
                            String.valueOf(i))
                    .inheritIO()
                    .start());
        }
        while (!Files.exists(file()) || Files.size(file()) < 64 + 100 * RECORD) {
            Thread.sleep(5);
        }
        processes.get(2).destroyForcibly();
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(processes.get(0).exitValue()).isZero();
        assertThat(processes.get(1).exitValue()).isZero();

        for (int i = 0; i < 2; i++) {
            embed(Writer.texts(i).toArray(String[]::new));
        }
        assertThat(letters.asked()).isEmpty();
    }

    /** Fills the cache from another process. */
    static final class Writer {
        private Writer() {}

        static List<String> texts(int writer) {
            return IntStream.range(0, 300).mapToObj(i -> "a" + writer + "-" + i).toList();
        }

        public static void main(String[] args) {
            try (Embedder cached = Embedders.cached(new LetterCounts("1"), Path.of(args[0]))) {
                for (String text : texts(Integer.parseInt(args[1]))) {
                    cached.embed(List.of(text), Progress.silent());
                }
            }
        }
    }
}
