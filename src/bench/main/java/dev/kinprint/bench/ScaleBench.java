package dev.kinprint.bench;

import dev.kinprint.archive.Archive;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.compare.Comparison;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.ingest.Outputs;
import dev.kinprint.json.Json;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How time and memory grow with the number of models that are compared, and with the number of answers that are
 * imported and read back. Texts are the lab's. The heap that is stated was in use at the most, with what had not been
 * collected yet; the virtual machine's limit bounds it.
 */
final class ScaleBench {
    private static final int QUESTIONS = 200;
    private static final int[] MODELS = {250, 500, 1_000};
    private static final int[] ANSWERS = {100_000, 1_000_000, 5_000_000};
    private static final int ANSWERS_A_MODEL = 5_000;
    private static final int SAMPLES = 10;

    private final Path out;

    ScaleBench(Path out) {
        this.out = out;
    }

    /** All pairs of up to 1,000 models on 200 questions. */
    void judging() throws IOException {
        List<Json> rows = new ArrayList<>();
        for (int models : MODELS) {
            Corpus corpus = corpus(models);
            Machine.forgetHeap();
            long start = System.nanoTime();
            Comparison comparison = Comparison.of(Channels.fit(Material.of(corpus), JudgingRace.CHANNELS), 1);
            double seconds = (System.nanoTime() - start) / 1e9;
            long scored = comparison.channels().size();
            rows.add(Json.object(
                    "models",
                    models,
                    "questions",
                    QUESTIONS,
                    "channels",
                    scored,
                    "seconds",
                    seconds,
                    "peakHeapMiB",
                    Machine.peakHeapMiB()));
            System.out.println(rows.get(rows.size() - 1).pretty());
        }
        Machine.write(out, Json.object("machine", Machine.json(), "judging", Json.array(rows)));
    }

    private static Corpus corpus(int models) {
        Corpus.Builder corpus = new Corpus.Builder();
        List<String> prompts = Lab.trainingPrompts().subList(0, QUESTIONS);
        for (int q = 0; q < QUESTIONS; q++) {
            corpus.question(new Question("q" + q, Probe.Category.OPEN, prompts.get(q), Optional.empty()));
        }
        for (int made = 0, world = 1; made < models; world++) {
            Lab lab = Lab.world(world);
            for (LabModel model : lab.models()) {
                if (made++ < models) {
                    String id = "w" + world + "-" + model.id();
                    corpus.member(new Member(id, Origin.unknown()));
                    for (int q = 0; q < QUESTIONS; q++) {
                        corpus.text(id, "q" + q, 0, lab.answer(model.id(), prompts.get(q), 0));
                    }
                }
            }
        }
        return corpus.build();
    }

    /** Up to five million answers, imported into an archive on disk, which is opened anew and read from end to end. */
    void importing() throws IOException {
        Path folder = Files.createTempDirectory("kinprint-bench");
        List<String> texts = texts();
        List<Json> rows = new ArrayList<>();
        for (int answers : ANSWERS) {
            Path file = folder.resolve("responses.jsonl");
            write(file, answers, texts);
            Path archived = folder.resolve("archive-" + answers + ".sqlite");
            Machine.forgetHeap();
            long start = System.nanoTime();
            try (Archive archive = Archive.create(archived)) {
                Outputs.scan(file).into(archive, Instant.EPOCH);
            }
            double importing = (System.nanoTime() - start) / 1e9;
            AtomicLong read = new AtomicLong();
            AtomicLong bytes = new AtomicLong();
            start = System.nanoTime();
            try (Archive archive = Archive.openReadOnly(archived)) {
                archive.forEach(exchange -> {
                    read.incrementAndGet();
                    bytes.addAndGet(exchange.reply().orElseThrow().body().size());
                });
            }
            rows.add(Json.object(
                    "answers",
                    read.get(),
                    "archiveMiB",
                    Files.size(archived) >> 20,
                    "importSeconds",
                    importing,
                    "readSeconds",
                    (System.nanoTime() - start) / 1e9,
                    "readMiB",
                    bytes.get() >> 20,
                    "peakHeapMiB",
                    Machine.peakHeapMiB()));
            System.out.println(rows.get(rows.size() - 1).pretty());
            Files.delete(file);
            Files.delete(archived);
        }
        Machine.write(out, Json.object("machine", Machine.json(), "importing", Json.array(rows)));
    }

    private static List<String> texts() {
        Lab lab = Lab.world(1);
        String model = lab.models().get(0).id();
        return Lab.trainingPrompts().stream()
                .map(prompt -> lab.answer(model, prompt, 0))
                .toList();
    }

    private static void write(Path file, int answers, List<String> texts) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < answers; i++) {
                int inModel = i % ANSWERS_A_MODEL;
                String probe = "p" + inModel / SAMPLES;
                Json line = Json.object(
                        "model", "m" + i / ANSWERS_A_MODEL,
                        "probe", probe,
                        "prompt", "Question " + probe,
                        "sample", inModel % SAMPLES,
                        "text", i + " " + texts.get(i % texts.size()));
                out.write(new String(line.canonical(), StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }
}
