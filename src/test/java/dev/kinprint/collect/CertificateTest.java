package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot show who it is gets no question and no key, even where its authority is trusted. */
class CertificateTest {
    @TempDir
    private Path folder;

    private Delivery delivered(TlsServer server) throws Exception {
        Path authority = Files.write(folder.resolve("ca.pem"), server.pem());
        Outlet outlet = Outlet.of(
                name -> name.equals("KINPRINT_CA_FILE") ? Optional.of(authority.toString()) : Optional.empty());
        try (Wire wire = new Wire(Dns.SYSTEM, outlet, Bench.QUICK, new Redactor(List.of()))) {
            return WireFaultTest.deliver(wire, server.url());
        }
    }

    @Test
    void aCertificateOfThisHostIsTaken() throws Exception {
        try (TlsServer server = TlsServer.start()) {
            assertThat(delivered(server)).isInstanceOf(Delivery.Answered.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aCertificateOfAnotherHostGetsNothing() throws Exception {
        try (TlsServer server = TlsServer.start("elsewhere.example")) {
            assertThat(delivered(server)).isEqualTo(new Delivery.NotSent("tls"));
            assertThat(server.requests()).isZero();
        }
    }
}
