package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a stand-in for Java that says how it was called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src/main/launcher/kinprint");

    @TempDir
    Path folder;

    private Path installed;
    private Path commands;

    @BeforeEach
    void install() throws IOException {
        installed = Files.createDirectories(folder.resolve("with a space")).toRealPath();
        commands = Files.createDirectories(folder.resolve("commands"));
        Files.copy(LAUNCHER, installed.resolve("kinprint"));
        says("java", "printf '%s\\n' \"$@\"; exit 3");
    }

    private void says(String command, String line) throws IOException {
        Path file = Files.writeString(commands.resolve(command), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> started(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", commands + ":" + environment.get("PATH"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("the exit code is Java's").isEqualTo(3);
        return said.lines().toList();
    }

    @Test
    void startsTheJarBesideItWithTheArgumentsAsTheyAre() throws Exception {
        says("getconf", "echo 16");

        assertThat(started(installed.resolve("kinprint"), "judge", "a b", "$HOME", ""))
                .containsExactly("-jar", installed.resolve("kinprint.jar").toString(), "judge", "a b", "$HOME", "");
    }

    @Test
    void findsTheJarWhereALinkLeadsToIt() throws Exception {
        says("getconf", "echo 16");
        Path link = Files.createSymbolicLink(folder.resolve("kinprint"), installed.resolve("kinprint"));

        assertThat(started(link))
                .containsExactly("-jar", installed.resolve("kinprint.jar").toString());
    }

    @Test
    void takesTheSerialCollectorOnTwoCores() throws Exception {
        says("getconf", "echo 2");

        assertThat(started(installed.resolve("kinprint")))
                .containsExactly(
                        "-XX:+UseSerialGC",
                        "-jar",
                        installed.resolve("kinprint.jar").toString());
    }

    @Test
    void canBeRunAsItIsCommitted() {
        assertThat(LAUNCHER).isExecutable();
    }
}
