package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.custody.PlanLock;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.json.Json;
import dev.kinprint.suite.JudgeSettings.Ablation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A locked plan is honoured only by what was judged in every respect as it says. */
class PlannedJudgingTest {
    private static final Optional<EmbedderId> MODEL = Optional.of(new EmbedderId("model", "0".repeat(64), 384));
    private static final JudgingRequest PLANNED = request(List.of(), "builtin", 1_000, 1, List.of());

    private final Archive archive = Archive.inMemory();

    private static JudgingRequest request(
            List<String> channels, String calibration, int draws, long seed, List<Ablation> ablations) {
        return new JudgingRequest(List.of("s"), List.of("c"), channels, calibration, draws, seed, ablations);
    }

    @BeforeEach
    void lock() {
        put(StoredDocuments.AUDIT, "{\"limits\":{\"maxCalls\":5},\"run\":{\"seed\":1}}");
        put(StoredDocuments.SUITE, "{\"probes\":[]}");
        PlanLock.lock(archive, plan(PLANNED, MODEL, false), Instant.EPOCH);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private void put(String name, String content) {
        archive.putDocument(name, Bytes.utf8(content), Instant.EPOCH);
    }

    private Json.Obj plan(JudgingRequest request, Optional<EmbedderId> embedder, boolean stopped) {
        return PlannedJudging.of(archive, request, embedder, stopped).orElseThrow();
    }

    private PlanLock.Standing standing(JudgingRequest request, Optional<EmbedderId> embedder, boolean stopped) {
        return PlanLock.standing(archive, plan(request, embedder, stopped));
    }

    @Test
    void whatIsAsPlannedHonoursIt() {
        assertThat(standing(PLANNED, MODEL, false)).isEqualTo(PlanLock.Standing.HONOURED);
        put(StoredDocuments.AUDIT, "{\"limits\":{\"maxCalls\":9},\"run\":{\"seed\":1}}");
        assertThat(standing(PLANNED, MODEL, false))
                .as("what it may cost is no part of it")
                .isEqualTo(PlanLock.Standing.HONOURED);
    }

    @Test
    void eachSettingThatChangedIsSeen() {
        Optional<EmbedderId> other = Optional.of(new EmbedderId("model", "0".repeat(63) + "1", 384));
        for (Optional<EmbedderId> embedder : List.of(other, Optional.<EmbedderId>empty())) {
            assertThat(standing(PLANNED, embedder, false)).isEqualTo(PlanLock.Standing.EXPLORATORY);
        }
        for (JudgingRequest changed : List.of(
                request(List.of("bigrams"), "builtin", 1_000, 1, List.of()),
                request(List.of(), "lab", 1_000, 1, List.of()),
                request(List.of(), "builtin", 999, 1, List.of()),
                request(List.of(), "builtin", 1_000, 2, List.of()),
                request(List.of(), "builtin", 1_000, 1, List.of(Ablation.values())))) {
            assertThat(standing(changed, MODEL, false)).as("%s", changed).isEqualTo(PlanLock.Standing.EXPLORATORY);
        }
        assertThat(standing(PLANNED, MODEL, true)).as("stopped early").isEqualTo(PlanLock.Standing.EXPLORATORY);
        put(StoredDocuments.SUITE, "{\"probes\":[1]}");
        assertThat(standing(PLANNED, MODEL, false)).as("other probes").isEqualTo(PlanLock.Standing.EXPLORATORY);
    }

    @Test
    void theThresholdsOfTheVerdictStandInIt() {
        Json thresholds = plan(PLANNED, MODEL, false).at("thresholds");
        assertThat(thresholds.at("scale", "moderate support").whole()).contains(10L);
        assertThat(thresholds.at("namedFromRatio").whole()).contains(10L);
        assertThat(thresholds.at("fullBackground").whole()).contains(40L);
    }
}
