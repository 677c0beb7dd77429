package dev.kinprint.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.stats.Draws;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up world: every model has words of its own for each question, and says them in changing order. */
class IdentificationTest {
    private static final int MODELS = 24;
    private static final int QUESTIONS = 60;

    @TempDir
    private Path folder;

    /** Models m0 to m23 of labs of their own; m0 and m1 are of one family. */
    private static Corpus world() {
        Corpus.Builder corpus = new Corpus.Builder();
        for (int m = 0; m < MODELS; m++) {
            corpus.member(new Member(
                    "m" + m,
                    new Origin(
                            Optional.of(m < 2 ? "Marsh" : "Lab " + m),
                            Optional.empty(),
                            Optional.of(m < 2 ? "heron" : "family " + m),
                            Optional.empty())));
        }
        for (int q = 0; q < QUESTIONS; q++) {
            corpus.question(new Question("q" + q, Probe.Category.OPEN, prompt(q), Optional.empty()));
            for (int m = 0; m < MODELS; m++) {
                corpus.text("m" + m, "q" + q, 0, answer(Math.max(1, m), q, m, 0.7));
            }
        }
        return corpus.build();
    }

    private static String prompt(int question) {
        return "What about " + question + "?";
    }

    /** An answer of which a share of the words is the author's own for this question, the rest anybody's. */
    private static String answer(int author, int question, int draw, double own) {
        Draws random = new Draws(question * 1_000L + author, 7_000 + draw);
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < 40; w++) {
            int word = (int) (random.uniform() * 30);
            text.append(random.uniform() < own ? word(author, question, word) : "common" + word)
                    .append(' ');
        }
        return text.toString().strip();
    }

    /** A word that looks like no other author's. */
    private static String word(int author, int question, int word) {
        Draws letters = new Draws(author * 100_000L + question * 100L + word, 1);
        return Long.toString((long) (letters.uniform() * 1e12), 36);
    }

    private static Identification ask(Library library, int author, double own) {
        List<String> keys = java.util.stream.IntStream.range(0, QUESTIONS)
                .mapToObj(q -> Library.key(prompt(q)))
                .toList();
        List<String> order = library.order(keys, 5);
        Identification identification = Identification.begin(library, order, 0.05);
        for (String key : order) {
            if (identification.named().isEmpty()) {
                identification.take(key, answer(author, keys.indexOf(key), 999, own));
            }
        }
        return identification;
    }

    @Test
    void aKnownModelIsFoundByItsLineAndSoon() {
        Identification identification = ask(Library.of(world(), 1_000, 1), 1, 0.4);
        assertThat(identification.named()).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo("marsh heron");
            assertThat(line.models()).containsExactly("m0", "m1");
            assertThat(line.eValue()).isGreaterThan(identification.examined() / 0.05);
            assertThat(line.mean()).isGreaterThan(line.tolerance());
        });
        assertThat(identification.calls()).isLessThan(30);
        assertThat(identification.examined()).isEqualTo(MODELS - 1);
    }

    @Test
    void unknownModelsAreNoneOfThese() {
        Library library = Library.of(world(), 1_000, 1);
        for (int author = 100; author < 110; author++) {
            Identification identification = ask(library, author, 0.7);
            assertThat(identification.named()).as("author " + author).isEmpty();
            assertThat(identification.calls()).isEqualTo(QUESTIONS);
        }
    }

    @Test
    void aModelIsNotFoundInALibraryWithoutItsLine() {
        Library without = Library.of(world(), 1_000, 1).without(id -> id.equals("m0") || id.equals("m1"));
        assertThat(ask(without, 1, 0.7).named()).isEmpty();
    }

    @Test
    void theOrderIsDecidedBeforehandByTheSeed() {
        Library library = Library.of(world(), 1_000, 1);
        assertThat(library.order(library.questions(), 3)).isEqualTo(library.order(library.questions(), 3));
        assertThat(library.order(library.questions(), 3)).isNotEqualTo(library.order(library.questions(), 4));
        assertThat(library.order(List.of("unknown"), 3)).isEmpty();
        assertThat(Library.of(world(), 25, 1).questions()).hasSize(25);
    }

    @Test
    void aSmallLibraryOrTooFewQuestionsIdentifyNothing() {
        Library library = Library.of(world(), 1_000, 1);
        List<String> all = library.order(library.questions(), 1);
        assertThatThrownBy(() -> Identification.begin(library, all.subList(0, 19), 0.05))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("19 of its questions");
        Library small = library.without(id -> Integer.parseInt(id.substring(1)) > 9);
        assertThatThrownBy(() -> Identification.begin(small, all, 0.05))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("models of 9 labs");
    }

    @Test
    void theFileHoldsNoTextAndGivesTheSameLibrary() throws IOException {
        Library library = Library.of(world(), 30, 1);
        Path file = folder.resolve("known.library.gz");
        LibraryFile.write(library, file);
        byte[] first = Files.readAllBytes(file);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"m0\"", "Marsh")
                    .doesNotContain("common", "What about", word(1, 0, 0));
        }
        Library read = LibraryFile.read(file);
        assertThat(read.fingerprints()).isEqualTo(library.fingerprints());
        LibraryFile.write(read, file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void whatIsNoLibraryIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.gz"), "{}");
        assertThatThrownBy(() -> LibraryFile.read(file))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("no library");
    }
}
