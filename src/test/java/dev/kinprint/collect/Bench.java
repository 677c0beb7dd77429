package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings;
import dev.kinprint.suite.Limits;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.ProbeSource;
import dev.kinprint.suite.RunSettings;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import okhttp3.Dns;

/** Small audits against servers on loopback. */
final class Bench {
    static final Wire.Timeouts QUICK =
            new Wire.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(8), 64 << 10);
    static final PlanOptions NO_KEYS = new PlanOptions(false, Map.of(), Set.of(), name -> Optional.empty());

    private Bench() {}

    /** A model on this machine that speaks OpenAI's dialect, by the name m. */
    static Subject local(String id, String url) {
        return subject(id, "openai-compatible", Optional.of(url), Optional.empty(), true);
    }

    static Subject subject(String id, String provider, Optional<String> url, Optional<String> keyEnv, boolean local) {
        return new Subject(
                id,
                Subject.Role.PANEL,
                provider,
                "m",
                url,
                keyEnv,
                local,
                Origin.unknown(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    static Audit audit(int samples, Subject... subjects) {
        return new Audit(
                new RunSettings("bench", Optional.of(samples), 7, Path.of("results")),
                limits(4),
                List.of(subjects),
                List.of(),
                new TreeMap<>(Map.of("temperature", "0.7")),
                List.of(new ProbeSource.Builtin("quick")),
                new JudgeSettings(
                        new JudgeSettings.Part.Builtin("default"),
                        new JudgeSettings.Part.Builtin("default"),
                        List.of(),
                        List.of()),
                List.of());
    }

    static Limits limits(int concurrency) {
        return new Limits(Optional.empty(), Optional.empty(), Optional.empty(), concurrency);
    }

    static Limits atMost(int calls) {
        return new Limits(Optional.empty(), Optional.of(calls), Optional.empty(), 4);
    }

    /** Probes p0, p1, ... whose question is their id. */
    static List<Probe> probes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Probe(
                        "p" + i,
                        Probe.Category.OPEN,
                        "en",
                        "to count",
                        List.of(new Turn(Turn.Speaker.USER, "p" + i)),
                        100,
                        1,
                        Optional.empty()))
                .toList();
    }

    static Plan plan(LoopServer server, int probes) {
        return Plan.of(audit(1, local("a", server.url())), probes(probes), NO_KEYS);
    }

    static Collector collector(Archive archive, Plan plan, Limits limits, CollectOptions options) {
        return new Collector(
                archive,
                plan,
                limits,
                options,
                CollectListener.SILENT,
                new Surroundings(new FastTiming(), Dns.SYSTEM, QUICK));
    }

    static CollectSummary run(Archive archive, Plan plan) {
        return collector(archive, plan, limits(4), CollectOptions.DEFAULT).run();
    }

    static StoredExchange stored(Archive archive, String probe) {
        return archive.find(new CellKey("a", probe, 0)).orElseThrow();
    }
}
