package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.lab.Dialect;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabOptions;
import dev.kinprint.lab.RunningLab;
import dev.kinprint.provider.Answer;
import dev.kinprint.provider.Codecs;
import dev.kinprint.provider.Outcome;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against servers that were written without it: the lab speaks four vendors' dialects. */
class LabCollectTest {
    private static final Map<Dialect, String> PROVIDERS = Map.of(
            Dialect.OPENAI_CHAT, "openai-compatible",
            Dialect.ANTHROPIC_MESSAGES, "anthropic",
            Dialect.GEMINI_GENERATE, "gemini",
            Dialect.OLLAMA_CHAT, "ollama");

    @TempDir
    Path folder;

    @Test
    void fourDialectsAreUnderstoodAndResumingAsksNothing() throws Exception {
        try (RunningLab lab = Lab.serve(new LabOptions(1, 0, Duration.ZERO))) {
            Subject[] subjects = PROVIDERS.entrySet().stream()
                    .map(entry -> subject(
                            entry.getValue(),
                            lab.lab().models().stream()
                                    .filter(model -> model.dialect() == entry.getKey())
                                    .findFirst()
                                    .orElseThrow()
                                    .id(),
                            lab.baseUrl() + (entry.getKey() == Dialect.OPENAI_CHAT ? "/v1" : "")))
                    .toArray(Subject[]::new);
            Plan plan = Plan.of(Bench.audit(2, subjects), Bench.probes(5), Bench.NO_KEYS);
            Path file = folder.resolve("archive.sqlite");
            try (Archive archive = Archive.create(file)) {
                assertThat(run(archive, plan).stored()).isEqualTo(40);
                Map<CellKey, String> texts = new HashMap<>();
                archive.forEach(held -> {
                    Answer answer = Codecs.read(
                            held.cell().dialect(),
                            held.cell().profile(),
                            held.cell().model(),
                            held.reply().orElseThrow().status(),
                            held.reply().orElseThrow().headers(),
                            held.reply().orElseThrow().body().toArray());
                    assertThat(answer.outcome()).isIn(Outcome.OK, Outcome.TRUNCATED);
                    assertThat(answer.usage().output()).isPresent();
                    texts.put(held.cell().key(), answer.text());
                });
                assertThat(new HashSet<>(texts.values())).hasSizeGreaterThan(20);
            }
            assertThat(lab.ledger().total()).isEqualTo(40);
            try (Archive archive = Archive.open(file)) {
                assertThat(run(archive, plan).asked()).isZero();
            }
            assertThat(lab.ledger().total()).isEqualTo(40);
        }
    }

    private static CollectSummary run(Archive archive, Plan plan) {
        return new Collector(
                        archive,
                        plan,
                        Bench.limits(8),
                        CollectOptions.DEFAULT,
                        CollectListener.SILENT,
                        new Surroundings(Timing.system(), Dns.SYSTEM, Bench.QUICK))
                .run();
    }

    private static Subject subject(String provider, String model, String url) {
        return new Subject(
                "at-" + provider,
                Subject.Role.PANEL,
                provider,
                model,
                Optional.of(url),
                Optional.empty(),
                true,
                Origin.unknown(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
