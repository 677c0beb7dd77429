package dev.kinprint.bench;

import com.sun.net.httpserver.HttpServer;
import dev.kinprint.archive.Archive;
import dev.kinprint.collect.CollectListener;
import dev.kinprint.collect.CollectOptions;
import dev.kinprint.collect.CollectSummary;
import dev.kinprint.collect.Collector;
import dev.kinprint.collect.Plan;
import dev.kinprint.collect.PlanOptions;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings;
import dev.kinprint.suite.Limits;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.ProbeSource;
import dev.kinprint.suite.RunSettings;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Turn;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Collects from a server on loopback that takes 200 ms for each answer and sets no limit, 64 calls at once, into an
 * archive on disk. The ideal is a server that is never idle. The processor time holds the server's share too.
 */
final class CollectionBench {
    private static final int LATENCY = 200;
    private static final int CONCURRENCY = 64;
    private static final byte[] ANSWER = """
            {"id":"a","model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",\
            "content":"Bread rises because yeast makes gas, and the dough holds it."}}],\
            "usage":{"prompt_tokens":10,"completion_tokens":14}}""".getBytes(StandardCharsets.UTF_8);

    private final Path out;
    private final int calls;

    CollectionBench(Path out, int calls) {
        this.out = out;
        this.calls = calls;
    }

    void run() throws IOException {
        Path file = Files.createTempDirectory("kinprint-bench").resolve("archive.sqlite");
        ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        // Without it the server waits for an acknowledgement between headers and body, some 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CONCURRENCY);
        server.setExecutor(readers);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            late.schedule(
                    () -> {
                        exchange.getResponseHeaders().add("content-type", "application/json");
                        exchange.sendResponseHeaders(200, ANSWER.length);
                        try (OutputStream body = exchange.getResponseBody()) {
                            body.write(ANSWER);
                        }
                        return exchange;
                    },
                    LATENCY,
                    TimeUnit.MILLISECONDS);
        });
        server.start();
        try (Archive archive = Archive.create(file)) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
            Audit audit = audit(url);
            Plan plan =
                    Plan.of(audit, probes(calls), new PlanOptions(false, Map.of(), Set.of(), n -> Optional.empty()));
            long cpu = cpu();
            long start = System.nanoTime();
            CollectSummary summary =
                    new Collector(archive, plan, audit.limits(), CollectOptions.DEFAULT, CollectListener.SILENT).run();
            double seconds = (System.nanoTime() - start) / 1e9;
            double spent = (cpu() - cpu) / 1e9;
            double ideal = calls * (LATENCY / 1e3) / CONCURRENCY;
            Json result = Json.object(
                    "machine", Machine.json(),
                    "calls", calls,
                    "stored", summary.stored(),
                    "concurrency", CONCURRENCY,
                    "latencyMillis", LATENCY,
                    "seconds", seconds,
                    "idealSeconds", ideal,
                    "shareOfIdeal", ideal / seconds,
                    "processorMillisPerCall", spent * 1e3 / calls);
            Machine.write(out, result);
        } finally {
            server.stop(0);
            readers.shutdownNow();
            late.shutdownNow();
            Files.deleteIfExists(file);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Audit audit(String url) {
        Subject subject = new Subject(
                "a",
                Subject.Role.PANEL,
                "openai-compatible",
                "m",
                Optional.of(url),
                Optional.empty(),
                true,
                Origin.unknown(),
                new TreeMap<>(),
                new TreeMap<>());
        JudgeSettings.Part usual = new JudgeSettings.Part.Builtin("default");
        return new Audit(
                new RunSettings("bench", Optional.of(1), 7, Path.of("results")),
                new Limits(Optional.empty(), Optional.empty(), Optional.empty(), CONCURRENCY),
                List.of(subject),
                List.of(),
                new TreeMap<>(),
                List.of(new ProbeSource.Builtin("quick")),
                new JudgeSettings(usual, usual, List.of(), List.of()),
                List.of());
    }

    private static List<Probe> probes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Probe(
                        "p" + i,
                        Probe.Category.OPEN,
                        "en",
                        "to be counted",
                        List.of(new Turn(Turn.Speaker.USER, "Why does bread rise, for the time " + i + "?")),
                        100,
                        1,
                        Optional.empty()))
                .toList();
    }
}
