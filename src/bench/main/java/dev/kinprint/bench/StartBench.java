package dev.kinprint.bench;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long commands take from their start to their end, as whoever types them waits for them; in turns. */
final class StartBench {
    private static final int STARTS = 21;
    private static final int DEMOS = 5;

    private final Path out;
    private final Path jar;
    private final Path launcher;

    /**
     * Prepares it.
     *
     * @param jar the tool's jar, beside which the launcher lies
     */
    StartBench(Path out, Path jar) {
        this.out = out;
        this.jar = jar.toAbsolutePath();
        this.launcher = this.jar.resolveSibling("kinprint");
    }

    void run() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> byJar = List.of(java, "-jar", jar.toString());
        Map<String, List<String>> starts = new LinkedHashMap<>();
        starts.put("java -version", List.of(java, "-version"));
        starts.put("java -jar kinprint.jar --help", with(byJar, "--help"));
        starts.put("kinprint --help", List.of(launcher.toString(), "--help"));
        Map<String, List<String>> demos = new LinkedHashMap<>();
        demos.put("java -jar kinprint.jar demo", with(byJar, "demo"));
        demos.put("kinprint demo", List.of(launcher.toString(), "demo"));
        Map<String, Object> found = new TreeMap<>();
        found.putAll(inTurns(starts, STARTS));
        found.putAll(inTurns(demos, DEMOS));
        Machine.write(out, Json.object("machine", Machine.json(), "commands", Json.of(found)));
    }

    private static List<String> with(List<String> command, String argument) {
        List<String> whole = new ArrayList<>(command);
        whole.add(argument);
        return List.copyOf(whole);
    }

    /** Runs each command so many times, all of them once before any of them again. */
    private static Map<String, Object> inTurns(Map<String, List<String>> commands, int times)
            throws IOException, InterruptedException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int turn = 0; turn < times; turn++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                seconds.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                        .add(seconds(command.getValue()));
            }
        }
        Map<String, Object> found = new TreeMap<>();
        seconds.forEach((name, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            found.put(
                    name,
                    Json.object("times", times, "secondsMedian", sorted.get(times / 2), "secondsLeast", sorted.get(0)));
        });
        return found;
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kinprint-bench");
        long start = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
        return seconds;
    }
}
