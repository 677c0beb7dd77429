package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SilentLoggingTest {
    /** In a process of its own, because a log manager cannot be made anew. */
    @Test
    void whatALibraryLogsIsNotHeard() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Talkative.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(said).startsWith("kinprint ").doesNotContain("what a vendor sent");
    }

    /** A library that logs while a command runs. */
    static final class Talkative {
        private Talkative() {}

        public static void main(String[] args) {
            Main.run("--version");
            Logger.getLogger("library").severe("what a vendor sent");
        }
    }
}
