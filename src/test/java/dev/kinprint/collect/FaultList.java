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
import org.jspecify.annotations.Nullable;

/** What a vendor, or something on the way to one, can do to a call, and what must come of it. */
final class FaultList {
    private static final String OPENAI = "openai-compatible";
    private static final String QUIET = "";

    private final List<Fault> all = new ArrayList<>();
    private final String echo;
    private String group = "";

    private FaultList(String echo) {
        this.echo = echo;
    }

    /**
     * One fault.
     *
     * @param group what kind of fault it is, for counting
     * @param name a name for messages
     * @param provider the profile whose dialect it is in
     * @param first what the first call for the cell gets; all others are answered well
     * @param posts how many requests the server must see in all
     * @param state how the cell must stand in the end
     * @param reason how the reason in the archive must begin
     * @param outcome what the answer must be taken for, where there is one
     */
    record Fault(
            String group,
            String name,
            String provider,
            Sent first,
            int posts,
            State state,
            String reason,
            Optional<Outcome> outcome) {
        /** Whether nothing, or next to nothing, comes for a long time. */
        boolean slow() {
            return first.delayMillis() > 0 || first.atOnce() < first.raw().size();
        }

        /** What the given call for the cell gets, from 1. */
        Sent sent(int call) {
            return call == 1 ? first : Sent.keep(LoopServer.ok(LoopServer.answer("fine")));
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
    private void again(String name, String raw) {
        again(name, OPENAI, raw);
    }

    private void again(String name, String provider, String raw) {
        add(name, provider, Sent.keep(raw), 2, State.RESULT, QUIET, provider.equals(OPENAI) ? Outcome.OK : null);
    }

    /** It is asked once, and what came is an answer of some kind. */
    private void kept(String name, String body, Outcome outcome) {
        kept(name, OPENAI, body, outcome);
    }

    private void kept(String name, String provider, String body, Outcome outcome) {
        add(name, provider, Sent.keep(LoopServer.ok(body)), 1, State.RESULT, QUIET, outcome);
    }

    /** It is asked once, and may have been paid for. */
    private void held(String name, Sent sent, String reason) {
        boolean silent = reason.startsWith("no-answer");
        add(name, OPENAI, sent, 1, silent ? State.IN_DOUBT : State.PARTIAL, reason, null);
    }

    /** It is asked once and turned away. */
    private void rejected(String name, String raw, String reason) {
        rejected(name, OPENAI, raw, reason);
    }

    private void rejected(String name, String provider, String raw, String reason) {
        add(name, provider, Sent.keep(raw), 1, State.REJECTED, reason, null);
    }

    private void add(
            String name, String provider, Sent sent, int posts, State state, String reason, @Nullable Outcome outcome) {
        all.add(new Fault(group, name, provider, sent, posts, state, reason, Optional.ofNullable(outcome)));
    }

    private static String at(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private void busy() {
        group = "too busy";
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        String limit = error("rate_limit_exceeded");
        again("429, wait in seconds", LoopServer.http(429, "retry-after: 1\r\n", limit));
        again("429, wait in fractions", LoopServer.http(429, "retry-after: 0.25\r\n", limit));
        again("429, wait in milliseconds", LoopServer.http(429, "retry-after-ms: 70\r\n", limit));
        for (int seconds : new int[] {-60, 1}) {
            String headers = "date: " + at(noon) + "\r\nretry-after: " + at(noon.plusSeconds(seconds)) + "\r\n";
            again("429, wait until a date " + seconds + " s away", LoopServer.http(429, headers, limit));
        }
        again("429, a date that is none", LoopServer.http(429, "retry-after: next Tuesday\r\n", limit));
        rejected(
                "429, wait for two hours",
                LoopServer.http(
                        429, "date: " + at(noon) + "\r\nretry-after: " + at(noon.plusSeconds(7_200)) + "\r\n", limit),
                "rate-limited");
        again("429, no word on how long", LoopServer.http(429, "", limit));
        again("529", LoopServer.http(529, "", error("overloaded_error")));
        for (int status : new int[] {500, 502, 503}) {
            again(status + " in the vendor's words", LoopServer.http(status, "", error("oops")));
        }
        again("503, wait for no time", LoopServer.http(503, "retry-after: 0\r\n", html()));
        again(
                "an error for 429 in a good status",
                LoopServer.ok("{\"error\":{\"code\":429,\"message\":\"" + echo + "\"}}"));
        again(
                "an error for 502 in a good status",
                LoopServer.ok("{\"error\":{\"code\":502,\"message\":\"" + echo + "\"}}"));
        for (int code : new int[] {1002, 1033}) {
            again("MiniMax " + code, LoopServer.ok(minimax(code)));
        }
        again("402, wait in seconds", LoopServer.http(402, "retry-after: 1\r\n", error("402")));
        rejected(
                "500 that forbids another try",
                LoopServer.http(500, "x-should-retry: false\r\n", error("oops")),
                "server");
    }

    private String minimax(int code) {
        return "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + echo + "\"}}";
    }

    private void closed() {
        group = "no money, no right, no such thing";
        for (String code : List.of(
                "credit_balance_exhausted",
                "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded",
                "organization_usage_limit_exceeded",
                "insufficient_quota")) {
            rejected("429 " + code, LoopServer.http(429, "", error(code)), "quota: " + code);
        }
        rejected(
                "Anthropic's spend limit",
                "anthropic",
                LoopServer.http(429, "", anthropic("enforced_spend_limit_reached")),
                "quota");
        rejected("Anthropic's own limit", "anthropic", LoopServer.http(400, "", anthropic("billing_error")), "quota");
        rejected("402", LoopServer.http(402, "", error("402")), "quota");
        rejected("403 for no balance", LoopServer.http(403, "", error("exceeded_current_quota_error")), "quota");
        rejected("403", LoopServer.http(403, "", error("forbidden")), "authentication");
        rejected("MiniMax 1004", LoopServer.ok(minimax(1004)), "authentication");
        rejected("MiniMax 1008", LoopServer.ok(minimax(1008)), "quota");
        rejected("404", LoopServer.http(404, "", error("model_not_found")), "not-found");
        rejected("410", LoopServer.http(410, "", html()), "not-found");
        rejected("400 for the length", LoopServer.http(400, "", error("context_length_exceeded")), "bad-request");
        rejected("400 for a parameter", LoopServer.http(400, "", error("unsupported_parameter")), "bad-request");
        rejected("422", LoopServer.http(422, "", "{\"detail\":[{\"msg\":\"" + echo + "\"}]}"), "bad-request");
        rejected("413 from someone on the way", LoopServer.http(413, "", html()), "bad-request");
        rejected("401", LoopServer.http(401, "", error("invalid_api_key")), "authentication");
        rejected("a code that is what was sent", LoopServer.http(400, "", error(echo)), "bad-request");
        group = "redirects";
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            for (String to : List.of(
                    "http://elsewhere.example/?q=" + flat(),
                    "https://169.254.169.254/" + flat(),
                    "/chat/completions")) {
                String name = status + " to " + to.replaceAll("[?/][^/]*$", "");
                rejected(name, LoopServer.http(status, "location: " + to + "\r\n", html()), "redirect");
            }
        }
    }

    private void broken() {
        group = "other statuses, and silence";
        held("504 in the vendor's words", Sent.keep(LoopServer.http(504, "", error("oops"))), "gateway");
        held("500 in no vendor's words", Sent.keep(LoopServer.http(500, "", html())), "gateway");
        held("408", Sent.keep(LoopServer.http(408, "", error("oops"))), "gateway");
        for (int status : new int[] {520, 521, 522, 523, 524, 599, 999}) {
            held(status + " as HTML", Sent.keep(LoopServer.http(status, "", html())), "gateway");
        }
        held("closed after the request", Sent.close(""), "no-answer");
        held("torn down after the request", Sent.of(Bytes.empty(), Then.RESET), "no-answer");
        held("a status line that is none", Sent.close(flat() + "\r\n\r\n"), "no-answer");
        held("headers that drip", Sent.dripping("HTTP/1.1 200 OK\r\nx-a: " + "a".repeat(500), 17), "no-answer");
        held("a body that drips", Sent.dripping(LoopServer.ok(good()), 90), "cut");
        held("silence", Sent.late(QUIET, 4_000), "no-answer");
        for (int status : new int[] {201, 202, 206}) {
            held("" + status, Sent.keep(LoopServer.http(status, "", good())), "gateway");
        }
        for (int status : new int[] {204, 205}) {
            held("" + status, Sent.keep("HTTP/1.1 " + status + " No\r\n\r\n"), "gateway");
            held(status + " with a body", Sent.keep(LoopServer.http(status, "", good())), "no-answer: protocol");
        }
        add(
                "early hints before the answer",
                OPENAI,
                Sent.keep("HTTP/1.1 103 Early\r\nlink: <x>\r\n\r\n".repeat(3) + LoopServer.ok(good())),
                1,
                State.RESULT,
                QUIET,
                Outcome.OK);
        String flood = "HTTP/1.1 100 Continue\r\n\r\n".repeat(3_000);
        add("a flood of 100", OPENAI, Sent.keep(flood + LoopServer.ok(good())), 1, State.RESULT, QUIET, Outcome.OK);
    }

    private void cut() {
        group = "closed, torn down, cut";
        String good = good();
        String half = good.substring(0, good.length() - 6);
        held("cut before its length", Sent.close("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n" + good), "cut");
        held(
                "torn down before its length",
                Sent.of(Bytes.utf8("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n" + good), Then.RESET),
                "");
        held(
                "cut within a chunk",
                Sent.close("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfff0\r\n" + good),
                "cut");
        held("cut, and no length", Sent.close("HTTP/1.1 200 OK\r\n\r\n" + half), "cut");
        held("cut, HTTP/1.0", Sent.close("HTTP/1.0 200 OK\r\n\r\n" + half), "cut");
        held(
                "two lengths",
                Sent.close("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 900\r\n\r\n" + good),
                "cut");
        held("longer than any answer", Sent.keep(LoopServer.ok(good + " ".repeat(70_000))), "cut");
        held(
                "a chunk without end",
                Sent.keep("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7fffffff\r\n" + good
                        + " ".repeat(70_000)),
                "cut");
        held(
                "a body of a gigabyte",
                Sent.keep("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n" + good + " ".repeat(70_000)),
                "cut");
        held("half of the JSON", Sent.keep(LoopServer.ok(half)), "cut");
        held("HTML in a good status", Sent.keep(LoopServer.ok(html())), "cut");
        held("nothing in a good status", Sent.keep(LoopServer.ok("")), "cut");
        held("blanks in a good status", Sent.keep(LoopServer.ok(" \r\n ")), "cut");
        held("UTF-16", binary("", ("\ufeff" + good).getBytes(StandardCharsets.UTF_16BE)), "cut");
        held("broken off by the vendor", Sent.keep(LoopServer.ok(choice("{\"content\":\"A\"}", "error"))), "cut");
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

    private void answered(String name, Sent sent, Outcome outcome) {
        add(name, OPENAI, sent, 1, State.RESULT, QUIET, outcome);
    }

    /** Whole bodies that strict reading takes or refuses. What is refused was paid for, and is kept. */
    private void odd() {
        group = "odd bodies";
        kept("blank lines first", "\n\r\n\n \n" + good(), Outcome.OK);
        byte[] plain = good().getBytes(StandardCharsets.UTF_8);
        String gzip = "content-encoding: gzip\r\n";
        answered("gzip that nobody asked for", binary(gzip, packed(plain, GZIPOutputStream::new)), Outcome.OK);
        answered(
                "deflate that nobody asked for",
                binary("content-encoding: deflate\r\n", packed(plain, DeflaterOutputStream::new)),
                Outcome.OK);
        answered("brotli that nobody asked for", binary("content-encoding: br\r\n", plain), Outcome.ERROR);
        answered("gzip that is none", binary(gzip, plain), Outcome.ERROR);
        answered("a trap of gzip", binary(gzip, packed(new byte[9 << 20], GZIPOutputStream::new)), Outcome.ERROR);
        byte[] latin = LoopServer.answer("\u00e9 " + echo).getBytes(StandardCharsets.ISO_8859_1);
        answered("bytes that are not UTF-8", binary("", latin), Outcome.ERROR);
        byte[] overlong = new String(plain, StandardCharsets.ISO_8859_1)
                .replaceFirst("\"r\"", "\"\u00c0\u0080\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        answered("overlong UTF-8", binary("", overlong), Outcome.ERROR);
        kept("half of a surrogate pair", choice("{\"content\":\"A \\ud800\"}", "stop"), Outcome.ERROR);
        answered(
                "a charset that nobody knows",
                Sent.keep(LoopServer.ok(good()).replace("json", "json; charset=martian")),
                Outcome.OK);
        kept("a key twice", good().replaceFirst("\\{", "{\"model\":\"m\","), Outcome.ERROR);
        kept("a second value behind", good() + "{}", Outcome.ERROR);
        kept("5,000 levels", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", Outcome.ERROR);
        kept("2,000 digits", good().replace(":7,", ":" + "7".repeat(2_000) + ","), Outcome.ERROR);
        kept("usage beyond any number", good().replace(":7", ":1e999999999"), Outcome.ERROR);
        for (String tokens : List.of("-7", "1e300", "99999999999")) {
            kept("usage of " + tokens, good().replace(":7", ":" + tokens), Outcome.OK);
        }
        kept("a tool call", choice("{\"tool_calls\":[{\"id\":\"" + echo + "\"}]}", "tool_calls"), Outcome.ERROR);
        kept("sound", choice("{\"content\":\"A\",\"audio\":{\"id\":\"x\"}}", "stop"), Outcome.ERROR);
        kept("a part of an unknown kind", choice("{\"content\":[{\"type\":\"hologram\"}]}", "stop"), Outcome.ERROR);
        kept("an unknown way to end", choice("{\"content\":\"A\"}", "dawn"), Outcome.ERROR);
        kept(
                "several choices",
                good().replace("}],\"id\"", "},{\"finish_reason\":\"length\",\"message\":{\"content\":\"B\"}}],\"id\""),
                Outcome.OK);
    }

    private void unwelcome() {
        group = "no welcome answer";
        answered(
                "403 of a moderator",
                Sent.keep(LoopServer.http(
                        403,
                        "",
                        "{\"error\":{\"code\":403,\"message\":\"" + echo + "\",\"metadata\":{\"reasons\":[\"x\"]}}}")),
                Outcome.FILTERED);
        answered("400 of a filter", Sent.keep(LoopServer.http(400, "", error("content_filter"))), Outcome.FILTERED);
        for (int code : new int[] {1026, 1027}) {
            kept("MiniMax " + code, minimax(code), Outcome.FILTERED);
        }
        kept("no choices", "{\"id\":\"r\",\"model\":\"m\",\"choices\":[]}", Outcome.EMPTY);
        kept(
                "Gemini's block of a prompt",
                "gemini",
                "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"note\":\"" + echo + "\"}",
                Outcome.FILTERED);
        kept("no content", choice("{\"content\":null}", "stop"), Outcome.EMPTY);
        kept("empty content", choice("{\"content\":\"\"}", "stop"), Outcome.EMPTY);
        kept("a message without parts", choice("{}", "stop"), Outcome.EMPTY);
        kept("a refusal", choice("{\"content\":null,\"refusal\":\"" + echo + "\"}", "stop"), Outcome.REFUSED);
        kept(
                "Anthropic's refusal",
                "anthropic",
                "{\"model\":\"m\",\"content\":[],\"stop_reason\":\"refusal\"}",
                Outcome.REFUSED);
        kept("a filter", choice("{\"content\":\"A\"}", "content_filter"), Outcome.FILTERED);
        for (String reason : List.of("SAFETY", "RECITATION")) {
            kept(
                    "Gemini's " + reason,
                    "gemini",
                    "{\"candidates\":[{\"finishReason\":\"" + reason + "\"}]}",
                    Outcome.FILTERED);
        }
        kept("the token limit", choice("{\"content\":\"A\"}", "length"), Outcome.TRUNCATED);
        kept(
                "the token limit within the thoughts",
                choice("{\"content\":\"\",\"reasoning_content\":\"" + echo + "\"}", "length"),
                Outcome.REASONING_ONLY);
        kept("another model", good().replace("\"m\"", "\"another\""), Outcome.WRONG_MODEL);
        kept("a model named as what was sent", good().replace("\"m\"", "\"" + echo + "\""), Outcome.WRONG_MODEL);
    }

    private String flat() {
        return echo.replaceAll("[^!-~]+", "_");
    }

    /** What was sent comes back in headers, kept ones and others. */
    private void headers() {
        group = "what was sent, elsewhere";
        String line = flat() + "\r\n";
        answered("a header without a name", Sent.keep(LoopServer.http(200, line, good())), Outcome.OK);
        answered(
                "what was sent, in headers",
                Sent.keep(LoopServer.http(
                        200, "x-request-id: " + line + "set-cookie: " + line + "date: " + line, good())),
                Outcome.OK);
        answered(
                "what was sent, as an encoding",
                Sent.keep(LoopServer.http(200, "content-encoding: " + line, good())),
                Outcome.ERROR);
        kept("what was sent, as a way to end", choice("{\"content\":\"A\"}", echo), Outcome.ERROR);
        again(
                "what was sent, as a time to wait",
                LoopServer.http(429, "retry-after: " + line, error("rate_limit_exceeded")));
        held(
                "what was sent, in a status line",
                Sent.close("HTTP/1.1 500 " + flat() + "\r\ncontent-length: 0\r\n\r\n"),
                "gateway");
    }
}
