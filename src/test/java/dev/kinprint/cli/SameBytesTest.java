package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.channel.Authors;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same answers give the same bytes, on whatever machine and in whatever order they are stored. */
class SameBytesTest {
    private static final int MODELS = 13;
    private static final int QUESTIONS = 14;

    /** Language, country, time zone, character set and number of cores, each as a machine may have them. */
    private static final List<List<String>> MACHINES = List.of(
            List.of("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC", "-XX:ActiveProcessorCount=1"),
            List.of(
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Kathmandu",
                    "-XX:ActiveProcessorCount=3"),
            List.of(
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=America/St_Johns",
                    "-Dfile.encoding=ISO-8859-1",
                    "-XX:ActiveProcessorCount=7"));

    @TempDir
    private Path folder;

    @Test
    void judgingGivesTheSameBytesEverywhere() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        Corpus corpus = Authors.corpus(Authors.own(MODELS, 7), QUESTIONS);
        for (int m = 0; m < MODELS; m++) {
            for (int q = 0; q < QUESTIONS; q++) {
                lines.add(new String(
                        Json.object(
                                        "model", corpus.members().get(m).id(),
                                        "probe", corpus.questions().get(q).id(),
                                        "prompt", corpus.questions().get(q).prompt(),
                                        "sample", 0,
                                        "text", corpus.texts(m, q).get(0) + " Iğdır, İ, ß.")
                                .canonical(),
                        StandardCharsets.UTF_8));
            }
        }
        List<Child> children = new ArrayList<>();
        for (int k = 0; k < MACHINES.size(); k++) {
            Path machine = Files.createDirectory(folder.resolve("machine-" + k));
            Path file = machine.resolve("answers.jsonl");
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
            children.add(Child.start(
                    machine,
                    MACHINES.get(k),
                    "judge",
                    "--corpus",
                    "answers.jsonl",
                    "--suspect",
                    "m003",
                    "--candidate",
                    "m008",
                    "--channels",
                    "content-ngram,function-words,bigrams,openings,closings,overrepresented,inventions,format,edit,verbatim",
                    "--out",
                    "out"));
            // The next machine stores the same answers in another order.
            Collections.shuffle(lines, new Random(k));
        }
        for (Child child : children) {
            assertThat(child.process().waitFor(120, TimeUnit.SECONDS))
                    .as(child.said())
                    .isTrue();
            assertThat(child.process().exitValue()).as(child.said()).isIn(Exit.OK, Exit.INSUFFICIENT);
        }
        for (int k = 1; k < MACHINES.size(); k++) {
            for (String name : List.of("scores.csv", "result.json", "report.html")) {
                assertThat(written(k, name))
                        .as("%s on %s", name, MACHINES.get(k))
                        .isEqualTo(written(0, name));
            }
        }
        assertThat(written(0, "scores.csv")).contains("m003").contains("overrepresented");
    }

    /** What was written; the hash of the source file, which holds the lines in their order, is left out. */
    private String written(int machine, String name) throws IOException {
        return Files.readString(
                        folder.resolve("machine-" + machine).resolve("out").resolve(name), StandardCharsets.UTF_8)
                .replaceAll("[0-9a-f]{64}", "HASH");
    }
}
