package dev.kinprint.bench;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a benchmark ran on. */
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static Json json() throws IOException {
        return Json.object(
                "processor",
                processor(),
                "cores",
                Runtime.getRuntime().availableProcessors(),
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "java",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPUS)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
