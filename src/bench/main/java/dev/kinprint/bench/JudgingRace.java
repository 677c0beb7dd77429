package dev.kinprint.bench;

import dev.kinprint.archive.Archive;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.compare.Comparison;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.ingest.Outputs;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares all pairs of models of a corpus on six channels of wording, style and layout, and runs a peer on the same
 * corpus in the same run. Measured is the way from texts in memory to the normalised scores of all pairs, once, in a
 * young virtual machine: what its compiler does meanwhile counts. Reading the corpus is measured apart. Parts of the
 * corpus, measured later, show how the time grows.
 */
final class JudgingRace {
    static final List<String> CHANNELS =
            List.of("content-ngram", "function-words", "bigrams", "openings", "closings", "format");

    private static final double[] PARTS = {0.25, 0.5, 1};

    private final Path out;
    private final Path source;
    private final List<String> peer;

    /**
     * Prepares it.
     *
     * @param peer the command that does the peer's work on the same corpus; none for no peer
     */
    JudgingRace(Path out, Path source, List<String> peer) {
        this.out = out;
        this.source = source;
        this.peer = List.copyOf(peer);
    }

    void run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Corpus corpus = read();
        double reading = since(start);
        double judging = judge(corpus);
        long heap = Machine.peakHeapMiB();
        Optional<Finished> finished = peer.isEmpty() ? Optional.empty() : Optional.of(Finished.of(peer));
        Json result = Json.object(
                "machine",
                Machine.json(),
                "corpus",
                Json.object(
                        "models",
                        corpus.members().size(),
                        "questions",
                        corpus.questions().size(),
                        "answers",
                        corpus.size()),
                "channels",
                Json.array(CHANNELS),
                "readingSeconds",
                reading,
                "judgingSeconds",
                judging,
                "peakHeapMiB",
                heap,
                "peer",
                finished.map(other -> Json.object(
                        "command",
                        other.command(),
                        "seconds",
                        other.seconds(),
                        "lastLine",
                        other.lastLine(),
                        "timesAsLong",
                        other.seconds() / judging,
                        "timesAsLongWithReading",
                        other.seconds() / (reading + judging))),
                "byQuestions",
                Json.array(growth(corpus, true)),
                "byModels",
                Json.array(growth(corpus, false)));
        Machine.write(out, result);
    }

    private Corpus read() {
        try (Archive archive = Archive.inMemory()) {
            Outputs.scan(source).into(archive, Instant.EPOCH);
            return Corpus.read(archive);
        }
    }

    private static double judge(Corpus corpus) {
        long start = System.nanoTime();
        Comparison comparison = Comparison.of(Channels.fit(Material.of(corpus), CHANNELS), 1);
        double seconds = since(start);
        if (!comparison.channels().containsAll(CHANNELS)) {
            throw new IllegalStateException("a channel is missing: " + comparison.channels());
        }
        return seconds;
    }

    private static List<Json> growth(Corpus corpus, boolean byQuestions) {
        int members = corpus.members().size();
        int questions = corpus.questions().size();
        List<Json> rows = new ArrayList<>();
        for (double part : PARTS) {
            int keptMembers = byQuestions ? members : (int) (members * part);
            int keptQuestions = byQuestions ? (int) (questions * part) : questions;
            double seconds = judge(corpus.restrict(spread(members, keptMembers), spread(questions, keptQuestions)));
            rows.add(Json.object("models", keptMembers, "questions", keptQuestions, "seconds", seconds));
        }
        return rows;
    }

    /** Some of so many places, evenly spread. */
    private static List<Integer> spread(int all, int kept) {
        return IntStream.range(0, kept)
                .mapToObj(i -> (int) ((long) i * all / kept))
                .toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** A command that ran to its end. */
    private record Finished(String command, double seconds, String lastLine) {
        static Finished of(List<String> command) throws IOException, InterruptedException {
            Path said = Files.createTempFile("kinprint-bench", ".txt");
            try {
                long start = System.nanoTime();
                int exit = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
                double seconds = since(start);
                List<String> lines = Files.readAllLines(said);
                lines.forEach(System.out::println);
                if (exit != 0 || lines.isEmpty()) {
                    throw new IOException(String.join(" ", command) + " ended with " + exit);
                }
                // Where its files lie on this machine is nobody's business.
                String names = String.join(
                        " ",
                        command.stream()
                                .map(word -> String.valueOf(Path.of(word).getFileName()))
                                .toList());
                return new Finished(names, seconds, lines.get(lines.size() - 1));
            } finally {
                Files.delete(said);
            }
        }
    }
}
