package dev.kinprint.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJsonTest {
    private static Json parse(String text) throws JsonFault {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "{",
                "[1",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "[1 2]",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "0x10",
                "NaN",
                "Infinity",
                "-Infinity",
                "tru",
                "nulll",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"open",
                "// c\n1",
                "/* c */ 1",
                "# c\n1",
                "1 2",
                "{} {}",
                "[] x",
                "<html></html>",
                "\uFEFF{}",
            })
    void whatIsNotExactlyOneValueIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonFault.class);
    }

    @ParameterizedTest
    @CsvSource({
        "22C08022,overlong zero",
        "22C1BF22,overlong two bytes",
        "22E0808022,overlong three bytes",
        "22EDA08022,a surrogate in UTF-8",
        "22F490808022,beyond U+10FFFF",
        "22FF22,no UTF-8 byte",
        "22C3,cut inside a character",
        "FEFF007B007D,UTF-16 with a mark",
        "007B007D,UTF-16 without a mark",
    })
    void bytesOfAnotherEncodingAreRefused(String hex, String what) {
        assertThatThrownBy(() -> Json.parse(HexFormat.of().parseHex(hex)))
                .as(what)
                .isInstanceOf(JsonFault.class);
    }

    @Test
    void aKeyStandsOnce() {
        assertThatThrownBy(() -> parse("{\"a\":1,\"b\":{},\"a\":2}")).hasMessageContaining("duplicate key");
        assertThatThrownBy(() -> parse("{\"a\":1,\"\\u0061\":2}")).hasMessageContaining("duplicate key");
        assertThatThrownBy(() -> parse("{\"x\\ud800\":1,\"x\\ud801\":2}")).isInstanceOf(JsonFault.class);
    }

    @Test
    void depthIsLimited() {
        assertThatCode(() -> parse("[".repeat(64) + "]".repeat(64))).doesNotThrowAnyException();
        assertThatThrownBy(() -> parse("[".repeat(65) + "]".repeat(65))).hasMessageContaining("too deep");
        assertThatThrownBy(() -> parse("[".repeat(100_000))).hasMessageContaining("too deep");
        assertThatThrownBy(() -> parse("{\"a\":".repeat(100_000))).hasMessageContaining("too deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "0e999999999",
                "-1e401",
                "1e99999999999999999999",
                "1e-99999999999999999999",
                "0e99999999999999999999",
            })
    void numbersBeyondAnyUseAreRefused(String number) {
        assertThatThrownBy(() -> parse(number)).isInstanceOf(JsonFault.class);
        assertThatThrownBy(() -> parse("[" + number + "]")).isInstanceOf(JsonFault.class);
    }

    @Test
    void lengthsAreLimited() throws JsonFault {
        assertThat(parse("1".repeat(100)).whole()).isEmpty();
        assertThatThrownBy(() -> parse("1".repeat(101))).hasMessageContaining("too long");
        JsonLimits small = new JsonLimits(20, 4, 5, 3);
        byte[] fits = "[\"12345\",123]".getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parse(fits, small).items()).hasSize(2);
        assertThatThrownBy(() -> Json.parse("\"123456\"".getBytes(StandardCharsets.UTF_8), small))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> Json.parse(" ".repeat(21).getBytes(StandardCharsets.UTF_8), small))
                .hasMessageContaining("longer than 20 bytes");
        assertThatThrownBy(() -> new JsonLimits(1, 1, 0, 1)).hasMessageContaining("limits");
    }

    @Test
    void aMessageNamesThePlaceAndNeverQuotesTheInput() {
        assertThatThrownBy(() -> parse("{\"a\":1,\n \"b\": sk-secret}"))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> parse("{\"secret\":1,\"secret\":1}")).hasMessageNotContaining("secret");
    }

    @Test
    void manyKeysAndKeysOfOneHashTakeNoLongerThanOthers() {
        String many = IntStream.range(0, 200_000)
                .mapToObj(i -> "\"k" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));
        String equalHashes = IntStream.range(0, 1 << 14)
                .mapToObj(i -> "\"" + colliding(i) + "\":1")
                .collect(Collectors.joining(",", "{", "}"));

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            assertThat(parse(many).members()).hasSize(200_000);
            assertThat(parse(equalHashes).members()).hasSize(1 << 14);
        });
    }

    @Test
    void severalMegabytesAreReadAtOnce() {
        String text = "x".repeat(3_999_999);
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(parse("\"" + text + "\"").text()).contains(text));
    }

    /** "Aa" and "BB" have one hash in Java, and so has every row of them. */
    private static String colliding(int bits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            text.append((bits >> i & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
