package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.LoopServer.Sent;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that take more than one call to show, or that come before a server is reached. */
class FaultSequenceTest {
    private static final String GOOD = LoopServer.ok(LoopServer.answer("fine"));

    private final Archive archive = Archive.inMemory();

    @AfterEach
    void close() {
        archive.close();
    }

    private static Map<String, Long> charges(LoopServer server) {
        return server.ledger().stream().collect(Collectors.groupingBy(LoopServer.Asked::prompt, Collectors.counting()));
    }

    @Test
    void aConnectionThatIsClosedWhenItIsUsedAgainLeavesOneCellInDoubt() {
        try (LoopServer server = new LoopServer(asked -> asked.serial() == 2 ? Sent.close("") : Sent.keep(GOOD))) {
            Plan plan = Bench.plan(server, 3);
            CollectSummary summary = Bench.collector(archive, plan, Bench.limits(1), CollectOptions.DEFAULT)
                    .run();
            assertThat(charges(server)).hasSize(3).allSatisfy((cell, count) -> assertThat(count)
                    .isOne());
            assertThat(summary.stored()).isEqualTo(2);
            assertThat(summary.inDoubt()).isEqualTo(1);
            assertThat(Bench.run(archive, plan).asked()).isZero();
        }
    }

    @Test
    void aServerThatClosesEveryConnectionUnannouncedIsAskedOnceForEachCell() {
        try (LoopServer server = new LoopServer(asked -> Sent.close(GOOD))) {
            CollectSummary summary = Bench.collector(
                            archive, Bench.plan(server, 30), Bench.limits(2), CollectOptions.DEFAULT)
                    .run();
            assertThat(charges(server).values()).allMatch(count -> count == 1);
            assertThat(summary.stored()).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @CsvSource({"401, invalid_api_key, authentication: invalid_api_key", "402, 402, quota: 402"})
    void aKeyThatFailsHalfWayStopsItsModelAndTheSameRunGoesOnLater(int status, String code, String reason) {
        AtomicBoolean closed = new AtomicBoolean();
        try (LoopServer server = new LoopServer(asked -> {
            if (asked.serial() == 4) {
                closed.set(true);
            }
            return Sent.keep(
                    closed.get() ? LoopServer.http(status, "", "{\"error\":{\"code\":\"" + code + "\"}}") : GOOD);
        })) {
            Plan plan = Bench.plan(server, 10);
            CollectSummary stopped = Bench.collector(archive, plan, Bench.limits(1), CollectOptions.DEFAULT)
                    .run();
            assertThat(stopped.stored()).isEqualTo(3);
            assertThat(stopped.halted()).isEqualTo(Map.of("a", reason));
            assertThat(server.ledger()).hasSize(4);
            closed.set(false);
            assertThat(Bench.run(archive, plan).stored()).isEqualTo(10);
            assertThat(server.ledger())
                    .as("ten, and the one that was turned away")
                    .hasSize(11);
        }
    }

    private CollectSummary resolving(Function<String, List<InetAddress>> names) {
        Plan plan = Plan.of(
                Bench.audit(
                        1,
                        Bench.subject(
                                "a",
                                "openai-compatible",
                                Optional.of("https://api.acme.example/v1"),
                                Optional.empty(),
                                false)),
                Bench.probes(3),
                Bench.NO_KEYS);
        Dns dns = name -> {
            List<InetAddress> found = names.apply(name);
            if (found.isEmpty()) {
                throw new UnknownHostException(name);
            }
            return found;
        };
        CollectOptions one = new CollectOptions(1, 0, Duration.ofSeconds(1), 1);
        return new Collector(
                        archive,
                        plan,
                        Bench.atMost(50),
                        one,
                        CollectListener.SILENT,
                        new Surroundings(new FastTiming(), dns, Bench.QUICK))
                .run();
    }

    @Test
    void aNameThatIsNotFoundIsTriedAgain() {
        CollectSummary summary = resolving(name -> List.of());
        assertThat(summary.asked()).isEqualTo(6);
        assertThat(summary.spend().calls()).isZero();
        assertThat(Bench.stored(archive, "p0").reason()).isEqualTo("not-sent: dns");
    }

    @Test
    void aPublicNameThatLeadsToThisMachineIsAskedNothingMore() {
        CollectSummary summary = resolving(name -> List.of(InetAddress.getLoopbackAddress()));
        assertThat(summary.halted()).isEqualTo(Map.of("a", "not-sent: forbidden address"));
        assertThat(summary.asked()).isBetween(1, 3);
        assertThat(summary.spend().calls()).isZero();
    }
}
