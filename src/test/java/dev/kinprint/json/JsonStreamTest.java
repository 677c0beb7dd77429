package dev.kinprint.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamTest {
    private static void read(String text, JsonStream.Reader reader) throws JsonFault {
        JsonStream.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT, reader);
    }

    private static void numbers(JsonStream value, List<OptionalDouble> into) throws IOException, JsonFault {
        value.items(item -> into.add(item.number()));
    }

    @Test
    void aDocumentIsReadFromFrontToBack() throws JsonFault {
        List<String> seen = new ArrayList<>();
        List<OptionalDouble> numbers = new ArrayList<>();
        read(
                "{\"b\": [1, -0.25, null, 3e2], \"a\": {\"x\": [true]}, \"c\": []}",
                document -> document.members((name, value) -> {
                    seen.add(name);
                    if (name.equals("b")) {
                        numbers(value, numbers);
                    } else {
                        seen.add(new String(value.value().canonical(), StandardCharsets.UTF_8));
                    }
                }));

        assertThat(seen).containsExactly("b", "a", "{\"x\":[true]}", "c", "[]");
        assertThat(numbers)
                .containsExactly(
                        OptionalDouble.of(1), OptionalDouble.of(-0.25), OptionalDouble.empty(), OptionalDouble.of(300));
    }

    /** Written by Java, read by another parser than Java's: both promise the nearest double. */
    @Test
    void everyNumberIsTheNearestDouble() throws JsonFault {
        SplittableRandom random = new SplittableRandom(7);
        List<Double> written = new ArrayList<>();
        for (int k = 0; k < 10_000; k++) {
            double any = Double.longBitsToDouble(random.nextLong());
            written.add(Double.isFinite(any) ? any : random.nextDouble());
            written.add(Math.rint(random.nextDouble(-12_000, 12_000)) / 1000);
        }
        List<OptionalDouble> found = new ArrayList<>();
        read(written.toString(), document -> numbers(document, found));

        assertThat(found.stream().map(OptionalDouble::orElseThrow)).containsExactlyElementsOf(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1", "[1] 2", "[1,]", "{\"a\":1,\"a\":2}", "[01]", "[NaN]", "[1] x"})
    void whatTheTreeRefusesTheStreamRefuses(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Json.parse(bytes)).isInstanceOf(JsonFault.class);
        assertThatThrownBy(() -> read(text, JsonStream::value)).isInstanceOf(JsonFault.class);
        assertThatThrownBy(() -> read(text, JsonStreamTest::skim)).isInstanceOf(JsonFault.class);
    }

    private static void skim(JsonStream value) throws IOException, JsonFault {
        List<OptionalDouble> numbers = new ArrayList<>();
        numbers(value, numbers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1}     | not an array at line 1",
                "[\"1\"]        | not a number at line 1",
                "[[1]]          | not a number at line 1",
                "[true]         | not a number at line 1",
                "[1e999]        | a number beyond any use at line 1",
            })
    void anotherKindOfValueIsNamedWithItsPlace(String text, String why) {
        assertThatThrownBy(() -> read(text.strip(), JsonStreamTest::skim))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining(why.strip());
        assertThatThrownBy(() -> read("[]", document -> document.members((name, value) -> value.value())))
                .hasMessageContaining("not an object at line 1");
    }

    @Test
    void theLimitsHold() {
        byte[] deep = "[".repeat(40).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonStream.read(deep, new JsonLimits(100, 8, 10, 10), JsonStream::value))
                .hasMessageContaining("nested too deep");
        assertThatThrownBy(() -> JsonStream.read(deep, new JsonLimits(20, 64, 10, 10), JsonStream::value))
                .hasMessageContaining("longer than 20 bytes");
        byte[] notText = {'[', (byte) 0xC0, (byte) 0xAF, ']'};
        assertThatThrownBy(() -> JsonStream.read(notText, JsonLimits.DEFAULT, JsonStream::value))
                .hasMessageContaining("not valid UTF-8");
    }
}
