package dev.kinprint.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The benchmarks' command line: one word says what is measured, or {@code micro} with what JMH takes. */
public final class BenchMain {
    private static final String USAGE = """
            usage: java -jar kinprint-bench.jar embedding OUT.json [NODE_FOLDER]
                   java -jar kinprint-bench.jar embedding-memory OUT.json TEXTS
                   java -jar kinprint-bench.jar collection OUT.json CALLS
                   java -jar kinprint-bench.jar judging OUT.json CORPUS [PEER...]
                   java -jar kinprint-bench.jar scale-judging OUT.json
                   java -jar kinprint-bench.jar scale-importing OUT.json
                   java -jar kinprint-bench.jar start OUT.json JAR
                   java -jar kinprint-bench.jar micro [JMH OPTIONS]
            NODE_FOLDER holds node_modules with @huggingface/transformers; without it that peer is left out.
            CORPUS holds outputs, PEER is a command that does the same work on them.
            JAR is the tool, with the launcher beside it.""";

    private BenchMain() {}

    /** Runs a benchmark. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String which = args.length == 0 ? "" : args[0];
        if (which.equals("embedding") && (args.length == 2 || args.length == 3)) {
            Optional<Path> node = args.length == 3 ? Optional.of(Path.of(args[2])) : Optional.empty();
            new EmbeddingRace(Path.of(args[1]), node).run();
        } else if (which.equals("embedding-memory") && args.length == 3) {
            new EmbeddingMemory(Path.of(args[1]), Integer.parseInt(args[2])).run();
        } else if (which.equals("collection") && args.length == 3) {
            new CollectionBench(Path.of(args[1]), Integer.parseInt(args[2])).run();
        } else if (which.equals("judging") && args.length >= 3) {
            List<String> peer = List.of(args).subList(3, args.length);
            new JudgingRace(Path.of(args[1]), Path.of(args[2]), peer).run();
        } else if (which.equals("scale-judging") && args.length == 2) {
            new ScaleBench(Path.of(args[1])).judging();
        } else if (which.equals("scale-importing") && args.length == 2) {
            new ScaleBench(Path.of(args[1])).importing();
        } else if (which.equals("start") && args.length == 3) {
            new StartBench(Path.of(args[1]), Path.of(args[2])).run();
        } else if (which.equals("micro")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(args, 1, args.length));
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }
}
