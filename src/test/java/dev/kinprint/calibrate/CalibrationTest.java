package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.channel.Authors;
import dev.kinprint.channel.Authors.Author;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.JsonFault;
import dev.kinprint.suite.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
    @TempDir
    private Path folder;

    private static LabelledPair pair(int suspect, int candidate, LabelledPair.Kind kind, double z) {
        return new LabelledPair(suspect, candidate, kind, new TreeMap<>(Map.of("openings", z, "format", -z)));
    }

    private static Calibration calibration(int... questions) {
        List<Calibration.Level> levels = java.util.Arrays.stream(questions)
                .mapToObj(count -> new Calibration.Level(
                        count,
                        List.of(
                                pair(0, 1, LabelledPair.Kind.SAME, 1.25),
                                pair(1, 2, LabelledPair.Kind.UNRELATED, -0.5),
                                new LabelledPair(2, 0, LabelledPair.Kind.NOT_DISTILLED, new TreeMap<>()))))
                .toList();
        return new Calibration(
                new CalibrationSource(
                        "test", "a corpus", 3, 50, 2, 10, Optional.of("minilm"), List.of("format", "bigrams"), -9L),
                List.of(
                        new Calibration.KnownModel("a", 0, new Sketch(List.of("0123456789abcdef"))),
                        new Calibration.KnownModel("b", 0, new Sketch(List.of())),
                        new Calibration.KnownModel("c", 2, new Sketch(List.of()))),
                levels);
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "100, 100", "80, 100", "79, 50", "40, 50", "39, 25", "20, 25"})
    void theGreatestLevelThatIsNotOutOfRangeIsUsed(int questions, int level) {
        assertThat(calibration(25, 50, 100).level(questions))
                .map(Calibration.Level::questions)
                .contains(level);
    }

    @Test
    void tooFewQuestionsAreOutOfRange() {
        assertThat(calibration(25, 50).level(19)).isEmpty();
        assertThatThrownBy(() -> calibration()).hasMessageContaining("levels: none");
        assertThatThrownBy(() -> calibration(50, 25)).hasMessageContaining("levels: 25 questions after 50");
        assertThatThrownBy(() -> calibration(25, 25)).hasMessageContaining("levels: ");
    }

    @Test
    void writtenAndReadAgainItIsTheSame() throws JsonFault {
        Calibration calibration = calibration(25, 50);
        byte[] bytes = CalibrationJson.write(calibration).canonical();
        Calibration again = CalibrationJson.read(bytes);

        assertThat(again).isEqualTo(calibration);
        assertThat(CalibrationJson.write(again).canonical()).isEqualTo(bytes);
    }

    @Test
    void theSameCalibrationIsTheSameFile() throws IOException {
        Path one = folder.resolve("one.json.gz");
        Path two = folder.resolve("two.json.gz");
        Calibrations lab = Calibrations.named(Calibrations.LAB);
        lab.write(one);
        Calibrations.named(one.toString()).write(two);

        assertThat(two).hasSameBinaryContentAs(one);
        assertThat(Calibrations.named(two.toString()).source()).isEqualTo(lab.source());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\":\"kinprint.calibration/1\" | \"schema\":\"kinprint.calibration/9\" | schema",
                "[\"S\",0,1,                           | [\"S\",0,7,                           | beyond its range",
                "[\"S\",0,1,                           | [\"S\",0,0,                           | suspect, candidate",
                "[\"S\",0,1,                           | [\"X\",0,1,                           | pairs.kind",
                "[\"S\",0,1,                           | [\"S\",0.5,1,                         | beyond its range",
                "[\"S\",0,1,                           | [\"S\",0,1,7,                         | a row of 11 values",
                "[\"S\",0,1,                           | [\"S\",0,\"1\",                       | not a number",
                "[\"S\",0,1,                           | [\"S\",0,1,1e999,                     | beyond any use",
                "\"pairs\":[[                          | \"pairs\":[{},[                       | not an array",
                "\"channels\":[\"b                     | \"channels\":[\"zz\",\"b               | alphabetical",
                "\"cluster\":2                         | \"cluster\":2.5                       | models.cluster",
                "\"cluster\":2                         | \"cluster\":99999999999               | models.cluster",
                "\"questions\":25                      | \"questions\":75                      | levels: ",
                "\"seed\":-9                           | \"seed\":null                         | seed",
            })
    void aFileThatIsNoCalibrationIsRefusedByName(String part, String instead, String why) throws IOException {
        String text = new String(CalibrationJson.write(calibration(25, 50)).canonical(), StandardCharsets.UTF_8);
        assertThat(text).contains(part.strip());
        Path file = folder.resolve("bad.json.gz");
        Files.write(file, zipped(text.replace(part.strip(), instead.strip())));

        assertThatThrownBy(() -> Calibrations.named(file.toString()))
                .isInstanceOfSatisfying(OperatorError.class, error -> {
                    assertThat(error.where()).isEqualTo(file.toString());
                    assertThat(error.why()).contains(why.strip());
                });
    }

    @Test
    void aFileThatIsCutOrNotZippedOrMissingIsRefused() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.json"), "{}");
        byte[] whole = zipped("{\"schema\":\"kinprint.calibration/1\"}");
        Path cut = Files.write(folder.resolve("cut.json.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        for (Path file : List.of(plain, cut, folder.resolve("none"))) {
            assertThatThrownBy(() -> Calibrations.named(file.toString()))
                    .isInstanceOfSatisfying(OperatorError.class, error -> assertThat(error.where())
                            .isEqualTo(file.toString()));
        }
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void theSameAnswersAreKnownAgainUnderAnotherName() {
        List<Author> authors = Authors.own(4, 21);
        Corpus before = Authors.corpus(authors, 30);
        Corpus after = Authors.corpus(List.of(authors.get(2), Author.own(5)), List.of("alias", "someone"), 30);
        Sketch known = Sketch.of(before, 2);

        assertThat(known.matches(Sketch.of(after, 0))).isTrue();
        assertThat(known.matches(Sketch.of(after, 1))).isFalse();
        assertThat(known.matches(Sketch.of(before, 1))).isFalse();
        assertThat(known.hashes()).hasSizeLessThanOrEqualTo(24).isSorted().allMatch(hash -> hash.length() == 16);
    }

    @Test
    void shortAnswersAreEverybodysAnswers() {
        Corpus.Builder builder = new Corpus.Builder();
        for (String id : List.of("a", "b")) {
            builder.member(new Member(id, Origin.unknown()));
            for (int q = 0; q < 30; q++) {
                builder.question(Authors.question(q))
                        .text(id, Authors.question(q).id(), 0, "The answer is " + q + ".");
            }
        }
        Corpus corpus = builder.build();

        assertThat(Sketch.of(corpus, 0).hashes()).isEmpty();
        assertThat(Sketch.of(corpus, 0).matches(Sketch.of(corpus, 1))).isFalse();
    }

    @Test
    void clustersAreFoundByNameAndBySketch() {
        Sketch sketch = new Sketch(List.of("1", "2", "3", "4", "5", "6", "7"));
        Calibration calibration = new Calibration(
                calibration(25).source(),
                List.of(
                        new Calibration.KnownModel("a", 4, new Sketch(List.of())),
                        new Calibration.KnownModel("b", 5, sketch),
                        new Calibration.KnownModel("c", 6, new Sketch(List.of("1", "2", "3", "4", "5")))),
                calibration(25).levels());

        assertThat(calibration.clustersOf(List.of("a"), List.of())).containsExactly(4);
        assertThat(calibration.clustersOf(List.of("other"), List.of(sketch))).containsExactly(5);
        assertThat(calibration.clustersOf(List.of("other"), List.of())).isEmpty();
    }

    @Test
    void contentNeverDecidesDistilled() {
        assertThatThrownBy(() -> new CalibrationSource(
                        "test", "a corpus", 3, 50, 2, 10, Optional.empty(), List.of("bigrams", "content-ngram"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("content-ngram");
    }
}
