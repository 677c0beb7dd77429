package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Reply;
import dev.kinprint.collect.LoopServer.Sent;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

/** What becomes of one request when the other side misbehaves. It leaves this machine once, whatever happens. */
class WireFaultTest {
    private static final Secret KEY = Secret.of("CANARY_KEY", "sk-canary-5Yp/0aZ+7Q\"xR3mK9w");

    private static Delivery deliver(LoopServer server) throws InterruptedException {
        Wire.Timeouts timeouts =
                new Wire.Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1), 10_000);
        try (Wire wire =
                new Wire(Dns.SYSTEM, Outlet.of(name -> Optional.empty()), timeouts, new Redactor(List.of(KEY)))) {
            return deliver(wire, server.url());
        }
    }

    static Delivery deliver(Wire wire, String url) throws InterruptedException {
        BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
        Parcel parcel = new Parcel(
                url + "/chat/completions",
                new TreeMap<>(),
                Optional.of(new Parcel.KeyHeader("authorization", "Bearer ", Optional.of(KEY))),
                Bytes.utf8("{\"messages\":[{\"content\":\"hi\"}]}"));
        wire.send(parcel, deliveries::add);
        Delivery delivery = deliveries.poll(20, TimeUnit.SECONDS);
        assertThat(deliveries.poll(50, TimeUnit.MILLISECONDS)).isNull();
        if (delivery == null) {
            throw new AssertionError("nothing was delivered");
        }
        return delivery;
    }

    private static Delivery raw(String response, boolean close) throws InterruptedException {
        try (LoopServer server = new LoopServer(asked -> close ? Sent.close(response) : Sent.keep(response))) {
            Delivery delivery = deliver(server);
            assertThat(server.ledger()).hasSize(1);
            return delivery;
        }
    }

    private static Reply reply(Delivery delivery) {
        return delivery instanceof Delivery.Answered answered
                ? answered.reply()
                : delivery instanceof Delivery.Broken broken ? broken.reply() : Reply.imported(Bytes.empty());
    }

    @Test
    void theKeyIsSentOnceInItsHeaderAndCompressionIsNotAskedFor() throws Exception {
        try (LoopServer server = LoopServer.good()) {
            assertThat(deliver(server)).isInstanceOf(Delivery.Answered.class);
            assertThat(server.ledger()).hasSize(1);
            String head = server.ledger().get(0).head().toLowerCase(java.util.Locale.ROOT);
            assertThat(head)
                    .contains("accept-encoding: identity", "content-type: application/json\r\n")
                    .containsOnlyOnce("authorization: bearer sk-canary");
        }
    }

    @Test
    void closedWithoutAWordIsLost() throws Exception {
        assertThat(raw("", true)).isInstanceOf(Delivery.Lost.class);
    }

    @Test
    void aStatusLineOfGarbageIsLost() throws Exception {
        assertThat(raw("SMTP ready\r\n\r\n", true)).isEqualTo(new Delivery.Lost("protocol"));
    }

    @Test
    void silenceIsCutOff() throws Exception {
        try (LoopServer server = new LoopServer(asked -> Sent.late("", 5_000))) {
            assertThat(deliver(server)).isEqualTo(new Delivery.Lost("timeout"));
            assertThat(server.ledger()).hasSize(1);
        }
    }

    @Test
    void aBodyThatStopsHalfWayIsBrokenAndKept() throws Exception {
        Delivery length = raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"half\":", true);
        assertThat(length).isInstanceOf(Delivery.Broken.class);
        assertThat(reply(length).body()).isEqualTo(Bytes.utf8("{\"half\":"));
        Delivery chunked = raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{\"half\":\r\n", true);
        assertThat(chunked).isInstanceOf(Delivery.Broken.class);
        assertThat(reply(chunked).body()).isEqualTo(Bytes.utf8("{\"half\":"));
    }

    @Test
    void aBodyWithoutALengthThatStopsHalfWayLooksWholeAndItsReaderMustNotice() throws Exception {
        Delivery delivery = raw("HTTP/1.1 200 OK\r\n\r\n{\"half\":", true);
        assertThat(delivery).isInstanceOf(Delivery.Answered.class);
    }

    @Test
    void anEndlessBodyIsCutOffAtTheCap() throws Exception {
        Delivery delivery = raw(LoopServer.ok("x".repeat(50_000)), false);
        assertThat(delivery).isInstanceOf(Delivery.Broken.class);
        assertThat(reply(delivery).body().size()).isEqualTo(10_000);
    }

    @Test
    void twoLengthsAreNoLength() throws Exception {
        assertThat(raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n{}xxxxxxx", true))
                .isInstanceOf(Delivery.Broken.class);
    }

    @Test
    void statusesThatOthersRetryAreSentOnce() throws Exception {
        for (int status : new int[] {408, 421, 429, 500, 503, 401}) {
            Delivery delivery = raw(LoopServer.http(status, "retry-after: 0\r\n", "{}"), false);
            assertThat(reply(delivery).status()).isEqualTo(status);
        }
    }

    @Test
    void noRedirectIsFollowedAndItsQueryIsNotKept() throws Exception {
        try (LoopServer other = LoopServer.good()) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                String location = "location: " + other.url() + "/steal?token=abc\r\n";
                Delivery delivery = raw(LoopServer.http(status, location, ""), false);
                assertThat(reply(delivery).status()).isEqualTo(status);
                assertThat(reply(delivery).headers().get("location")).endsWith("/steal?...");
            }
            assertThat(other.ledger()).isEmpty();
        }
    }

    @Test
    void compressedBytesStayAsTheyCame() throws Exception {
        Delivery delivery = raw(LoopServer.http(200, "content-encoding: gzip\r\n", "not really gzip"), false);
        assertThat(reply(delivery).body()).isEqualTo(Bytes.utf8("not really gzip"));
        assertThat(reply(delivery).headers()).containsEntry("content-encoding", "gzip");
    }

    @Test
    void onlyListedHeadersAreKeptAndEachIsOneShortLine() throws Exception {
        String headers = "x-request-id: r-9\r\nset-cookie: a=b\r\nx-ratelimit-remaining-tokens: 9\r\n"
                + "authorization: Bearer echo\r\nretry-after: " + "9".repeat(1000) + "\r\n";
        Reply reply = reply(raw(LoopServer.http(200, headers, "{}"), false));
        assertThat(reply.headers().keySet())
                .containsExactly("content-type", "retry-after", "x-ratelimit-remaining-tokens", "x-request-id");
        assertThat(reply.headers().get("retry-after")).hasSize(300);
    }

    @Test
    void aPrivateAddressBehindAPublicNameIsNotAsked() throws Exception {
        try (LoopServer server = LoopServer.good();
                Wire wire = new Wire(
                        new GuardedDns(name -> List.of(InetAddress.getLoopbackAddress()), Set.of(), Optional.empty()),
                        Outlet.of(name -> Optional.empty()),
                        Wire.Timeouts.DEFAULT,
                        new Redactor(List.of()))) {
            String url = server.url().replace("127.0.0.1", "api.acme.example");
            assertThat(deliver(wire, url)).isEqualTo(new Delivery.NotSent("forbidden address", true));
            assertThat(server.ledger()).isEmpty();
        }
    }

    @Test
    void aKeyThatComesBackIsBlankedOutInEveryForm() throws Exception {
        String key = KEY.reveal();
        String coded = java.util.Base64.getEncoder().encodeToString(("Bearer " + key).getBytes(StandardCharsets.UTF_8));
        String body = "a " + key + " b " + java.net.URLEncoder.encode(key, StandardCharsets.UTF_8) + " c " + coded
                + " d " + key.substring(key.length() - 12) + " e";
        Reply reply = reply(raw(LoopServer.http(401, "x-request-id: " + key + "\r\n", body), false));
        String kept = new String(reply.body().toArray(), StandardCharsets.UTF_8) + reply.headers();
        assertThat(kept).doesNotContain("canary", "R3mK9w", key.substring(0, 12));
        assertThat(kept).contains("a ****", " b ", " c ", " e");
        assertThat(reply.body().size()).isEqualTo(body.length());
        assertThat(reply.headers().get(Headers.REDACTED)).startsWith("2+" + key.length() + ",");
        byte[] all = coded.getBytes(StandardCharsets.UTF_8);
        new Redactor(List.of(KEY)).blank(all);
        String decoded = new String(
                java.util.Base64.getMimeDecoder().decode(new String(all, StandardCharsets.UTF_8).replace("*", "A")),
                StandardCharsets.ISO_8859_1);
        assertThat(decoded).doesNotContain("canary", "R3mK");
    }

    @Test
    void aSlowDripIsCutOffByTheTimeOfTheWholeCall() throws Exception {
        String head = "HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n";
        try (LoopServer server = new LoopServer(asked -> Sent.dripping(head + "x".repeat(5_000), head.length()))) {
            long start = System.nanoTime();
            Delivery delivery = deliver(server);
            assertThat(delivery).isInstanceOf(Delivery.Broken.class);
            assertThat(reply(delivery).body().size()).isBetween(1, 100);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void headersOfHttpStayWithinWhatTheArchiveTakes() throws Exception {
        Reply reply = reply(raw("HTTP/1.1 999 ?\r\ncontent-length: 0\r\nx-request-id: \u00e9\u0001a\r\n\r\n", false));
        assertThat(reply.status()).isEqualTo(999);
        assertThat(reply.headers()).isEqualTo(new TreeMap<>(Map.of("x-request-id", "a")));
    }
}
