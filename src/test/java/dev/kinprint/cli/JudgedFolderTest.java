package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.channel.Authors;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judged run leaves behind, and what of it is told to whom. */
class JudgedFolderTest {
    private static final int MODELS = 14;
    private static final int QUESTIONS = 14;
    private static final String CHANNELS =
            "content-ngram,function-words,bigrams,style-first,style-rest,openings,closings,format,overrepresented";

    @TempDir
    private static Path folder;

    private static String run = "";

    @BeforeAll
    static void judgeOnce() throws IOException {
        Corpus corpus = Authors.corpus(Authors.own(MODELS, 7), QUESTIONS);
        List<String> lines = new ArrayList<>();
        for (int m = 0; m < MODELS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                lines.add(new String(
                        Json.object(
                                        "model", name(m),
                                        "probe", corpus.questions().get(q).id(),
                                        "prompt", corpus.questions().get(q).prompt(),
                                        "sample", 0,
                                        "text",
                                                "Xyloquent zanzibarine opening. "
                                                        + corpus.texts(m, q).get(0) + " So ends my quibblefax.")
                                .canonical(),
                        StandardCharsets.UTF_8));
            }
        }
        Path source = Files.writeString(folder.resolve("answers.jsonl"), String.join("\n", lines) + "\n");
        run = folder.resolve("run").toString();
        Screen imported = Screen.log();
        assertThat(imported.run("import", source.toString(), "--into", run))
                .as(imported.notes())
                .isZero();
        judge(Path.of(run));
    }

    private static String name(int model) {
        return "zebrafinch-" + model;
    }

    private static Screen judge(Path out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "judge",
                run,
                "--suspect",
                name(3),
                "--candidate",
                name(8),
                "--candidate",
                name(9),
                "--channels",
                CHANNELS,
                "--out",
                out.toString()));
        words.addAll(List.of(more));
        Screen screen = Screen.log();
        assertThat(screen.run(words.toArray(String[]::new))).as(screen.notes()).isIn(Exit.OK, Exit.INSUFFICIENT);
        return screen;
    }

    @Test
    void withoutNamesAndTextsNoFileHoldsEither() throws IOException {
        Path out = folder.resolve("shared");
        Screen screen = judge(out, "--no-text", "--mask-names", "--ablations", "no-markdown,content-words");
        assertThat(screen.notes()).contains("A = " + name(3));
        Set<String> said = words();
        assertThat(said).contains("xyloquent", "zanzibarine", "quibblefax");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toString()).doesNotContain("zebrafinch");
                String text = Files.readString(file);
                assertThat(text).as(file.toString()).doesNotContain("zebrafinch");
                Set<String> found = new TreeSet<>(
                        List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")));
                found.retainAll(said);
                assertThat(found).as("words of answers in " + file).isEmpty();
            }
        }
        assertThat(Files.readString(out.resolve("scores.csv"))).contains("\n\"A\",\"B\",\"S\",");
        assertThat(out.resolve(JudgingRecord.FILE)).doesNotExist();
    }

    /** The words of the answers that the report itself has no use for. */
    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String line : Files.readAllLines(folder.resolve("answers.jsonl"))) {
            String text = line.substring(line.indexOf("\"text\""));
            words.addAll(List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^a-z]+")));
        }
        words.removeIf(word -> word.length() < 5);
        Set<String> ours = new TreeSet<>();
        for (Class<?> known : List.of(dev.kinprint.report.Report.class)) {
            try (var in = java.util.Objects.requireNonNull(known.getResourceAsStream("report.css"))) {
                ours.addAll(List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .toLowerCase(java.util.Locale.ROOT)
                        .split("[^a-z]+")));
            }
        }
        words.removeAll(ours);
        words.removeAll(Set.of("opening", "text", "probe", "prompt", "model", "sample"));
        return words;
    }

    @Test
    void namesAreNotMaskedBesideTheArchiveThatHoldsThem() {
        Screen screen = Screen.log();
        assertThat(screen.run("judge", run, "--suspect", name(3), "--channels", CHANNELS, "--mask-names"))
                .isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("--mask-names", "--out");
    }

    @Test
    void showsAPairWithItsVerdictsAndEveryChannel() {
        Screen screen = Screen.log();
        assertThat(screen.run("show", run, name(8), "--beside", name(3)))
                .as(screen.notes())
                .isZero();
        assertThat(screen.answers())
                .contains("suspect    " + name(3), "candidate  " + name(8), "same", "derived", "distilled")
                .containsPattern("content-ngram +-?\\d\\.\\d{3} +-?\\d+\\.\\d\\d");
        assertThat(screen.answers()).contains("bigrams", "format", "overrepresented", "style-rest");
        assertThat(screen.answers().lines()).allMatch(line -> line.length() <= 130);
        Screen none = Screen.log();
        assertThat(none.run("show", run, name(3), "--beside", name(4))).isEqualTo(Exit.USAGE);
        assertThat(none.notes()).contains("This pair was not judged");
    }

    @Test
    void theAnswerOfJudgingIsOneJsonDocument() throws JsonFault {
        Json answer = Json.parse(
                judge(folder.resolve("json"), "--json", "-").answers().getBytes(StandardCharsets.UTF_8),
                JsonLimits.FILE);
        assertThat(answer.at("command").text()).contains("judge");
        assertThat(answer.at("data").at("verdicts").items()).hasSize(6);
        assertThat(answer.at("data").at("verdicts").at(0).at("suspect").text()).contains(name(3));
    }
}
