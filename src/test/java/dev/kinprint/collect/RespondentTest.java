package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.suite.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who answered, and with which parameters. */
class RespondentTest {
    @Test
    void otherNamesMiddlemenAndStoredCopiesAreFlagged() {
        try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.keep(LoopServer.ok(LoopServer.answer("x")
                        .replace("\"model\":\"m\"", asked.prompt().equals("p0") ? "\"model\":\"n\"" : "\"model\":\"m\"")
                        .replace("\"id\":\"r\"", asked.prompt().equals("p3") ? "\"id\":\"r3\"" : "\"id\":\"r\"")
                        .replace(
                                "{\"choices\"",
                                "{\"provider\":\"u-" + (asked.prompt().equals("p1") ? 1 : 2)
                                        + "\",\"system_fingerprint\":\"f\",\"choices\""))));
                Archive archive = Archive.inMemory()) {
            Bench.run(archive, Bench.plan(server, 4));
            Respondent one = Respondent.of(archive).get(0);
            assertThat(one.requested()).isEqualTo("m");
            assertThat(one.served()).isEqualTo(Map.of("m", 3, "n", 1));
            assertThat(one.upstream()).isEqualTo(Map.of("u-1", 1, "u-2", 3));
            assertThat(one.fingerprints()).isEqualTo(Map.of("f", 4));
            assertThat(one.repeated()).isEqualTo(2);
            assertThat(one.flags())
                    .hasSize(3)
                    .anyMatch(flag -> flag.contains("m (3), n (1)"))
                    .anyMatch(flag -> flag.contains("several upstreams"))
                    .anyMatch(flag -> flag.startsWith("2 answers"));
        }
    }

    @Test
    void aModelThatAnswersAsAskedHasNoFlag() {
        Respondent good = new Respondent("a", "m", new TreeMap<>(Map.of("m", 3)), new TreeMap<>(), new TreeMap<>(), 0);
        assertThat(good.flags()).isEmpty();
        Respondent dated =
                new Respondent("a", "m", new TreeMap<>(Map.of("m-2026", 3)), new TreeMap<>(), new TreeMap<>(), 0);
        assertThat(dated.flags()).containsExactly("answers name the model m-2026, asked for was m");
    }

    @Test
    void whatBecameOfParametersIsKeptWithTheRun() {
        PlanOptions lenient = new PlanOptions(
                true,
                Map.of(),
                Set.of(),
                name -> name.endsWith("KEY") ? Optional.of("sk-0123456789") : Optional.empty());
        Subject thinker = new Subject(
                "thinker",
                Subject.Role.PANEL,
                "deepseek",
                "deepseek-v4-pro",
                Optional.empty(),
                Optional.empty(),
                false,
                Bench.local("x", "http://127.0.0.1:1").origin(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("seed", "7")));
        Plan plan = Plan.of(Bench.audit(1, thinker, Bench.local("a", "http://127.0.0.1:1")), Bench.probes(1), lenient);
        try (Archive archive = Archive.inMemory()) {
            plan.describe(archive, Instant.EPOCH);
            List<Parity> read = Parity.read(archive);
            assertThat(read).isEqualTo(plan.parity());
            Parity one = read.get(0);
            assertThat(one.requested()).isEqualTo(Map.of("seed", "7", "temperature", "0.7"));
            assertThat(one.sent()).isEqualTo(Map.of("temperature", "0.7"));
            assertThat(one.dropped()).containsOnlyKeys("seed");
            assertThat(one.idle()).containsOnlyKeys("temperature");
            assertThat(one.equalTo(read.get(1))).isFalse();
            assertThat(read.get(1).equalTo(read.get(1))).isTrue();
        }
        try (Archive archive = Archive.inMemory()) {
            assertThat(Parity.read(archive)).isEmpty();
        }
    }
}
