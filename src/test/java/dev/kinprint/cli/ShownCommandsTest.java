package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that the README and the site show is run, in one folder and in an order in which each finds what it
 * needs: plans and runs before what reads them. What differs from the text is only where the models are (on loopback),
 * whose answers the corpus holds, and what {@link #here} says.
 */
class ShownCommandsTest {
    /** Commands that are no command of the tool's first jar, by their beginning, with the reason why they are not run. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "mvn ", "it builds the tool and runs this test",
            "git clone ", "it needs the network",
            "spark-submit ", "it needs a cluster",
            "java -jar target/kinprint-trace.jar ", "it is of the second jar, whose own tests run its commands");

    /** Commands that end with another code than 0 here, by their beginning. */
    private static final Map<String, Integer> ENDS = Map.of(
            "gate results/release --baseline baselines/core.json --junit", Exit.INSUFFICIENT, // it writes the baseline
            "judge results/background", Exit.INSUFFICIENT, // three models are no background
            "watch results/nightly", Exit.INSUFFICIENT); // ten answers in the first night

    /** What has no example in the documentation, and must be seen as wrong here. */
    private static final List<String> MISSPELT = List.of("gate", "results/release", "--baselin", "baselines/core.json");

    /** What the commands leave behind, as the documentation says. */
    private static final List<String> LEFT = List.of(
            "results/first-audit/report.html",
            "seal.key",
            "first-audit.zip",
            "baselines/core.json",
            "out/junit.xml",
            "out/summary.md",
            "out/kinprint.sarif",
            "out/gate.json",
            "known.library.gz",
            "production.history.json",
            "figures.json",
            "results/background/archive.sqlite");

    @TempDir
    private Path folder;

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.list(Path.of("src", "site", "markdown"))) {
            files.sorted().forEach(pages::add);
        }
        return pages;
    }

    /** The commands in the order in which they are run; each once. */
    private static Map<String, List<String>> commands() throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Path page : pages()) {
            for (List<String> command : ShownCommands.of(page)) {
                found.put(String.join(" ", command), command);
            }
        }
        Map<String, List<String>> commands = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> turn(entry.getKey())))
                .forEach(entry -> commands.put(entry.getKey(), entry.getValue()));
        return commands;
    }

    /** Plans come first, then runs, then what reads them. */
    private static int turn(String command) {
        if (command.startsWith("plan ")) {
            return 0;
        }
        return command.startsWith("run ") && !command.contains("--offline") ? 1 : 2;
    }

    /** A command as it is typed here. */
    private static List<String> here(List<String> command) {
        List<String> typed = new ArrayList<>(command);
        int authority = typed.indexOf("--tsa");
        if (authority >= 0) {
            // It is asked over the network; the tests of custody ask one of their own.
            typed.subList(authority, authority + 2).clear();
        }
        typed.replaceAll(word -> word.equals("MCowBQYDK2VwAyEA...") ? Typed.PUBLIC_KEY : word);
        if (String.join(" ", typed).startsWith("run audit.yaml")) {
            // The pages judge it with a command of its own; once is enough.
            typed.add("--no-judge");
        }
        return typed;
    }

    @Test
    void everyCommandShownRuns() throws Exception {
        Map<String, List<String>> commands = commands();
        assertThat(commands).hasSizeGreaterThan(20);
        List<String> typed = new ArrayList<>();
        commands.values().forEach(command -> typed.add(String.join(Typed.ARGUMENT, here(command))));
        // The run that the gate compares is the one that the example workflows collect.
        typed.add(0, String.join(Typed.ARGUMENT, "run", "kinprint.yaml", "--no-judge", "--yes", "--budget-usd", "2"));
        typed.add(String.join(Typed.ARGUMENT, MISSPELT));
        Path file = Files.write(folder.resolve("typed"), typed);
        Path ended = folder.resolve("ended");
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            ShownWorld.in(folder, lab);
            Process process = typing(file, ended).start();
            boolean done = process.waitFor(3, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(done).as(Files.readString(ended)).isTrue();
        }
        List<String> outcomes = List.of(Files.readString(ended).split(Typed.END, -1));
        assertThat(outcomes).as("each ends with the mark").hasSize(typed.size() + 1);
        List<String> wrong = new ArrayList<>();
        int at = 1;
        for (String command : commands.keySet()) {
            String outcome = outcomes.get(at++);
            if (code(outcome) != expected(command)) {
                wrong.add("kinprint " + command + " -> " + outcome.replace(Typed.ARGUMENT, "\n"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(code(outcomes.get(at))).as("the misspelt one").isEqualTo(Exit.USAGE);
        assertThat(LEFT).allSatisfy(left -> assertThat(folder.resolve(left)).exists());
    }

    private static int code(String outcome) {
        return Integer.parseInt(outcome.substring(0, outcome.indexOf(Typed.ARGUMENT)));
    }

    private static int expected(String command) {
        return ENDS.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(Exit.OK);
    }

    private ProcessBuilder typing(Path file, Path ended) {
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Typed.class.getName(),
                        file.toString(),
                        ended.toString())
                .directory(folder.toFile())
                .inheritIO();
        process.environment().put("KINPRINT_CACHE", folder.resolve("cache").toString());
        return process;
    }

    @Test
    void whatIsNotRunHasAReason() throws IOException {
        for (Path page : pages()) {
            List<String> left = ShownCommands.lines(page).stream()
                    .filter(line -> line.matches("(mvn|git|java|kinprint|spark-submit|docker|pip|npm|curl) .*"))
                    .filter(line -> !line.startsWith("java -jar target/kinprint.jar ") && !line.startsWith("kinprint "))
                    .filter(line -> NOT_RUN.keySet().stream().noneMatch(line::startsWith))
                    .collect(Collectors.toList());
            assertThat(left).as(page.toString()).isEmpty();
        }
    }
}
