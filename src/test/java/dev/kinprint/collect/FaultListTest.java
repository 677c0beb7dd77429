package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.provider.Outcome;
import dev.kinprint.suite.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every fault of {@link FaultList} through a whole collection. The server's ledger says how often it was asked, the
 * archive what came of it. {@code target/fault-list.csv} has a line for each.
 */
class FaultListTest {
    private static final CollectOptions FIVE_RETRIES = CollectOptions.DEFAULT;
    private static final Wire.Timeouts SHORT =
            new Wire.Timeouts(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(600), 64 << 10);

    /** What one collection came to. */
    private record Seen(int posts, int askedLater, StoredExchange held, Optional<Outcome> outcome) {}

    private static Seen seen(FaultList.Fault fault) {
        try (LoopServer server = new LoopServer(asked -> fault.sent(asked.serial()));
                Archive archive = Archive.inMemory()) {
            Audit audit = Bench.audit(
                    1, Bench.subject("a", fault.provider(), Optional.of(server.url()), Optional.empty(), true));
            Plan plan = Plan.of(audit, Bench.probes(1), Bench.NO_KEYS);
            List<Outcome> outcomes = new ArrayList<>();
            CollectListener listener = new CollectListener() {
                @Override
                public void stored(CellKey cell, Outcome outcome) {
                    outcomes.add(outcome);
                }
            };
            new Collector(
                            archive,
                            plan,
                            Bench.limits(1),
                            FIVE_RETRIES,
                            listener,
                            new Surroundings(new FastTiming(), Dns.SYSTEM, SHORT))
                    .run();
            int posts = server.ledger().size();
            archive.verify();
            StoredExchange held = Bench.stored(archive, "p0");
            boolean over = held.state() != State.REJECTED || held.reason().startsWith("bad-request");
            if (over) {
                Bench.run(archive, plan);
            }
            return new Seen(
                    posts,
                    server.ledger().size() - posts,
                    held,
                    outcomes.stream().findFirst());
        }
    }

    @Test
    void everyFaultIsMetAsItShouldBe() throws IOException {
        List<FaultList.Fault> faults = FaultList.of("words");
        List<String> lines = new ArrayList<>(List.of("group,fault,requests,state,outcome,reason"));
        SoftAssertions softly = new SoftAssertions();
        // Most of the time of a fault is waiting.
        List<Seen> all = faults.parallelStream().map(FaultListTest::seen).toList();
        for (int i = 0; i < faults.size(); i++) {
            FaultList.Fault fault = faults.get(i);
            Seen seen = all.get(i);
            softly.assertThat(seen.posts()).as("requests: " + fault.name()).isEqualTo(fault.posts());
            softly.assertThat(seen.askedLater())
                    .as("asked later: " + fault.name())
                    .isZero();
            softly.assertThat(seen.held().state()).as("state: " + fault.name()).isEqualTo(fault.state());
            softly.assertThat(seen.held().reason())
                    .as("reason: " + fault.name())
                    .startsWith(fault.reason());
            if (fault.outcome().isPresent()) {
                softly.assertThat(seen.outcome()).as("outcome: " + fault.name()).isEqualTo(fault.outcome());
            }
            lines.add("\"" + fault.group() + "\",\"" + fault.name() + "\"," + seen.posts() + ","
                    + seen.held().state() + "," + seen.outcome().map(Enum::name).orElse("") + ",\""
                    + seen.held().reason() + "\"");
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "fault-list.csv"), lines);
        softly.assertAll();
        assertThat(faults).hasSizeGreaterThan(100);
        assertThat(faults).extracting(FaultList.Fault::name).doesNotHaveDuplicates();
    }
}
