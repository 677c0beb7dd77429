package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.State;
import dev.kinprint.collect.LoopServer.Sent;
import dev.kinprint.collect.LoopServer.Then;
import dev.kinprint.provider.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** What a vendor, or something on the way to one, can do to a call, and what must come of it. */
final class FaultList {
    private static final String OPENAI = "openai-compatible";
    private static final String QUIET = "";

    private final List<Fault> all = new ArrayList<>();
    private final String echo;

    private FaultList(String echo) {
        this.echo = echo;
    }

    /**
     * One fault.
     *
     * @param row its kind, by which faults are counted
     * @param name a name for messages
     * @param provider the profile whose dialect it is in
     * @param script what each call for the cell gets in turn; after that, good answers
     * @param posts how many requests the server must see in all
     * @param state how the cell must stand in the end
     * @param reason how the reason in the archive must begin
     * @param outcome what the answer must be taken for, where there is one
     */
    record Fault(
            int row,
            String name,
            String provider,
            List<Sent> script,
            int posts,
            State state,
            String reason,
            Optional<Outcome> outcome) {
        Sent sent(int call) {
            return call <= script.size() ? script.get(call - 1) : Sent.keep(LoopServer.ok(LoopServer.answer("fine")));
        }
    }

    /**
     * The list.
     *
     * @param echo a text that stands in every body, in a JSON string
     */
    static List<Fault> of(String echo) {
        FaultList list = new FaultList(echo);
        list.busy();
        list.closed();
        list.broken();
        list.cut();
        list.odd();
        list.unwelcome();
        list.headers();
        return list.all;
    }

    private String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + echo + "\"}}";
    }

    private String anthropic(String type) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + echo + "\"}}";
    }

    private String html() {
        return "<html>" + echo + "</html>";
    }

    private String good() {
        return LoopServer.answer(echo);
    }

    private String choice(String message, String finish) {
        return "{\"id\":\"r\",\"model\":\"m\",\"note\":\"" + echo + "\",\"choices\":[{\"message\":" + message
                + ",\"finish_reason\":\"" + finish + "\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}";
    }

    /** It is asked again after a pause, and answered. */
    private void again(int row, String name, String raw) {
        again(row, name, OPENAI, raw);
    }

    private void again(int row, String name, String provider, String raw) {
        add(row, name, provider, Sent.keep(raw), 2, State.RESULT, QUIET, provider.equals(OPENAI) ? Outcome.OK : null);
    }

    /** It is asked once, and what came is an answer of some kind. */
    private void kept(int row, String name, String body, Outcome outcome) {
        kept(row, name, OPENAI, body, outcome);
    }

    private void kept(int row, String name, String provider, String body, Outcome outcome) {
        add(row, name, provider, Sent.keep(LoopServer.ok(body)), 1, State.RESULT, QUIET, outcome);
    }

    /** It is asked once, and may have been paid for. */
    private void held(int row, String name, Sent sent, String reason) {
        boolean silent = reason.startsWith("no-answer");
        add(row, name, OPENAI, sent, 1, silent ? State.IN_DOUBT : State.PARTIAL, reason, null);
    }

    /** It is asked once and turned away. */
    private void rejected(int row, String name, String raw, String reason) {
        rejected(row, name, OPENAI, raw, reason);
    }

    private void rejected(int row, String name, String provider, String raw, String reason) {
        add(row, name, provider, Sent.keep(raw), 1, State.REJECTED, reason, null);
    }

    private void add(
            int row,
            String name,
            String provider,
            Sent sent,
            int posts,
            State state,
            String reason,
            @org.jspecify.annotations.Nullable Outcome outcome) {
        all.add(new Fault(row, name, provider, List.of(sent), posts, state, reason, Optional.ofNullable(outcome)));
    }

    private static String at(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private void busy() {
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        String limit = error("rate_limit_exceeded");
        again(1, "429, wait in seconds", LoopServer.http(429, "retry-after: 1\r\n", limit));
        again(1, "429, wait in fractions", LoopServer.http(429, "retry-after: 0.25\r\n", limit));
        again(1, "429, wait in milliseconds", LoopServer.http(429, "retry-after-ms: 70\r\n", limit));
        for (int seconds : new int[] {-60, 1}) {
            String headers = "date: " + at(noon) + "\r\nretry-after: " + at(noon.plusSeconds(seconds)) + "\r\n";
            again(2, "429, wait until a date " + seconds + " s away", LoopServer.http(429, headers, limit));
        }
        again(2, "429, a date that is none", LoopServer.http(429, "retry-after: next Tuesday\r\n", limit));
        rejected(
                2,
                "429, wait for two hours",
                LoopServer.http(
                        429, "date: " + at(noon) + "\r\nretry-after: " + at(noon.plusSeconds(7_200)) + "\r\n", limit),
                "rate-limited");
        again(3, "429, no word on how long", LoopServer.http(429, "", limit));
        again(8, "529", LoopServer.http(529, "", error("overloaded_error")));
        for (int status : new int[] {500, 502, 503}) {
            again(9, status + " in the vendor's words", LoopServer.http(status, "", error("oops")));
        }
        again(10, "503, wait for no time", LoopServer.http(503, "retry-after: 0\r\n", html()));
        again(
                36,
                "an error for 429 in a good status",
                LoopServer.ok("{\"error\":{\"code\":429,\"message\":\"" + echo + "\"}}"));
        again(
                36,
                "an error for 502 in a good status",
                LoopServer.ok("{\"error\":{\"code\":502,\"message\":\"" + echo + "\"}}"));
        for (int code : new int[] {1002, 1033}) {
            again(37, "MiniMax " + code, LoopServer.ok(minimax(code)));
        }
        again(6, "402, wait in seconds", LoopServer.http(402, "retry-after: 1\r\n", error("402")));
        rejected(
                1,
                "500 that forbids another try",
                LoopServer.http(500, "x-should-retry: false\r\n", error("oops")),
                "server");
    }

    private String minimax(int code) {
        return "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + echo + "\"}}";
    }

    private void closed() {
        for (String code : List.of(
                "credit_balance_exhausted",
                "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded",
                "organization_usage_limit_exceeded",
                "insufficient_quota")) {
            rejected(4, "429 " + code, LoopServer.http(429, "", error(code)), "quota: " + code);
        }
        rejected(
                5,
                "Anthropic's spend limit",
                "anthropic",
                LoopServer.http(429, "", anthropic("enforced_spend_limit_reached")),
                "quota");
        rejected(
                5, "Anthropic's own limit", "anthropic", LoopServer.http(400, "", anthropic("billing_error")), "quota");
        rejected(6, "402", LoopServer.http(402, "", error("402")), "quota");
        rejected(7, "403 for no balance", LoopServer.http(403, "", error("exceeded_current_quota_error")), "quota");
        rejected(7, "403", LoopServer.http(403, "", error("forbidden")), "authentication");
        rejected(37, "MiniMax 1004", LoopServer.ok(minimax(1004)), "authentication");
        rejected(37, "MiniMax 1008", LoopServer.ok(minimax(1008)), "quota");
        rejected(49, "404", LoopServer.http(404, "", error("model_not_found")), "not-found");
        rejected(49, "410", LoopServer.http(410, "", html()), "not-found");
        rejected(50, "400 for the length", LoopServer.http(400, "", error("context_length_exceeded")), "bad-request");
        rejected(50, "400 for a parameter", LoopServer.http(400, "", error("unsupported_parameter")), "bad-request");
        rejected(50, "422", LoopServer.http(422, "", "{\"detail\":[{\"msg\":\"" + echo + "\"}]}"), "bad-request");
        rejected(51, "413 from someone on the way", LoopServer.http(413, "", html()), "bad-request");
        rejected(59, "401", LoopServer.http(401, "", error("invalid_api_key")), "authentication");
        rejected(60, "a code that is what was sent", LoopServer.http(400, "", error(echo)), "bad-request");
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            for (String to : List.of(
                    "http://elsewhere.example/?q=" + flat(),
                    "https://169.254.169.254/" + flat(),
                    "/chat/completions")) {
                String name = status + " to " + to.replaceAll("[?/][^/]*$", "");
                rejected(52, name, LoopServer.http(status, "location: " + to + "\r\n", html()), "redirect");
            }
        }
    }

    private void broken() {
        held(9, "504 in the vendor's words", Sent.keep(LoopServer.http(504, "", error("oops"))), "gateway");
        held(9, "500 in no vendor's words", Sent.keep(LoopServer.http(500, "", html())), "gateway");
        held(11, "408", Sent.keep(LoopServer.http(408, "", error("oops"))), "gateway");
        for (int status : new int[] {520, 521, 522, 523, 524, 599, 999}) {
            held(12, status + " as HTML", Sent.keep(LoopServer.http(status, "", html())), "gateway");
        }
        held(14, "closed after the request", Sent.close(""), "no-answer");
        held(14, "torn down after the request", Sent.of(Bytes.empty(), Then.RESET), "no-answer");
        held(14, "a status line that is none", Sent.close(flat() + "\r\n\r\n"), "no-answer");
        held(23, "headers that drip", Sent.dripping("HTTP/1.1 200 OK\r\nx-a: " + "a".repeat(500), 17), "no-answer");
        held(23, "a body that drips", Sent.dripping(LoopServer.ok(good()), 90), "cut");
        held(24, "silence", Sent.late(QUIET, 4_000), "no-answer");
        for (int status : new int[] {201, 202, 206}) {
            held(56, "" + status, Sent.keep(LoopServer.http(status, "", good())), "gateway");
        }
        for (int status : new int[] {204, 205}) {
            held(56, "" + status, Sent.keep("HTTP/1.1 " + status + " No\r\n\r\n"), "gateway");
            held(56, status + " with a body", Sent.keep(LoopServer.http(status, "", good())), "no-answer: protocol");
        }
        add(
                56,
                "early hints before the answer",
                OPENAI,
                Sent.keep("HTTP/1.1 103 Early\r\nlink: <x>\r\n\r\n".repeat(3) + LoopServer.ok(good())),
                1,
                State.RESULT,
                QUIET,
                Outcome.OK);
        String flood = "HTTP/1.1 100 Continue\r\n\r\n".repeat(3_000);
        add(56, "a flood of 100", OPENAI, Sent.keep(flood + LoopServer.ok(good())), 1, State.RESULT, QUIET, Outcome.OK);
    }

    private void cut() {
        String good = good();
        String half = good.substring(0, good.length() - 6);
        held(16, "cut before its length", Sent.close("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n" + good), "cut");
        held(
                16,
                "torn down before its length",
                Sent.of(Bytes.utf8("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n" + good), Then.RESET),
                "");
        held(
                16,
                "cut within a chunk",
                Sent.close("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfff0\r\n" + good),
                "cut");
        held(17, "cut, and no length", Sent.close("HTTP/1.1 200 OK\r\n\r\n" + half), "cut");
        held(17, "cut, HTTP/1.0", Sent.close("HTTP/1.0 200 OK\r\n\r\n" + half), "cut");
        held(
                17,
                "two lengths",
                Sent.close("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 900\r\n\r\n" + good),
                "cut");
        held(27, "longer than any answer", Sent.keep(LoopServer.ok(good + " ".repeat(70_000))), "cut");
        held(
                27,
                "a chunk without end",
                Sent.keep("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7fffffff\r\n" + good
                        + " ".repeat(70_000)),
                "cut");
        held(
                27,
                "a body of a gigabyte",
                Sent.keep("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n" + good + " ".repeat(70_000)),
                "cut");
        held(30, "half of the JSON", Sent.keep(LoopServer.ok(half)), "cut");
        held(31, "HTML in a good status", Sent.keep(LoopServer.ok(html())), "cut");
        held(31, "nothing in a good status", Sent.keep(LoopServer.ok("")), "cut");
        held(31, "blanks in a good status", Sent.keep(LoopServer.ok(" \r\n ")), "cut");
        held(29, "UTF-16", binary("", ("\ufeff" + good).getBytes(StandardCharsets.UTF_16BE)), "cut");
        held(42, "broken off by the vendor", Sent.keep(LoopServer.ok(choice("{\"content\":\"A\"}", "error"))), "cut");
    }

    private static Sent binary(String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length + "\r\n"
                        + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return Sent.of(Bytes.of(all.toByteArray()), Then.KEEP);
    }

    private interface Packing {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] plain, Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packing.over(out)) {
            packed.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void answered(int row, String name, Sent sent, Outcome outcome) {
        add(row, name, OPENAI, sent, 1, State.RESULT, QUIET, outcome);
    }

    /** Whole bodies that strict reading takes or refuses. What is refused was paid for, and is kept. */
    private void odd() {
        kept(21, "blank lines first", "\n\r\n\n \n" + good(), Outcome.OK);
        byte[] plain = good().getBytes(StandardCharsets.UTF_8);
        String gzip = "content-encoding: gzip\r\n";
        answered(25, "gzip that nobody asked for", binary(gzip, packed(plain, GZIPOutputStream::new)), Outcome.OK);
        answered(
                25,
                "deflate that nobody asked for",
                binary("content-encoding: deflate\r\n", packed(plain, DeflaterOutputStream::new)),
                Outcome.OK);
        answered(25, "brotli that nobody asked for", binary("content-encoding: br\r\n", plain), Outcome.ERROR);
        answered(25, "gzip that is none", binary(gzip, plain), Outcome.ERROR);
        answered(26, "a trap of gzip", binary(gzip, packed(new byte[9 << 20], GZIPOutputStream::new)), Outcome.ERROR);
        byte[] latin = LoopServer.answer("\u00e9 " + echo).getBytes(StandardCharsets.ISO_8859_1);
        answered(28, "bytes that are not UTF-8", binary("", latin), Outcome.ERROR);
        byte[] overlong = new String(plain, StandardCharsets.ISO_8859_1)
                .replaceFirst("\"r\"", "\"\u00c0\u0080\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        answered(28, "overlong UTF-8", binary("", overlong), Outcome.ERROR);
        kept(28, "half of a surrogate pair", choice("{\"content\":\"A \\ud800\"}", "stop"), Outcome.ERROR);
        answered(
                29,
                "a charset that nobody knows",
                Sent.keep(LoopServer.ok(good()).replace("json", "json; charset=martian")),
                Outcome.OK);
        kept(32, "a key twice", good().replaceFirst("\\{", "{\"model\":\"m\","), Outcome.ERROR);
        kept(33, "a second value behind", good() + "{}", Outcome.ERROR);
        kept(34, "5,000 levels", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", Outcome.ERROR);
        kept(34, "2,000 digits", good().replace(":7,", ":" + "7".repeat(2_000) + ","), Outcome.ERROR);
        kept(35, "usage beyond any number", good().replace(":7", ":1e999999999"), Outcome.ERROR);
        for (String tokens : List.of("-7", "1e300", "99999999999")) {
            kept(35, "usage of " + tokens, good().replace(":7", ":" + tokens), Outcome.OK);
        }
        kept(43, "a tool call", choice("{\"tool_calls\":[{\"id\":\"" + echo + "\"}]}", "tool_calls"), Outcome.ERROR);
        kept(43, "sound", choice("{\"content\":\"A\",\"audio\":{\"id\":\"x\"}}", "stop"), Outcome.ERROR);
        kept(43, "a part of an unknown kind", choice("{\"content\":[{\"type\":\"hologram\"}]}", "stop"), Outcome.ERROR);
        kept(43, "an unknown way to end", choice("{\"content\":\"A\"}", "dawn"), Outcome.ERROR);
        kept(
                44,
                "several choices",
                good().replace("}],\"id\"", "},{\"finish_reason\":\"length\",\"message\":{\"content\":\"B\"}}],\"id\""),
                Outcome.OK);
    }

    private void unwelcome() {
        answered(
                7,
                "403 of a moderator",
                Sent.keep(LoopServer.http(
                        403,
                        "",
                        "{\"error\":{\"code\":403,\"message\":\"" + echo + "\",\"metadata\":{\"reasons\":[\"x\"]}}}")),
                Outcome.FILTERED);
        answered(41, "400 of a filter", Sent.keep(LoopServer.http(400, "", error("content_filter"))), Outcome.FILTERED);
        for (int code : new int[] {1026, 1027}) {
            kept(37, "MiniMax " + code, minimax(code), Outcome.FILTERED);
        }
        kept(38, "no choices", "{\"id\":\"r\",\"model\":\"m\",\"choices\":[]}", Outcome.EMPTY);
        kept(
                38,
                "Gemini's block of a prompt",
                "gemini",
                "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"note\":\"" + echo + "\"}",
                Outcome.FILTERED);
        kept(39, "no content", choice("{\"content\":null}", "stop"), Outcome.EMPTY);
        kept(39, "empty content", choice("{\"content\":\"\"}", "stop"), Outcome.EMPTY);
        kept(39, "a message without parts", choice("{}", "stop"), Outcome.EMPTY);
        kept(40, "a refusal", choice("{\"content\":null,\"refusal\":\"" + echo + "\"}", "stop"), Outcome.REFUSED);
        kept(
                40,
                "Anthropic's refusal",
                "anthropic",
                "{\"model\":\"m\",\"content\":[],\"stop_reason\":\"refusal\"}",
                Outcome.REFUSED);
        kept(41, "a filter", choice("{\"content\":\"A\"}", "content_filter"), Outcome.FILTERED);
        for (String reason : List.of("SAFETY", "RECITATION")) {
            kept(
                    41,
                    "Gemini's " + reason,
                    "gemini",
                    "{\"candidates\":[{\"finishReason\":\"" + reason + "\"}]}",
                    Outcome.FILTERED);
        }
        kept(42, "the token limit", choice("{\"content\":\"A\"}", "length"), Outcome.TRUNCATED);
        kept(
                42,
                "the token limit within the thoughts",
                choice("{\"content\":\"\",\"reasoning_content\":\"" + echo + "\"}", "length"),
                Outcome.REASONING_ONLY);
        kept(45, "another model", good().replace("\"m\"", "\"another\""), Outcome.WRONG_MODEL);
        kept(45, "a model named as what was sent", good().replace("\"m\"", "\"" + echo + "\""), Outcome.WRONG_MODEL);
    }

    private String flat() {
        return echo.replaceAll("[^!-~]+", "_");
    }

    /** What was sent comes back in headers, kept ones and others. */
    private void headers() {
        String line = flat() + "\r\n";
        answered(14, "a header without a name", Sent.keep(LoopServer.http(200, line, good())), Outcome.OK);
        answered(
                60,
                "what was sent, in headers",
                Sent.keep(LoopServer.http(
                        200, "x-request-id: " + line + "set-cookie: " + line + "date: " + line, good())),
                Outcome.OK);
        answered(
                60,
                "what was sent, as an encoding",
                Sent.keep(LoopServer.http(200, "content-encoding: " + line, good())),
                Outcome.ERROR);
        kept(60, "what was sent, as a way to end", choice("{\"content\":\"A\"}", echo), Outcome.ERROR);
        again(
                60,
                "what was sent, as a time to wait",
                LoopServer.http(429, "retry-after: " + line, error("rate_limit_exceeded")));
        held(
                60,
                "what was sent, in a status line",
                Sent.close("HTTP/1.1 500 " + flat() + "\r\ncontent-length: 0\r\n\r\n"),
                "gateway");
    }
}
