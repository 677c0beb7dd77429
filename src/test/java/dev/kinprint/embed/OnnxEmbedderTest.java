package dev.kinprint.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
    private static final List<String> TEXTS = List.of(
            "Whales are mammals.",
            "Bread needs flour, water, salt and time; the oven does the rest. ".repeat(30),
            "def f(x):\n    return x * 2\n",
            "",
            "Übermäßig viele Umlaute, 日本語の文章, and an emoji 🐋.",
            "One more sentence about the sea and its whales. ".repeat(20));

    @TempDir
    static Path cache;

    private static OnnxEmbedder one;

    @BeforeAll
    static void load() {
        one = OnnxEmbedder.load(ModelFiles.builtin(cache), cache, 1);
    }

    @AfterAll
    static void close() {
        one.close();
    }

    @Test
    void likeMeaningsLieCloserThanUnlikeOnes() {
        List<Embedding> vectors = one.embed(
                List.of(
                        "A whale swims in the ocean.",
                        "Marine mammals live in the sea.",
                        "The tax form is due in April."),
                Progress.silent());

        assertThat(vectors.get(0).dot(vectors.get(1))).isGreaterThan(0.5);
        assertThat(vectors.get(0).dot(vectors.get(2))).isLessThan(0.2);
    }

    @Test
    void everyVectorHasLengthOneAndTheModelsDimension() {
        assertThat(one.id().dimension()).isEqualTo(384);
        assertThat(one.id().toString()).startsWith("all-minilm-l6-v2-");
        assertThat(one.embed(TEXTS, Progress.silent()))
                .allSatisfy(vector -> assertThat(vector.dot(vector)).isEqualTo(1, within(1e-6)));
    }

    @Test
    void vectorsAreTheSameToTheBitWhateverTheOrderCompanyAndThreads() {
        long seed = 7;
        List<Embedding> alone = TEXTS.stream()
                .map(text -> one.embed(List.of(text), Progress.silent()).get(0))
                .toList();
        List<Integer> order = new ArrayList<>(IntStream.range(0, 2 * TEXTS.size())
                .map(i -> i % TEXTS.size())
                .boxed()
                .toList());
        Collections.shuffle(order, new Random(seed));

        try (Embedder four = OnnxEmbedder.load(ModelFiles.builtin(cache), cache, 4)) {
            List<Embedding> together = four.embed(order.stream().map(TEXTS::get).toList(), Progress.silent());

            assertThat(together).isEqualTo(order.stream().map(alone::get).toList());
            assertThat(four.id()).isEqualTo(one.id());
        }
    }

    @Test
    void longTextsAreReadBeyondTheTokenizersOwnCutAndThenTheWindow() {
        String start = "The harbour was quiet and the boats lay still. ".repeat(40);

        assertThat(one.tokens(start).length).isGreaterThan(Windows.LENGTH);
        assertThat(one.embed(List.of(start, start + "Photosynthesis needs light. ".repeat(10)), Progress.silent()))
                .doesNotHaveDuplicates();
        String word = "sea ";
        int most = Windows.LENGTH + (Windows.MOST - 1) * (Windows.LENGTH - Windows.OVERLAP);
        List<Embedding> cut = one.embed(List.of(word.repeat(most), word.repeat(most) + "tax"), Progress.silent());
        assertThat(cut.get(0)).isEqualTo(cut.get(1));
    }

    @Test
    void hostileTextsGetAVectorInReasonableTime() {
        List<String> hostile = List.of(
                "\uD800 lone \uDC00",
                "\0\u0001\u001B[2J",
                "a".repeat(3_000_000),
                " \n".repeat(500_000),
                "\uFFFF\uFEFF");

        assertThat(one.embed(hostile, Progress.silent())).hasSize(hostile.size());
        assertThat(one.tokens("\uD800")).isEqualTo(one.tokens("\uFFFD"));
    }

    @Test
    void progressCountsUpToTheTotal() {
        List<String> heard = new ArrayList<>();

        one.embed(List.of("a", "b", "c"), (done, total) -> heard.add(done + "/" + total));

        assertThat(heard).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void aTextThatStandsTwiceIsEmbeddedOnce() {
        List<String> heard = new ArrayList<>();

        List<Embedding> vectors =
                one.embed(List.of("a", "a longer text", "a"), (done, total) -> heard.add(done + "/" + total));

        assertThat(heard).containsExactly("1/2", "2/2");
        assertThat(vectors).hasSize(3);
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(1));
    }

    @Test
    void aListenerThatFailsEndsTheWorkWithItsOwnException() {
        assertThatThrownBy(() -> one.embed(TEXTS, (done, total) -> {
                    throw new UnsupportedOperationException("enough");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anInterruptEndsTheWorkAndStaysVisible() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> one.embed(TEXTS, Progress.silent())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSpoiltCopyOfTheModelIsReplacedBeforeItIsLoaded(@TempDir Path fresh) throws IOException {
        ModelFiles files = ModelFiles.builtin(fresh);
        Files.writeString(files.tokenizer(), "{}");

        assertThat(Sha256.hex(ModelFiles.builtin(fresh).tokenizer())).isEqualTo(files.tokenizerHash());
        try (Stream<Path> left = Files.list(files.folder())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(ModelFiles.MODEL, ModelFiles.TOKENIZER);
        }
    }

    @Test
    void aFolderOfTheUsersOwnServesAsWell(@TempDir Path own) throws IOException {
        ModelFiles builtin = ModelFiles.builtin(cache);
        for (String name : List.of(ModelFiles.MODEL, ModelFiles.TOKENIZER)) {
            Files.createLink(own.resolve(name), builtin.folder().resolve(name));
        }
        try (Embedder embedder = Embedders.fromFolder(own, cache)) {
            assertThat(embedder.embed(TEXTS, Progress.silent())).isEqualTo(one.embed(TEXTS, Progress.silent()));
            assertThat(embedder.id().fingerprint()).isEqualTo(one.id().fingerprint());
        }
    }

    @Test
    void aFolderWithoutAModelIsNamed(@TempDir Path empty) throws IOException {
        assertThatThrownBy(() -> Embedders.fromFolder(empty, cache))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("model.onnx");
        Files.writeString(empty.resolve(ModelFiles.MODEL), "no model");
        Files.writeString(empty.resolve(ModelFiles.TOKENIZER), "{}");
        assertThatThrownBy(() -> Embedders.fromFolder(empty, cache))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("cannot be loaded");
    }
}
