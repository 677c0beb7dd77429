package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs the steps of the example workflows, as their YAML has them, in a clean folder against the lab. */
class WorkflowsTest {
    private static final int SAMPLES = 2;
    private static final long CELLS = 3L * 24 * SAMPLES;
    private static final Path EXAMPLES = Path.of("src", "site", "examples");

    @TempDir
    private Path folder;

    private static RunningLab lab;

    @BeforeAll
    static void serve() throws IOException {
        lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO));
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    /** What an end of a shell leaves behind. */
    private record Ended(int code, String output) {}

    /** A checkout: the audit file with the lab's addresses, and a jar that starts what was compiled. */
    @BeforeEach
    void checkOut() throws IOException {
        List<LabModel> models = lab.lab().models().stream()
                .filter(model -> LabEndpoint.of(model.dialect(), lab.baseUrl())
                        .provider()
                        .equals("openai-compatible"))
                .limit(2)
                .toList();
        assertThat(models).hasSize(2);
        String audit = Files.readString(EXAMPLES.resolve("kinprint.yaml"))
                .replace(
                        "https://api.example.com/v1",
                        LabEndpoint.of(models.get(0).dialect(), lab.baseUrl()).baseUrl())
                .replace("keyEnv: CANDIDATE_KEY", "local: true")
                .replace("acme-2.1", models.get(0).id())
                .replace("acme-2.0", models.get(0).id())
                .replace("other-1", models.get(1).id())
                .replace("samples: 3", "samples: " + SAMPLES)
                .replace("gate:", "judge: { embedder: \"builtin:none\" }\ngate:");
        Files.writeString(folder.resolve("kinprint.yaml"), audit);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.kinprint.cli.Main");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(folder.resolve("kinprint.jar"))) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    private static Object at(Object yaml, Object... path) {
        Object here = yaml;
        for (Object step : path) {
            Object next = step instanceof Integer index ? ((List<?>) here).get(index) : ((Map<?, ?>) here).get(step);
            here = Objects.requireNonNull(next, step.toString());
        }
        return here;
    }

    /** The commands of a job on GitHub; what others' actions do (check out, cache) the folder does by itself. */
    private static List<String> github() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Object step : (List<?>) at(yaml(EXAMPLES.resolve("github-actions.yml")), "jobs", "similarity", "steps")) {
            if (((Map<?, ?>) step).get("run") instanceof String run) {
                commands.add(run);
            }
        }
        return commands;
    }

    private static List<String> gitlab() throws IOException {
        return ((List<?>) at(yaml(EXAMPLES.resolve("gitlab-ci.yml")), "similarity", "script"))
                .stream().map(Object::toString).toList();
    }

    /** Runs the steps until one fails, as build servers do, in one environment. */
    private Ended run(List<String> steps, String key) throws Exception {
        StringBuilder output = new StringBuilder();
        for (String step : steps) {
            ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", step)
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            shell.environment().put("CANDIDATE_KEY", key);
            shell.environment()
                    .put(
                            "GITHUB_STEP_SUMMARY",
                            folder.resolve("step-summary.md").toString());
            shell.environment()
                    .merge(
                            "PATH",
                            Path.of(System.getProperty("java.home"), "bin").toString(),
                            (path, java) -> java + File.pathSeparator + path);
            Process process = shell.start();
            process.getOutputStream().close();
            output.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            if (process.exitValue() != 0) {
                return new Ended(process.exitValue(), output.toString());
            }
        }
        return new Ended(0, output.toString());
    }

    private static long calls() {
        return lab.ledger().byModel().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Another build's machine: the committed files and what the cache holds, and nothing else. */
    private void cleanCheckout(boolean cached) throws IOException {
        for (String left : cached ? List.of("out") : List.of("out", "results")) {
            if (Files.exists(folder.resolve(left))) {
                try (Stream<Path> files = Files.walk(folder.resolve(left))) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** The folder that a workflow keeps from one build to the next. */
    private static String kept() throws IOException {
        return ((List<?>) at(yaml(EXAMPLES.resolve("github-actions.yml")), "jobs", "similarity", "steps"))
                .stream()
                        .filter(step ->
                                String.valueOf(((Map<?, ?>) step).get("uses")).startsWith("actions/cache/"))
                        .map(step -> at(step, "with", "path").toString())
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "the workflows run on Linux, in bash")
    void theWorkflowOfGitHubCollectsOnceChecksAndWorksWithoutAKey() throws Exception {
        Ended bare = run(github(), "");
        assertThat(bare.code()).as(bare.output()).isZero();
        assertThat(bare.output()).contains("There is no key", "Stored answers are not enough", "::warning::");

        long before = calls();
        Ended first = run(github(), "any");
        assertThat(first.code()).as(first.output()).isZero();
        assertThat(calls() - before).isEqualTo(CELLS);
        assertThat(first.output()).contains("There was no baseline", "::warning::Kinprint could not decide");
        assertThat(folder.resolve("baselines/core.json")).exists();

        assertThat(kept()).isEqualTo("results");
        cleanCheckout(true);
        Ended fork = run(github(), "");
        assertThat(fork.code()).as(fork.output()).isZero();
        assertThat(calls() - before).as("stored answers are enough").isEqualTo(CELLS);
        assertThat(fork.output())
                .contains("There is no key", "no call was made", "3 checks: 3 pass")
                .doesNotContain("::warning::");
        assertThat(folder.resolve("out/kinprint.sarif")).exists();
        assertThat(Files.readString(folder.resolve("step-summary.md"))).contains("### Kinprint gate: 3 checks");
    }

    @Test
    @EnabledOnOs(
            value = {OS.LINUX, OS.MAC},
            disabledReason = "the workflows run on Linux, in bash")
    void theWorkflowOfGitLabDoesTheSame() throws Exception {
        Ended without = run(gitlab(), "");
        assertThat(without.code()).as(without.output()).isEqualTo(3);
        assertThat(without.output()).contains("Stored answers are not enough");

        Ended first = run(gitlab(), "any");
        assertThat(first.code()).as(first.output()).isEqualTo(3);
        cleanCheckout(true);
        long before = calls();
        Ended fork = run(gitlab(), "");
        assertThat(fork.code()).as(fork.output()).isZero();
        assertThat(fork.output()).contains("no call was made", "3 pass");
        assertThat(calls()).isEqualTo(before);
        assertThat(at(yaml(EXAMPLES.resolve("gitlab-ci.yml")), "similarity", "cache", "paths"))
                .isEqualTo(List.of("results/"));
        assertThat(at(yaml(EXAMPLES.resolve("gitlab-ci.yml")), "similarity", "allow_failure", "exit_codes"))
                .isEqualTo(3);
        assertThat(folder.resolve("out/junit.xml")).exists();

        cleanCheckout(false);
        assertThat(run(gitlab(), "").code()).as("without the cache").isEqualTo(3);
    }

    @Test
    void ourOwnBuildRunsTheCommandsOfTheReadme() throws IOException {
        Object jobs = at(yaml(Path.of(".github", "workflows", "ci.yml")), "jobs");
        String verify = at(jobs, "verify", "steps").toString();
        String readme = Files.readString(Path.of("README.md"));
        for (String command : List.of("mvn -q compile exec:java", "mvn -q verify")) {
            assertThat(readme).contains("```\n" + command + "\n```");
            assertThat(verify).contains("run=" + command);
        }
        assertThat(at(jobs, "verify", "strategy", "matrix", "java")).isEqualTo(List.of("17", "25"));
        assertThat(at(jobs, "without-a-browser", "strategy", "matrix", "os"))
                .isEqualTo(List.of("windows-latest", "macos-latest"));
    }
}
