package dev.kinprint.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every dialect must do, whoever speaks it. */
class CodecContractTest {
    @Test
    void everyDialectOfAProfileIsUnderThisContract() {
        Set<String> covered =
                Arrays.stream(Wire.values()).map(wire -> wire.dialect).collect(Collectors.toSet());
        assertThat(Profiles.all()).extracting(Profile::dialect).isSubsetOf(covered);
        assertThat(Codecs.dialects()).isEqualTo(covered);
    }

    @ParameterizedTest
    @EnumSource
    void aWholeAnswerIsOkWithItsWords(Wire wire) {
        Answer answer = wire.read(200, wire.reply("\"A wren.\\nOr \\u00e9 \\ud83d\\udc26\"", wire.whole));
        assertThat(answer.outcome()).isEqualTo(Outcome.OK);
        assertThat(answer.text()).isEqualTo("A wren.\nOr \u00e9 \ud83d\udc26");
        assertThat(answer.served()).isEqualTo(wire == Wire.BEDROCK_CONVERSE ? Optional.empty() : Optional.of("m-1"));
        assertThat(answer.finish()).contains(wire.whole);
        assertThat(answer.usage())
                .isEqualTo(new Usage(
                        Optional.of(5L), Optional.of(7L), answer.usage().reasoning()));
    }

    @ParameterizedTest
    @EnumSource
    void halfOfASurrogatePairIsNoAnswer(Wire wire) {
        for (String half : List.of("a\\ud83d", "\\ud83da", "\\udc26", "\\udc26\\ud83d", "\\ud83d\\udc26\\udc26")) {
            assertThat(wire.read(200, wire.reply("\"" + half + "\"", wire.whole))
                            .outcome())
                    .as(half)
                    .isEqualTo(Outcome.ERROR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTokenLimitMakesItTruncated(Wire wire) {
        assertThat(wire.read(200, wire.reply("\"A wr\"", wire.limit)).outcome()).isEqualTo(Outcome.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource
    void noWordsAreEmptyAndNeverAnAnswer(Wire wire) {
        assertThat(wire.read(200, wire.reply("\" \\n\"", wire.whole)).outcome()).isEqualTo(Outcome.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(names = "OLLAMA_NATIVE", mode = EnumSource.Mode.EXCLUDE)
    void whatWasWithheldIsDataAndNoError(Wire wire) {
        assertThat(wire.read(200, wire.reply("\"\"", wire.withheld)).outcome()).isIn(Outcome.REFUSED, Outcome.FILTERED);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownWayToEndIsNoAnswerAndDoesNotThrow(Wire wire) {
        Answer answer = wire.read(200, wire.reply("\"A wren.\"", "ended_by_moonlight"));
        assertThat(answer.fault().map(Fault::kind)).contains(FaultKind.UNSUPPORTED);
    }

    @ParameterizedTest
    @EnumSource
    void thinkingLeftInTheAnswerIsKeptApart(Wire wire) {
        Answer answer = wire.read(200, wire.reply("\"\\n<think>birds...</think>\\n\\nA wren.\"", wire.whole));
        assertThat(answer.text()).isEqualTo("A wren.");
        assertThat(answer.reasoning()).contains("birds...");
        assertThat(wire.read(200, wire.reply("\"<think>birds and\"", wire.limit))
                        .outcome())
                .isEqualTo(Outcome.REASONING_ONLY);
    }

    /** Bedrock does not say who answered. */
    @ParameterizedTest
    @EnumSource(names = "BEDROCK_CONVERSE", mode = EnumSource.Mode.EXCLUDE)
    void anotherModelThanTheOneAskedIsNotCompared(Wire wire) {
        String body = wire.reply("\"A wren.\"", wire.whole).replace("\"m-1\"", "\"m-1-mini\"");
        Answer answer = wire.read(200, body);
        assertThat(answer.outcome()).isEqualTo(Outcome.WRONG_MODEL);
        assertThat(answer.served()).contains("m-1-mini");
        assertThat(wire.read(200, body.replace("m-1-mini", "m-1-2026-08-06")).outcome())
                .isEqualTo(Outcome.OK);
    }

    @ParameterizedTest
    @EnumSource
    void absurdUsageIsDroppedAndTheAnswerKept(Wire wire) {
        String good = wire.reply("\"A wren.\"", wire.whole);
        for (String absurd : new String[] {"-7", "1e300", "\"7\"", "null", "7.5", "99999999999999999999999"}) {
            Answer answer = wire.read(200, good.replace(":7", ":" + absurd));
            assertThat(answer.outcome()).as(absurd).isEqualTo(Outcome.OK);
            assertThat(answer.usage().output()).as(absurd).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void brokenBytesAreToldFromCutOnes(Wire wire) {
        String good = wire.reply("\"A wren, and then some more words.\"", wire.whole);
        for (int length : new int[] {0, 1, good.length() / 2, good.length() - 1}) {
            assertThat(wire.read(200, good.substring(0, length)).fault().map(Fault::kind))
                    .as("cut to " + length)
                    .contains(FaultKind.CUT);
        }
        byte[] overlong = good.replace("wren", "\u0001\u0002").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < overlong.length; i++) {
            overlong[i] = overlong[i] == 1 ? (byte) 0xC0 : overlong[i] == 2 ? (byte) 0x80 : overlong[i];
        }
        assertThat(wire.read(200, overlong).fault().map(Fault::kind)).contains(FaultKind.UNREADABLE);
        assertThat(wire.read(200, good + "{}").fault().map(Fault::kind)).contains(FaultKind.UNREADABLE);
        assertThat(wire.read(200, good.replaceFirst("\\{", "{\"model\":\"m-1\",\"model\":\"x\","))
                        .fault())
                .isPresent();
        assertThat(wire.read(200, wire.reply("\"half \\ud800 pair\"", wire.whole))
                        .fault()
                        .map(Fault::kind))
                .contains(FaultKind.UNREADABLE);
        assertThat(wire.read(200, "<html>Welcome!</html>").fault().map(Fault::kind))
                .contains(FaultKind.CUT);
    }

    @ParameterizedTest
    @EnumSource
    void answersMayBeLongAndPrecededByBlankLines(Wire wire) {
        String text = "\n\n\r\n" + wire.reply("\"" + "wren ".repeat(400_000) + "\"", wire.whole) + "\n";
        assertThat(wire.read(200, text).text()).hasSize(2_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void statusesMeanTheSameInEveryDialect(Wire wire) {
        Map<Integer, FaultKind> meaning = Map.ofEntries(
                Map.entry(204, FaultKind.GATEWAY),
                Map.entry(206, FaultKind.GATEWAY),
                Map.entry(307, FaultKind.REDIRECT),
                Map.entry(400, FaultKind.BAD_REQUEST),
                Map.entry(401, FaultKind.AUTHENTICATION),
                Map.entry(402, FaultKind.QUOTA),
                Map.entry(403, FaultKind.AUTHENTICATION),
                Map.entry(404, FaultKind.NOT_FOUND),
                Map.entry(408, FaultKind.GATEWAY),
                Map.entry(413, FaultKind.BAD_REQUEST),
                Map.entry(422, FaultKind.BAD_REQUEST),
                Map.entry(429, FaultKind.RATE_LIMITED),
                Map.entry(500, FaultKind.GATEWAY),
                Map.entry(502, FaultKind.GATEWAY),
                Map.entry(503, FaultKind.OVERLOADED),
                Map.entry(504, FaultKind.GATEWAY),
                Map.entry(522, FaultKind.GATEWAY),
                Map.entry(529, FaultKind.OVERLOADED));
        meaning.forEach(
                (status, kind) -> assertThat(wire.read(status, "<html>").fault().map(Fault::kind))
                        .as("status " + status)
                        .contains(kind));
        assertThat(wire.read(500, "{\"error\":{\"message\":\"oops\"}}").fault().map(Fault::kind))
                .contains(FaultKind.SERVER);
        assertThat(wire.read(504, "{\"error\":{\"message\":\"oops\"}}").fault().map(Fault::kind))
                .contains(FaultKind.GATEWAY);
    }

    @ParameterizedTest
    @EnumSource
    void noBytesAtAllMakeItThrow(Wire wire) {
        byte[] good = wire.reply("\"A wren.\"", wire.whole).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        int[] statuses = {200, 200, 200, 201, 301, 400, 429, 500, 999};
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bad[random.nextInt(bad.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : "{}[]\",:0nt".charAt(random.nextInt(10)));
            }
            Answer answer = wire.read(statuses[round % statuses.length], bad);
            assertThat(answer.outcome() == Outcome.ERROR)
                    .isEqualTo(answer.fault().isPresent());
        }
        for (String shape : new String[] {
            "null",
            "7",
            "[]",
            "[[]]",
            "{}",
            "\"x\"",
            "{\"choices\":7}",
            "{\"content\":[7]}",
            "{\"candidates\":[7]}",
            "{\"message\":[]}",
            "{\"error\":[]}",
            "{\"error\":null}"
        }) {
            assertThat(wire.read(200, shape).outcome()).as(shape).isNotEqualTo(Outcome.OK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void usageMayBeMissing(Wire wire) {
        String bare = wire.reply("\"A wren.\"", wire.whole)
                .replaceAll(",\\s*\"(usage|usageMetadata)\":\\{[^}]*\\}", "")
                .replaceAll(",\\s*\"[a-z_]*eval_count\":[0-9]+", "");
        Answer answer = wire.read(200, bare);
        assertThat(answer.outcome()).isEqualTo(Outcome.OK);
        assertThat(answer.usage()).isEqualTo(Usage.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void compressedAnswersAreReadAndTrapsAreNot(Wire wire) throws IOException {
        Map<String, String> gzip = Map.of("content-encoding", "gzip");
        byte[] good = zip(wire.reply("\"A wren.\"", wire.whole).getBytes(StandardCharsets.UTF_8));
        assertThat(wire.read(200, gzip, good).text()).isEqualTo("A wren.");
        byte[] trap = zip(new byte[Inflated.MOST + 1]);
        assertThat(trap).hasSizeLessThan(20_000);
        for (byte[] bad : new byte[][] {trap, "{}".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(good, 30)}) {
            assertThat(wire.read(200, gzip, bad).fault().map(Fault::kind)).contains(FaultKind.UNREADABLE);
        }
        assertThat(wire.read(200, Map.of("content-encoding", "br"), good)
                        .fault()
                        .map(Fault::kind))
                .contains(FaultKind.UNREADABLE);
        assertThat(wire.read(429, gzip, trap).fault().map(Fault::kind)).contains(FaultKind.RATE_LIMITED);
    }

    private static byte[] zip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void theWholeConversationIsSent(Wire wire) {
        WireRequest request = wire.encode(Map.of("temperature", "0.70"), false);
        assertThat(new String(request.body().canonical(), StandardCharsets.UTF_8))
                .contains("Name a bird.", "A wren.", "Another?", "0.7", "64")
                .doesNotContain("0.70");
        assertThat(request.dropped()).isEmpty();
        assertThat(request).isEqualTo(wire.encode(Map.of("temperature", "0.7"), false));
    }

    @ParameterizedTest
    @EnumSource
    void aParameterThatTheVendorDoesNotTakeIsRefusedOrLeftOutByChoice(Wire wire) {
        Map<String, String> params = Map.of("moonlight", "1");
        assertThatThrownBy(() -> wire.encode(params, false))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("moonlight")
                .hasMessageContaining(wire.profile + "/m-1");
        assertThat(wire.encode(params, true).dropped()).containsExactly("moonlight");
        assertThat(wire.encode(params, true).body())
                .isEqualTo(wire.encode(Map.of(), true).body());
    }
}
