package dev.kinprint.bench;

import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Embedders;
import dev.kinprint.embed.Progress;
import dev.kinprint.json.Json;
import dev.kinprint.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The memory of the process while many texts are embedded, all different: what ONNX Runtime and the tokenizer take
 * outside the heap shows in the resident set only. Lengths are mixed, so that buffers of every size come and go.
 */
final class EmbeddingMemory {
    private static final int SLICES = 20;
    private static final int LONG_ONE_IN = 50;
    private static final int SHORT_CHARACTERS = 80;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Path out;
    private final int texts;

    EmbeddingMemory(Path out, int texts) {
        this.out = out;
        this.texts = texts;
    }

    void run() throws IOException {
        List<String> answers = answers();
        List<Json> rows = new ArrayList<>();
        try (Embedder embedder = Embedders.builtin(Files.createTempDirectory("kinprint-bench"))) {
            for (int slice = 0; slice < SLICES; slice++) {
                int from = (int) ((long) texts * slice / SLICES);
                int to = (int) ((long) texts * (slice + 1) / SLICES);
                long start = System.nanoTime();
                embedder.embed(
                        IntStream.range(from, to)
                                .mapToObj(i -> text(i, answers))
                                .toList(),
                        Progress.silent());
                double seconds = (System.nanoTime() - start) / 1e9;
                Machine.forgetHeap();
                rows.add(Json.object(
                        "texts",
                        to,
                        "seconds",
                        seconds,
                        "residentMiB",
                        residentMiB(),
                        "heapMiB",
                        Machine.peakHeapMiB()));
                System.out.println(rows.get(rows.size() - 1).pretty());
            }
        }
        Machine.write(out, Json.object("machine", Machine.json(), "slices", Json.array(rows)));
    }

    private static List<String> answers() {
        Lab lab = Lab.world(1);
        return lab.models().stream()
                .flatMap(model -> Lab.trainingPrompts().stream().map(prompt -> lab.answer(model.id(), prompt, 0)))
                .filter(answer -> !answer.isBlank())
                .toList();
    }

    private static String text(int number, List<String> answers) {
        String answer = answers.get(number % answers.size());
        boolean whole = number % LONG_ONE_IN == 0;
        return number + " " + (whole ? answer : answer.substring(0, Math.min(answer.length(), SHORT_CHARACTERS)));
    }

    private static long residentMiB() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    >> 10;
        }
    }
}
