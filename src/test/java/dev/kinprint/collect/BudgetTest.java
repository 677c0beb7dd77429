package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Spend;
import dev.kinprint.collect.LoopServer.Sent;
import dev.kinprint.suite.Limits;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money: what is settled and what is reserved never pass the cap, whatever becomes of the calls. */
class BudgetTest {
    private static final int PROBES = 40;
    private static final long CAP = 1_000_000;

    @TempDir
    private Path folder;

    private final List<Spend> heard = new ArrayList<>();

    private Plan plan(LoopServer proxy, Identity identity) throws IOException {
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY",
                "sk-canary-0123456789",
                "HTTPS_PROXY",
                "http://127.0.0.1:" + proxy.port(),
                "KINPRINT_CA_FILE",
                Files.write(folder.resolve("ca.pem"), identity.pem()).toString());
        Subject priced = new Subject(
                "a",
                Subject.Role.PANEL,
                "openai",
                "gpt-4o-mini",
                Optional.empty(),
                Optional.empty(),
                false,
                Origin.unknown(),
                new TreeMap<>(),
                new TreeMap<>());
        return Plan.of(
                Bench.audit(1, priced),
                Bench.probes(PROBES),
                new PlanOptions(false, Map.of(), Set.of(), name -> Optional.ofNullable(environment.get(name))));
    }

    private CollectSummary run(Archive archive, Plan plan, long nanoUsd) {
        Limits limits = new Limits(Optional.of(BigDecimal.valueOf(nanoUsd, 9)), Optional.empty(), Optional.empty(), 4);
        CollectListener listener = new CollectListener() {
            @Override
            public void spent(Spend spend) {
                heard.add(spend);
            }
        };
        return new Collector(
                        archive,
                        plan,
                        limits,
                        CollectOptions.DEFAULT,
                        listener,
                        new Surroundings(new FastTiming(), Dns.SYSTEM, Bench.QUICK))
                .run();
    }

    @Test
    void whatIsSettledAndReservedNeverPassesTheCapAndMoreMoneyGoesOn() throws IOException {
        Identity identity = Identity.of("api.openai.com");
        String answer = LoopServer.ok(
                LoopServer.answer("fine").replace("\"m\"", "\"gpt-4o-mini\"").replace(":7", ":90"));
        try (LoopServer proxy = LoopServer.proxy(identity, asked -> switch (asked.serial() % 7) {
                    case 0 -> Sent.close("");
                    case 3 -> Sent.keep(LoopServer.http(500, "", "{\"error\":{\"message\":\"oops\"}}"));
                    default -> Sent.keep(answer);
                });
                Archive archive = Archive.inMemory()) {
            Plan plan = plan(proxy, identity);
            assertThat(plan.unpriced()).isEmpty();
            CollectSummary stopped = run(archive, plan, CAP);
            assertThat(stopped.ended()).isEqualTo(CollectSummary.Ended.BUDGET);
            assertThat(stopped.stored()).isBetween(5, PROBES - 5);
            assertThat(stopped.inDoubt()).isPositive();
            assertThat(heard).isNotEmpty().allSatisfy(spend -> assertThat(spend.settled() + spend.reserved())
                    .isLessThanOrEqualTo(CAP));
            assertThat(stopped.spend()).isEqualTo(archive.spend());
            assertThat(archive.spend().settled())
                    .as("0.15 and 0.60 dollars for a million tokens")
                    .isEqualTo(stopped.stored() * (5 * 150L + 90 * 600L));
            assertThat(archive.spend().settled() + archive.spend().reserved())
                    .as("it went on until no call could be paid for, whatever the others cost")
                    .isBetween(CAP - 70_000, CAP);
            assertThat(run(archive, plan, CAP).ended()).isEqualTo(CollectSummary.Ended.BUDGET);
            assertThat(archive.spend().settled() + archive.spend().reserved()).isLessThanOrEqualTo(CAP);
            CollectSummary rest = run(archive, plan, 10 * CAP);
            assertThat(rest.ended()).isEqualTo(CollectSummary.Ended.COMPLETE);
            assertThat(rest.stored() + rest.inDoubt()).isEqualTo(PROBES);
        }
    }
}
