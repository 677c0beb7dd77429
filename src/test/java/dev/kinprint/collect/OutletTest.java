package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.State;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Subject;
import java.net.InetAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out of this machine. */
class OutletTest {
    private static Outlet outlet(Map<String, String> environment) {
        return Outlet.of(name -> Optional.ofNullable(environment.get(name)));
    }

    @Test
    void aProxyIsUsedButForTheHostsThatNeedNone() {
        Outlet outlet = outlet(Map.of(
                "HTTPS_PROXY", "http://Proxy.example:8080", "NO_PROXY", "intern.example, .acme.example,localhost"));
        assertThat(outlet.to("api.openai.com").type()).isEqualTo(Proxy.Type.HTTP);
        assertThat(outlet.to("api.openai.com").address().toString()).contains("proxy.example", "8080");
        for (String direct :
                List.of("intern.example", "a.intern.example", "acme.example", "x.acme.example", "127.0.0.1", "::1")) {
            assertThat(outlet.to(direct)).as(direct).isEqualTo(Proxy.NO_PROXY);
        }
        assertThat(outlet.to("notacme.example").type()).isEqualTo(Proxy.Type.HTTP);
        assertThat(outlet(Map.of("https_proxy", "p:1", "no_proxy", "*")).to("api.openai.com"))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(outlet(Map.of()).to("api.openai.com")).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void aProxyWithAPasswordIsRefusedWithoutShowingIt() {
        for (String url :
                List.of("http://me:hunter2@p:1", "https://hunter2.example:1", "socks://hunter2:1", "p:99999")) {
            assertThatThrownBy(() -> outlet(Map.of("HTTPS_PROXY", url)))
                    .as(url)
                    .isInstanceOf(OperatorError.class)
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void theProxySeesTheHostAndTheNameIsNotResolvedHere() {
        List<String> resolved = new CopyOnWriteArrayList<>();
        try (LoopServer proxy =
                        new LoopServer(asked -> LoopServer.Sent.close("HTTP/1.1 403 No\r\ncontent-length: 0\r\n\r\n"));
                Archive archive = Archive.inMemory()) {
            int port = Integer.parseInt(proxy.url().substring(proxy.url().lastIndexOf(':') + 1));
            PlanOptions options = new PlanOptions(
                    false,
                    Map.of(),
                    Set.of(),
                    name -> Optional.ofNullable(
                            Map.of("HTTPS_PROXY", "http://proxy.example:" + port, "ACME_KEY", "sk-canary-0123456789")
                                    .get(name)));
            Subject far = Bench.subject(
                    "a",
                    "openai-compatible",
                    Optional.of("https://api.acme.example/v1"),
                    Optional.of("ACME_KEY"),
                    false);
            Surroundings here = new Surroundings(
                    new FastTiming(),
                    name -> {
                        resolved.add(name);
                        return List.of(InetAddress.getLoopbackAddress());
                    },
                    Bench.QUICK);
            new Collector(
                            archive,
                            Plan.of(Bench.audit(1, far), Bench.probes(1), options),
                            Bench.atMost(1),
                            new CollectOptions(0, 0, Duration.ofSeconds(1), 1),
                            CollectListener.SILENT,
                            here)
                    .run();
            assertThat(proxy.ledger()).isNotEmpty().allSatisfy(asked -> assertThat(asked.head())
                    .startsWith("CONNECT api.acme.example:443")
                    .doesNotContain("canary"));
            assertThat(resolved).containsOnly("proxy.example");
            assertThat(Bench.stored(archive, "p0").state()).isEqualTo(State.NOT_SENT);
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefused(@TempDir Path folder) throws Exception {
        Path pem = folder.resolve("ca.pem");
        Files.writeString(pem, "no certificate");
        assertThatThrownBy(
                        () -> outlet(Map.of("KINPRINT_CA_FILE", pem.toString())).trust())
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("KINPRINT_CA_FILE");
    }
}
