package dev.kinprint.bench;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a benchmark ran on, and where its result goes. */
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

    /** The most heap that was in use, in MiB, with what was not collected yet. */
    static long peakHeapMiB() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** Begins to watch the heap anew. */
    static void forgetHeap() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Writes a result to a file and prints it. */
    static void write(Path out, Json result) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(out, result.pretty());
        System.out.println(result.pretty());
    }

    /** What the processor calls itself, with the numbers that tell generations apart where a host hides its name. */
    private static String processor() throws IOException {
        return cpu("model name").orElse("unknown")
                + cpu("cpu family").map(family -> ", family " + family).orElse("")
                + cpu("model").map(model -> ", model " + model).orElse("");
    }

    private static Optional<String> cpu(String key) throws IOException {
        if (!Files.isReadable(CPUS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(CPUS)) {
            return lines.map(line -> line.split(":", 2))
                    .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                    .map(parts -> parts[1].strip())
                    .findFirst();
        }
    }
}
