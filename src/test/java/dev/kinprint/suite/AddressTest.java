package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com/v1/",
                "HTTPS://API.Example.com:8443/v1",
                "https://xn--mnchen-3ya.example/v1"
            })
    void aPublicAddressByHttpsIsAccepted(String url) {
        assertThat(Address.fault(url, false)).isEmpty();
        assertThat(Address.fault(url, true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/v1",
                "http://127.255.255.254",
                "http://[::1]:11434",
                "http://localhost:11434",
                "https://LocalHost/v1"
            })
    void thisMachineIsAcceptedOnlyWhereItIsSaidToBeLocal(String url) {
        assertThat(Address.fault(url, true)).isEmpty();
        assertThat(Address.fault(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/v1",
                "ftp://api.example.com",
                "file:///etc/passwd",
                "api.example.com/v1",
                "https://",
                "https:///v1",
                "https://user@api.example.com",
                "https://user:word@127.0.0.1",
                "https://api.example.com?key=x",
                "https://api.example.com#x",
                "https://api.example.com\\@127.0.0.1",
                "https://127.0.0.1\\@api.example.com",
                "https://api.example.com.",
                "http://localhost.",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://127.1",
                "http://2130706433",
                "http://0x7f000001",
                "http://0x7f.1",
                "http://0177.0.0.1",
                "http://127.0.0.256",
                "http://127.0.0.010",
                "http://0.0.0.0",
                "http://[::ffff:127.0.0.1]",
                "http://[::]",
                "https://169.254.169.254/latest",
                "https://10.0.0.1",
                "https://münchen.example",
                "https://api.example.com%00.evil.example",
                "https://api.example.com:99999",
                "https://api_under.example.com",
                "https://api.example.com/a b"
            })
    void everyOtherSpellingIsRefused(String url) {
        assertThat(Address.fault(url, false)).as("not local").isPresent();
        assertThat(Address.fault(url, true)).as("local").isPresent();
    }
}
