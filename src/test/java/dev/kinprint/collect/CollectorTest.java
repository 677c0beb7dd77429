package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Spend;
import dev.kinprint.archive.State;
import dev.kinprint.archive.Step;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.provider.Outcome;
import dev.kinprint.suite.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private final Archive archive = Archive.inMemory();

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everyCellIsAskedOnceAndItsBytesAreKept() {
        try (LoopServer server = LoopServer.good()) {
            Plan plan = Plan.of(
                    Bench.audit(3, Bench.local("a", server.url()), Bench.local("b", server.url())),
                    Bench.probes(10),
                    Bench.NO_KEYS);
            CollectSummary summary = Bench.run(archive, plan);
            assertThat(summary.ended()).isEqualTo(CollectSummary.Ended.COMPLETE);
            assertThat(summary.stored()).isEqualTo(60);
            assertThat(summary.spend()).isEqualTo(new Spend(0, 0, 60));
            assertThat(server.ledger()).hasSize(60);
            List<String> bodies = new ArrayList<>();
            archive.forEach(held ->
                    bodies.add(new String(held.reply().orElseThrow().body().toArray(), StandardCharsets.UTF_8)));
            assertThat(bodies)
                    .hasSize(60)
                    .allSatisfy(body -> assertThat(server.answers().values()).contains(LoopServer.ok(body)));
            assertThat(new HashSet<>(bodies)).hasSize(60);
            archive.verify();

            assertThat(Bench.run(archive, plan).asked()).isZero();
            assertThat(server.ledger()).hasSize(60);
        }
    }

    @Test
    void modelsAreAskedInterleaved() {
        try (LoopServer server = LoopServer.good()) {
            Plan plan = Plan.of(
                    Bench.audit(1, Bench.local("a", server.url()), Bench.local("b", server.url())),
                    Bench.probes(40),
                    Bench.NO_KEYS);
            String order =
                    plan.jobs().stream().map(job -> job.cell().key().subject()).collect(Collectors.joining());
            assertThat(order.substring(0, 40).chars().filter(c -> c == 'a').count())
                    .isBetween(8L, 32L);
            assertThat(order)
                    .isEqualTo(Plan.of(
                                    Bench.audit(1, Bench.local("a", server.url()), Bench.local("b", server.url())),
                                    Bench.probes(40),
                                    Bench.NO_KEYS)
                            .jobs()
                            .stream()
                            .map(job -> job.cell().key().subject())
                            .collect(Collectors.joining()));
        }
    }

    @Test
    void aBusyVendorIsWaitedForAsLongAsItAsks() {
        try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.keep(
                asked.serial() == 1
                        ? LoopServer.http(429, "retry-after: 30\r\n", "{\"error\":{\"code\":\"slow\"}}")
                        : LoopServer.ok(LoopServer.answer("fine"))))) {
            FastTiming timing = new FastTiming();
            CollectSummary summary = new Collector(
                            archive,
                            Bench.plan(server, 1),
                            Bench.limits(1),
                            CollectOptions.DEFAULT,
                            CollectListener.SILENT,
                            new Surroundings(timing, Dns.SYSTEM, Bench.QUICK))
                    .run();
            assertThat(summary.stored()).isEqualTo(1);
            assertThat(server.ledger()).hasSize(2);
            assertThat(Duration.ofNanos(timing.skipped())).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        }
    }

    @Test
    void anEmptyAccountStopsAtOnceAndOnlyItself() {
        try (LoopServer poor = new LoopServer(asked -> LoopServer.Sent.keep(
                        LoopServer.http(429, "", "{\"error\":{\"code\":\"insufficient_quota\"}}")));
                LoopServer server = LoopServer.good()) {
            Plan plan = Plan.of(
                    Bench.audit(1, Bench.local("poor", poor.url()), Bench.local("rich", server.url())),
                    Bench.probes(6),
                    Bench.NO_KEYS);
            CollectSummary summary = Bench.collector(archive, plan, Bench.limits(1), CollectOptions.DEFAULT)
                    .run();
            assertThat(poor.ledger()).hasSize(1);
            assertThat(server.ledger()).hasSize(6);
            assertThat(summary.halted()).containsExactly(Map.entry("poor", "quota: insufficient_quota"));
            assertThat(summary.open()).isEqualTo(6);
        }
    }

    @Test
    void aQuestionThatIsNotAcceptedIsLeftAndNeverAskedAgain() {
        try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.keep(
                asked.prompt().equals("p1")
                        ? LoopServer.http(400, "", "{\"error\":{\"code\":\"context_length_exceeded\"}}")
                        : LoopServer.ok(LoopServer.answer("fine"))))) {
            Plan plan = Bench.plan(server, 3);
            CollectSummary summary = Bench.run(archive, plan);
            assertThat(summary.stored()).isEqualTo(2);
            assertThat(summary.rejected()).isEqualTo(1);
            assertThat(Bench.stored(archive, "p1").reason()).isEqualTo("bad-request: 400");
            assertThat(Bench.run(archive, plan).asked()).isZero();
        }
    }

    @Test
    void retriesAreBoundedAndNoneIsPossible() {
        try (LoopServer server = new LoopServer(
                asked -> LoopServer.Sent.keep(LoopServer.http(500, "", "{\"error\":{\"message\":\"m\"}}")))) {
            Plan plan = Bench.plan(server, 1);
            CollectOptions none = new CollectOptions(0, 0, Duration.ofSeconds(1), 1);
            CollectSummary summary =
                    Bench.collector(archive, plan, Bench.limits(1), none).run();
            assertThat(server.ledger()).hasSize(1);
            assertThat(summary.open()).isEqualTo(1);
            CollectOptions two = new CollectOptions(2, 0, Duration.ofSeconds(1), 1);
            Bench.collector(archive, plan, Bench.limits(1), two).run();
            assertThat(server.ledger()).hasSize(4);
        }
    }

    @Test
    void anUnansweredCallIsHeldUntilSomeoneDecides() {
        try (LoopServer server = new LoopServer(asked -> asked.serial() == 1
                ? LoopServer.Sent.close("")
                : LoopServer.Sent.keep(LoopServer.ok(LoopServer.answer("fine"))))) {
            Plan plan = Bench.plan(server, 1);
            CollectSummary summary = Bench.run(archive, plan);
            assertThat(summary.inDoubt()).isEqualTo(1);
            assertThat(Bench.stored(archive, "p0").state()).isEqualTo(State.IN_DOUBT);
            assertThat(Bench.run(archive, plan).asked()).isZero();
            assertThat(server.ledger()).hasSize(1);

            CollectOptions granted = new CollectOptions(5, 1, Duration.ofSeconds(1), 1);
            assertThat(Bench.collector(archive, plan, Bench.limits(1), granted)
                            .run()
                            .stored())
                    .isEqualTo(1);
            assertThat(server.ledger()).hasSize(2);
        }
    }

    @Test
    void callsThatWereInFlightWhenAProcessEndedAreInDoubt() {
        try (LoopServer server = LoopServer.good()) {
            Plan plan = Bench.plan(server, 2);
            archive.plan(plan.jobs().stream().map(Job::cell).toList(), Instant.EPOCH);
            CellKey lost = new CellKey("a", "p0", 0);
            archive.append(List.of(Step.intent(lost, Instant.EPOCH, OptionalLong.of(0))));
            CollectSummary summary = Bench.run(archive, plan);
            assertThat(server.ledger()).hasSize(1);
            assertThat(summary.stored()).isEqualTo(1);
            assertThat(archive.find(lost).orElseThrow().state()).isEqualTo(State.IN_DOUBT);
        }
    }

    @Test
    void aPortWhereNobodyListensIsTriedAgainAndCostsNothing() {
        LoopServer gone = LoopServer.good();
        Plan plan = Bench.plan(gone, 1);
        gone.close();
        CollectOptions one = new CollectOptions(1, 0, Duration.ofSeconds(1), 1);
        CollectSummary summary =
                Bench.collector(archive, plan, Bench.limits(1), one).run();
        assertThat(summary.asked()).isEqualTo(2);
        assertThat(summary.spend().calls()).isZero();
        assertThat(Bench.stored(archive, "p0").state()).isEqualTo(State.NOT_SENT);
        assertThat(Bench.stored(archive, "p0").reason()).isEqualTo("not-sent: connect");
    }

    @Test
    void aHostThatOnlyFailsIsGivenUp() {
        try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.close(""))) {
            CollectSummary summary = Bench.run(archive, Bench.plan(server, 200));
            assertThat(server.ledger()).hasSizeLessThan(20);
            assertThat(summary.halted()).containsKey("a");
            assertThat(summary.inDoubt()).isEqualTo(server.ledger().size());
        }
    }

    @Test
    void whatIsUnwelcomeIsDataAndIsNotAskedAgain() {
        List<Outcome> heard = new ArrayList<>();
        try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.keep(LoopServer.ok(
                switch (asked.prompt()) {
                    case "p0" -> LoopServer.answer("").replace("\"content\":\"\"", "\"refusal\":\"no\"");
                    case "p1" -> LoopServer.answer("x").replace("\"stop\"", "\"content_filter\"");
                    case "p2" -> LoopServer.answer("");
                    case "p3" -> LoopServer.answer("x").replace("\"m\"", "\"another\"");
                    default -> LoopServer.answer("x").replace("\"stop\"", "\"length\"");
                })))) {
            Plan plan = Bench.plan(server, 5);
            CollectListener listener = new CollectListener() {
                @Override
                public void stored(CellKey cell, Outcome outcome) {
                    heard.add(outcome);
                }
            };
            Surroundings quick = new Surroundings(new FastTiming(), Dns.SYSTEM, Bench.QUICK);
            new Collector(archive, plan, Bench.limits(4), CollectOptions.DEFAULT, listener, quick).run();
            assertThat(heard)
                    .containsExactlyInAnyOrder(
                            Outcome.REFUSED, Outcome.FILTERED, Outcome.EMPTY, Outcome.WRONG_MODEL, Outcome.TRUNCATED);
            assertThat(archive.states()).isEqualTo(Map.of(State.RESULT, 5L));
            assertThat(Bench.run(archive, plan).asked()).isZero();
        }
    }

    @Test
    void theNumberOfCallsIsALimitThatCanBeRaised() {
        try (LoopServer server = LoopServer.good()) {
            Plan plan = Bench.plan(server, 9);
            CollectSummary first = Bench.collector(archive, plan, Bench.atMost(4), CollectOptions.DEFAULT)
                    .run();
            assertThat(first.ended()).isEqualTo(CollectSummary.Ended.CALLS);
            assertThat(first.stored()).isEqualTo(4);
            assertThat(server.ledger()).hasSize(4);
            CollectSummary second = Bench.collector(archive, plan, Bench.atMost(9), CollectOptions.DEFAULT)
                    .run();
            assertThat(second.ended()).isEqualTo(CollectSummary.Ended.COMPLETE);
            assertThat(server.ledger()).hasSize(9);
        }
    }

    @Test
    void theTimeIsALimit() {
        try (LoopServer server = new LoopServer(
                asked -> LoopServer.Sent.keep(LoopServer.http(429, "retry-after: 1000\r\n", "{\"error\":{}}")))) {
            Limits hour = new Limits(Optional.empty(), Optional.empty(), Optional.of(Duration.ofMinutes(60)), 1);
            CollectOptions patient = new CollectOptions(100, 0, Duration.ofSeconds(1), 1);
            CollectSummary summary = Bench.collector(archive, Bench.plan(server, 1), hour, patient)
                    .run();
            assertThat(summary.ended()).isEqualTo(CollectSummary.Ended.DEADLINE);
            assertThat(server.ledger()).hasSize(4);
        }
    }

    @Test
    void aStopLetsCallsInFlightComeToTheirEnd() {
        Collector[] self = new Collector[1];
        try (LoopServer server = new LoopServer(asked -> {
            if (asked.serial() == 1) {
                self[0].stop();
            }
            return LoopServer.Sent.late(LoopServer.ok(LoopServer.answer("late")), 300);
        })) {
            Plan plan = Bench.plan(server, 50);
            self[0] = new Collector(
                    archive,
                    plan,
                    Bench.limits(3),
                    CollectOptions.DEFAULT,
                    CollectListener.SILENT,
                    Surroundings.real());
            CollectSummary summary = self[0].run();
            assertThat(summary.ended()).isEqualTo(CollectSummary.Ended.STOPPED);
            assertThat(summary.stored()).isEqualTo(server.ledger().size()).isBetween(1, 6);
            assertThat(summary.inDoubt()).isZero();
        }
    }

    @Test
    void aSecondStopBreaksCallsOffAndTheyAreInDoubt() {
        Collector[] self = new Collector[1];
        try (LoopServer server = new LoopServer(asked -> {
            self[0].stop();
            self[0].stop();
            return LoopServer.Sent.late(LoopServer.ok(LoopServer.answer("late")), 60_000);
        })) {
            self[0] = new Collector(
                    archive,
                    Bench.plan(server, 50),
                    Bench.limits(1),
                    CollectOptions.DEFAULT,
                    CollectListener.SILENT,
                    Surroundings.real());
            CollectSummary summary = self[0].run();
            assertThat(summary.ended()).isEqualTo(CollectSummary.Ended.STOPPED);
            assertThat(summary.inDoubt()).isEqualTo(1);
        }
    }

    @Test
    void aModelWithoutAPriceNeedsALimit() {
        Plan plan = Plan.of(
                Bench.audit(
                        1,
                        Bench.subject(
                                "far",
                                "openai-compatible",
                                Optional.of("https://api.acme.example/v1"),
                                Optional.empty(),
                                false)),
                Bench.probes(1),
                Bench.NO_KEYS);
        assertThatThrownBy(() -> Bench.collector(archive, plan, Bench.limits(1), CollectOptions.DEFAULT))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("openai-compatible/m")
                .hasMessageContaining("--max-calls 1");
    }

    @Test
    void aRunWithNothingLeftToAskEndsAtOnce() {
        try (LoopServer server = LoopServer.good()) {
            Plan plan = Bench.plan(server, 2);
            Bench.run(archive, plan);
            long start = System.nanoTime();
            CollectSummary summary = new Collector(
                            archive,
                            plan,
                            Bench.limits(1),
                            CollectOptions.DEFAULT,
                            CollectListener.SILENT,
                            Surroundings.real())
                    .run();
            assertThat(summary.ended()).isEqualTo(CollectSummary.Ended.COMPLETE);
            assertThat(summary.asked()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }
}
