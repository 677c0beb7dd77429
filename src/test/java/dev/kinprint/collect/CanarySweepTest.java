package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Step;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that misbehaves in every way and sends back all that it was sent, the key among it, as it is and coded. After
 * each fault the key is looked for wherever something is kept or said. {@code target/faults.csv} counts what was tried.
 */
class CanarySweepTest {
    private static final Secret KEY = Secret.of("CANARY_KEY", "sk-canary-5Yp/0aZ+7QxR3mK9wLtB2");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    /** By name, a response to a request whose echo is given. */
    private static Map<String, String> faults(String echo) {
        Map<String, String> faults = new TreeMap<>();
        String text = LoopServer.answer(echo.replace("\"", "'"));
        for (int status : new int[] {
            200, 201, 204, 206, 301, 302, 307, 308, 400, 401, 402, 403, 404, 408, 410, 413, 422, 424, 429, 500, 502,
            503, 504, 520, 522, 529, 599, 999
        }) {
            faults.put("status-" + status, LoopServer.http(status, "x-request-id: " + flat(echo) + "\r\n", text));
            faults.put("html-" + status, LoopServer.http(status, "", "<html>" + echo + "</html>"));
        }
        String lines = "location: http://elsewhere.example/" + flat(echo) + "?key=" + KEY.reveal() + "\r\n";
        faults.put("redirect", LoopServer.http(307, lines, echo));
        faults.put("retry-after", LoopServer.http(429, "retry-after: " + flat(echo) + "\r\n", text));
        faults.put("date", LoopServer.http(429, "retry-after: 5\r\ndate: " + flat(echo) + "\r\n", text));
        faults.put("content-type", LoopServer.http(200, "content-encoding: " + flat(echo) + "\r\n", text));
        faults.put("code", LoopServer.http(400, "", "{\"error\":{\"code\":\"" + KEY.reveal() + "\"}}"));
        faults.put("error-in-200", LoopServer.ok("{\"error\":{\"code\":429,\"message\":\"" + KEY.reveal() + "\"}}"));
        faults.put("model", LoopServer.ok(LoopServer.answer("x").replace("\"m\"", "\"" + KEY.reveal() + "\"")));
        faults.put("finish", LoopServer.ok(LoopServer.answer("x").replace("\"stop\"", "\"" + KEY.reveal() + "\"")));
        faults.put("cut", "HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n" + text);
        faults.put("cut-chunked", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfff0\r\n" + text);
        faults.put("close-delimited", "HTTP/1.1 200 OK\r\n\r\n" + text.substring(0, text.length() - 5));
        faults.put("two-lengths", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 999\r\n\r\n" + text);
        faults.put("reset", "");
        faults.put("status-line", KEY.reveal() + " " + flat(echo) + "\r\n\r\n");
        faults.put("status-word", "HTTP/1.1 500 " + KEY.reveal() + "\r\ncontent-length: 0\r\n\r\n");
        faults.put("bad-header", "HTTP/1.1 200 OK\r\n" + KEY.reveal() + "\r\n\r\n" + text);
        faults.put("too-long", LoopServer.ok(echo + "x".repeat(70_000)));
        faults.put("trailing", LoopServer.ok(text + text));
        faults.put("twice", LoopServer.ok("{\"a\":1,\"a\":\"" + KEY.reveal() + "\"}"));
        faults.put("deep", LoopServer.ok("[".repeat(5_000) + "\"" + KEY.reveal() + "\""));
        return faults;
    }

    private static String flat(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    @Test
    void noFaultMakesAKeyStayAnywhere() throws Exception {
        String key = KEY.reveal();
        List<String> forms = List.of(
                key,
                URLEncoder.encode(key, StandardCharsets.UTF_8),
                key.replace("/", "\\/"),
                key.substring(0, 12),
                key.substring(key.length() - 12),
                Base64.getEncoder()
                        .encodeToString(key.getBytes(StandardCharsets.US_ASCII))
                        .substring(0, 16));
        String echo = "Bearer " + key + " url " + URLEncoder.encode(key, StandardCharsets.UTF_8) + " json "
                + key.replace("/", "\\/") + " base64 "
                + Base64.getEncoder().encodeToString(("Bearer " + key).getBytes(StandardCharsets.US_ASCII)) + " tail "
                + key.substring(key.length() - 12);
        int tried = 0;
        int once = 0;
        for (Map.Entry<String, String> fault : faults(echo).entrySet()) {
            String name = fault.getKey();
            try (LoopServer server = new LoopServer(asked -> LoopServer.Sent.close(fault.getValue()))) {
                List<String> kept = kept(folder.resolve(name + ".sqlite"), server);
                assertThat(server.ledger())
                        .as("the server did get the key: " + name)
                        .isNotEmpty();
                assertThat(server.ledger().get(0).head()).contains(key);
                once += server.ledger().size() == 1 ? 1 : 0;
                for (String sink : kept) {
                    for (String form : forms) {
                        assertThat(sink).as(name).doesNotContain(form);
                    }
                }
                tried++;
            }
        }
        assertThat(once).as("each was sent exactly once").isEqualTo(tried);
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "faults.csv"),
                "faults tried,sent exactly once,canary hits in archive or messages\n" + tried + "," + once + ",0\n");
    }

    /** Sends one call with the key, archives what came, and returns all that was kept or would be said. */
    private static List<String> kept(Path file, LoopServer server) throws IOException, InterruptedException {
        Job planned = Bench.plan(server, 1).jobs().get(0);
        Parcel parcel = new Parcel(
                planned.parcel().url(),
                planned.parcel().headers(),
                Optional.of(new Parcel.KeyHeader("authorization", "Bearer ", Optional.of(KEY))),
                planned.parcel().body());
        Job job = new Job(planned.cell(), parcel, planned.lane(), planned.cost());
        BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
        Wire.Timeouts quick =
                new Wire.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(8), 60_000);
        List<String> sinks = new ArrayList<>();
        try (Wire wire = new Wire(Dns.SYSTEM, Outlet.of(name -> Optional.empty()), quick, new Redactor(List.of(KEY)));
                Archive archive = Archive.create(file)) {
            wire.send(parcel, deliveries::add);
            Delivery delivery = deliveries.poll(20, TimeUnit.SECONDS);
            if (delivery == null) {
                throw new AssertionError("nothing was delivered");
            }
            Settlement settlement = Settlement.of(job, delivery, NOW);
            archive.plan(List.of(job.cell()), NOW);
            archive.append(List.of(Step.intent(job.cell().key(), NOW, job.reserve()), settlement.step()));
            sinks.add(settlement.toString() + settlement.reason() + delivery + job + parcel);
            sinks.add(Respondent.of(archive).toString());
            settlement
                    .step()
                    .reply()
                    .map(reply -> reply.body())
                    .map(Bytes::toArray)
                    .ifPresent(body -> sinks.add(new String(body, StandardCharsets.UTF_8)));
        }
        for (String end : List.of("", "-wal", "-shm", ".lock")) {
            Path part = file.resolveSibling(file.getFileName() + end);
            if (Files.exists(part)) {
                sinks.add(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1));
            }
        }
        return sinks;
    }
}
