package dev.kinprint.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    private static Json parse(String text) throws JsonFault {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(Json value) {
        return new String(value.canonical(), StandardCharsets.UTF_8);
    }

    @Test
    void theCanonicalFormSortsKeysAndDropsWhiteSpace() throws JsonFault {
        Json value = parse(" { \"b\" : [ 1 , true , null ] ,\n\"a\\u0062\":{}, \"B\":\"x\" } ");

        assertThat(canonical(value)).isEqualTo("{\"B\":\"x\",\"ab\":{},\"b\":[1,true,null]}");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0,1",
        "1e2,100",
        "-0,0",
        "-0.0,0",
        "0.10,0.1",
        "1E-7,0.0000001",
        "12345678901234567890,12345678901234567890",
    })
    void equalNumbersAreWrittenAlike(String written, String expected) throws JsonFault {
        assertThat(canonical(parse(written))).isEqualTo(expected);
    }

    @Test
    void charactersThatAreDangerousElsewhereAreEscaped() throws JsonFault {
        String text = "</script>\u2028\u2029\u007f\"\\\n\u0000é🐋";
        String written = canonical(new Json.Str(text));

        assertThat(written).isEqualTo("\"\\u003C/script>\\u2028\\u2029\\u007F\\\"\\\\\\n\\u0000é🐋\"");
        assertThat(parse(written)).isEqualTo(new Json.Str(text));
    }

    @Test
    void aLoneSurrogateIsKeptInTheValueAndWrittenVisibly() throws JsonFault {
        Json value = parse("\"a\\ud800b\"");

        assertThat(value).isEqualTo(new Json.Str("a\ud800b"));
        assertThat(canonical(value)).isEqualTo("\"a\uFFFDb\"");
    }

    @Test
    void thePrettyFormIsTheSameValueInLines() throws JsonFault {
        Json value = Json.object("b", List.of(1, 2), "a", Optional.empty());

        assertThat(value.pretty()).isEqualTo("""
                {
                  "a" : null,
                  "b" : [
                    1,
                    2
                  ]
                }
                """);
        assertThat(parse(value.pretty())).isEqualTo(value);
    }

    @Test
    void aPathLeadsToAValueOrToItsAbsence() throws JsonFault {
        Json value = parse("{\"choices\":[{\"text\":\"hi\",\"n\":2,\"ok\":true,\"none\":null}]}");

        assertThat(value.at("choices", 0, "text").text()).contains("hi");
        assertThat(value.at("choices", 0, "n").whole()).contains(2L);
        assertThat(value.at("choices", 0, "n").number()).contains(2.0);
        assertThat(value.at("choices", 0, "ok").truth()).contains(true);
        assertThat(value.at("choices", 0, "none").present()).isTrue();
        assertThat(value.at("choices", 0, "none").text()).isEmpty();
        assertThat(value.at("choices", 1).present()).isFalse();
        assertThat(value.at("choices", -1, "text").present()).isFalse();
        assertThat(value.at("choices", "text").present()).isFalse();
        assertThat(value.at("choices", 0).members()).containsOnlyKeys("text", "n", "ok", "none");
        assertThat(value.at("choices").items()).hasSize(1);
        assertThat(value.at("nothing").items()).isEmpty();
        assertThat(value.at("nothing").members()).isEmpty();
        assertThatThrownBy(() -> value.at("nothing").canonical()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wholeNumbersAreExactOrAbsent() throws JsonFault {
        assertThat(parse("1e3").whole()).contains(1000L);
        assertThat(parse("9223372036854775807").whole()).contains(Long.MAX_VALUE);
        assertThat(parse("9223372036854775808").whole()).isEmpty();
        assertThat(parse("1.5").whole()).isEmpty();
        assertThat(parse("1e300").whole()).isEmpty();
        assertThat(parse("1e-300").whole()).isEmpty();
        assertThat(parse("1e350").number()).isEmpty();
        assertThat(parse("\"1\"").whole()).isEmpty();
    }

    @Test
    void javaValuesBecomeJson() {
        Map<String, Object> map = new TreeMap<>(Map.of("k", 1.5f));

        assertThat(canonical(Json.object("d", 0.1, "l", 5L, "s", (CharSequence) "x", "o", Optional.of(2), "m", map)))
                .isEqualTo("{\"d\":0.1,\"l\":5,\"m\":{\"k\":1.5},\"o\":2,\"s\":\"x\"}");
        assertThat(Json.of(new BigDecimal("1.50"))).isEqualTo(new Json.Num(new BigDecimal("1.50")));
        assertThatThrownBy(() -> Json.of(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Json.of(Float.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Json.of(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(Map.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.object("a")).hasMessageContaining("key without a value");
        assertThatThrownBy(() -> Json.object("a", 1, "a", 2)).hasMessageContaining("twice");
    }

    @Test
    void valuesDoNotChangeWithWhatTheyWereMadeOf() {
        List<Json> items = new ArrayList<>(List.of(new Json.Null()));
        TreeMap<String, Json> members = new TreeMap<>(Map.of("a", new Json.Null()));
        Json.Arr array = new Json.Arr(items);
        Json.Obj object = new Json.Obj(members);
        items.clear();
        members.clear();

        assertThat(array.items()).hasSize(1);
        assertThat(object.members()).hasSize(1);
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whateverIsWrittenIsReadBackEqual() throws JsonFault {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Json value = value(random, 4);
            assertThat(Json.parse(value.canonical()))
                    .as("seed %d, value %d", seed, i)
                    .isEqualTo(value);
            assertThat(parse(value.pretty()).canonical()).isEqualTo(value.canonical());
        }
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Json.Str(text(random));
            case 1 -> new Json.Num(BigDecimal.valueOf(random.nextLong(), 0));
            case 2 -> new Json.Bool(random.nextBoolean());
            case 3 -> new Json.Null();
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int n = random.nextInt(5); n > 0; n--) {
                    items.add(value(random, depth - 1));
                }
                yield new Json.Arr(items);
            }
            default -> {
                TreeMap<String, Json> members = new TreeMap<>();
                for (int n = random.nextInt(5); n > 0; n--) {
                    members.put(text(random), value(random, depth - 1));
                }
                yield new Json.Obj(members);
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x80);
            text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '?' : point);
        }
        return text.toString();
    }
}
