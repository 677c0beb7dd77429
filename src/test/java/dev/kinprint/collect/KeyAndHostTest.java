package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Subject;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAndHostTest {
    private static final String CANARY = "sk-canary-0123456789";
    private static final Map<String, String> ENVIRONMENT = Map.of("OPENAI_API_KEY", CANARY, "ACME_KEY", CANARY);

    private static Plan plan(Subject subject, String... keyHosts) {
        PlanOptions options =
                new PlanOptions(false, Map.of(), Set.of(keyHosts), name -> Optional.ofNullable(ENVIRONMENT.get(name)));
        return Plan.of(Bench.audit(1, subject), Bench.probes(1), options);
    }

    private static Subject far(String provider, String url, String keyEnv) {
        return Bench.subject("far", provider, Optional.of(url), Optional.of(keyEnv), false);
    }

    @Test
    void aVendorsKeyGoesToThatVendorAlone() {
        Subject thief = far("openai-compatible", "https://evil.example/v1", "OPENAI_API_KEY");
        assertThatThrownBy(() -> plan(thief))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("evil.example")
                .hasMessageContaining("--allow-key-host evil.example")
                .hasMessageNotContaining(CANARY);
        assertThat(plan(thief, "evil.example").size()).isEqualTo(1);
        assertThatThrownBy(() -> plan(far("openai", "https://proxy.example/v1", "ACME_KEY")))
                .isInstanceOf(OperatorError.class);
        assertThat(plan(far("openai-compatible", "https://api.acme.example/v1", "ACME_KEY"))
                        .size())
                .isEqualTo(1);
        assertThat(plan(far("openai", "https://api.openai.com/v1", "OPENAI_API_KEY"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aMissingKeyIsNamedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> plan(far("openai-compatible", "https://api.acme.example/v1", "OTHER_KEY")))
                .isInstanceOfSatisfying(
                        OperatorError.class, e -> assertThat(e.kind()).isEqualTo(OperatorError.Kind.AUTHENTICATION))
                .hasMessageContaining("OTHER_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tiny!", "with space in it", "newline\ninside", "schl\u00fcssel-schl\u00fcssel", "tab\tinside-it"
            })
    void aKeyThatNoHeaderCanHoldIsRefusedWithoutBeingShown(String value) {
        assertThatThrownBy(() -> Secret.of("ACME_KEY", value))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("ACME_KEY")
                .hasMessageNotContaining(value);
        assertThat(Secret.of("ACME_KEY", "  " + CANARY + "\n").reveal()).isEqualTo(CANARY);
    }

    @Test
    void aKeyShowsItselfNowhere() {
        Plan plan = plan(far("openai-compatible", "https://api.acme.example/v1", "ACME_KEY"));
        assertThat(plan.jobs().toString()).doesNotContain("canary");
        assertThat(plan.secrets().toString()).isEqualTo("[***]");
        assertThat(java.io.Serializable.class.isAssignableFrom(Secret.class)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.acme.example/v1",
                "https://localhost/v1",
                "https://localhost./v1",
                "https://127.0.0.1/v1",
                "https://127.1/v1",
                "https://2130706433/v1",
                "https://0x7f000001/v1",
                "https://0177.0.0.1/v1",
                "https://0/v1",
                "https://[::1]/v1",
                "https://[::ffff:127.0.0.1]/v1",
                "https://[fd00:ec2::254]/v1",
                "https://169.254.169.254/latest",
                "https://10.0.0.1/v1",
                "https://user@api.acme.example/v1",
                "https://user:pw@api.acme.example/v1",
                "https://api.acme.example@evil.example/v1",
                "https://api.acme.example\\@evil.example/v1",
                "https://api.acme.example%00.evil.example/v1",
                "https://api.acme.example%2eevil.example/v1",
                "https://api.acme.example./v1",
                "https://api..acme.example/v1",
                "https://-api.acme.example/v1",
                "https://\u0430pi.acme.example/v1",
                "https://acme/v1",
                "https://api.acme.example/v1?key=1",
                "https://api.acme.example/v1#x",
                "https://api.acme.example/../v1",
                "https://api.acme.example//v1",
                "https://api.acme.example:99999/v1",
                "https:/api.acme.example/v1",
                "ftp://api.acme.example/v1",
                "file:///etc/passwd",
                " https://api.acme.example/v1",
                ""
            })
    void spellingsThatCouldLeadElsewhereAreRefused(String url) {
        assertThatThrownBy(() -> Destination.of(url, false, "far")).isInstanceOf(OperatorError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080", "http://localhost:11434/", "http://[::1]:9/v1", "https://127.0.0.1/v1"})
    void thisMachineIsReachedOnlyWhenDeclared(String url) {
        assertThat(Destination.of(url, true, "near").local()).isTrue();
        assertThatThrownBy(() -> Destination.of(url, false, "near")).isInstanceOf(OperatorError.class);
        assertThatThrownBy(() -> Destination.of("https://api.acme.example", true, "near"))
                .isInstanceOf(OperatorError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "fc00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::",
                "::ffff:127.0.0.1"
            })
    void addressesThatAreNotPublicAreKnown(String address) throws Exception {
        assertThat(GuardedDns.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "192.1.0.1", "2606:4700::1", "2001:4860:4860::8888"})
    void publicAddressesAreLetThrough(String address) throws Exception {
        assertThat(GuardedDns.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
