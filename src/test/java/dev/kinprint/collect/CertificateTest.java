package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot show who it is gets no question and no key, and is tried once. */
class CertificateTest {
    private static final Delivery UNKNOWN = new Delivery.NotSent("certificate", true);

    @TempDir
    private Path folder;

    /** What becomes of a call where these authorities are trusted. */
    private Delivery delivered(TlsServer server, Optional<Identity> trusted) throws Exception {
        Optional<String> file = Optional.empty();
        if (trusted.isPresent()) {
            file = Optional.of(
                    Files.write(folder.resolve("ca.pem"), trusted.get().pem()).toString());
        }
        Optional<String> authorities = file;
        Outlet outlet = Outlet.of(name -> name.equals("KINPRINT_CA_FILE") ? authorities : Optional.empty());
        try (Wire wire = new Wire(Dns.SYSTEM, outlet, Bench.QUICK, new Redactor(Set.of()))) {
            return WireFaultTest.deliver(wire, server.url());
        }
    }

    @Test
    void aCertificateOfThisHostIsTakenWhereItsAuthorityIsTrusted() throws Exception {
        Identity here = Identity.of("localhost");
        try (TlsServer server = TlsServer.start(here)) {
            assertThat(delivered(server, Optional.of(here))).isInstanceOf(Delivery.Answered.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aCertificateOfAnotherHostGetsNothing() throws Exception {
        Identity elsewhere = Identity.of("elsewhere.example");
        try (TlsServer server = TlsServer.start(elsewhere)) {
            assertThat(delivered(server, Optional.of(elsewhere))).isEqualTo(UNKNOWN);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aCertificateThatHasExpiredGetsNothing() throws Exception {
        Identity authority = Identity.of("authority.example");
        try (TlsServer valid = TlsServer.start(authority.issue("localhost", Duration.ofHours(1)));
                TlsServer expired = TlsServer.start(authority.issue("localhost", Duration.ofHours(-1)))) {
            assertThat(delivered(valid, Optional.of(authority))).isInstanceOf(Delivery.Answered.class);
            assertThat(delivered(expired, Optional.of(authority))).isEqualTo(UNKNOWN);
            assertThat(expired.requests()).isZero();
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatNobodyTrustsGetsNothing() throws Exception {
        try (TlsServer server = TlsServer.start(Identity.of("localhost"))) {
            assertThat(delivered(server, Optional.empty()))
                    .as("as behind a middlebox")
                    .isEqualTo(UNKNOWN);
            assertThat(delivered(server, Optional.of(Identity.of("localhost")))).isEqualTo(UNKNOWN);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aCollectionTriesSuchAServerOnceAndSaysSo() throws Exception {
        try (TlsServer server = TlsServer.start(Identity.of("localhost"));
                Archive archive = Archive.inMemory()) {
            Plan plan = Plan.of(Bench.audit(1, Bench.local("a", server.url())), Bench.probes(20), Bench.NO_KEYS);
            CollectSummary summary = Bench.collector(archive, plan, Bench.limits(1), CollectOptions.DEFAULT)
                    .run();
            assertThat(summary.asked()).isEqualTo(1);
            assertThat(summary.spend().calls()).isZero();
            assertThat(summary.halted()).isEqualTo(Map.of("a", "not-sent: certificate"));
            assertThat(archive.states()).isEqualTo(Map.of(State.NOT_SENT, 1L, State.PLANNED, 19L));
        }
    }

    @Test
    void aHandshakeThatIsCutIsTriedAgain() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket rude = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Archive archive = Archive.inMemory()) {
            Thread hanging = new Thread(
                    () -> {
                        while (!rude.isClosed()) {
                            try {
                                rude.accept().close();
                                connections.incrementAndGet();
                            } catch (IOException over) {
                                return;
                            }
                        }
                    },
                    "rude server");
            hanging.setDaemon(true);
            hanging.start();
            Plan plan = Plan.of(
                    Bench.audit(1, Bench.local("a", "https://127.0.0.1:" + rude.getLocalPort())),
                    Bench.probes(1),
                    Bench.NO_KEYS);
            CollectSummary summary = Bench.collector(
                            archive, plan, Bench.limits(1), new CollectOptions(2, 0, Duration.ofSeconds(1), 1))
                    .run();
            assertThat(summary.asked()).isEqualTo(3);
            assertThat(summary.spend().calls()).isZero();
            assertThat(Bench.stored(archive, "p0").state()).isEqualTo(State.NOT_SENT);
            assertThat(connections.get()).as("one connection a try, or two").isBetween(3, 6);
        }
    }
}
