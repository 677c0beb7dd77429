package dev.kinprint.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Reply;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The recorded answers of a run on loopback, until it is closed. A request that is the same to the byte as a recorded
 * one gets that answer as it came, in the vendor's own form; any other gets an error, and nothing is made up.
 */
public final class Replay implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int LONGEST_BODY = 8 << 20;
    private static final String OWN_HEADERS = "x-kinprint-";

    private final Recordings recordings;
    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();

    private Replay(Recordings recordings, HttpServer server, ExecutorService threads) {
        this.recordings = recordings;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to serve. The archive is read once and may be closed afterwards.
     *
     * @param port where to listen on 127.0.0.1; 0 for a port that is free
     * @throws IOException where it cannot listen there
     */
    public static Replay serve(Archive archive, int port) throws IOException {
        // Without it the JDK's server waits for an acknowledgement between headers and body, some 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
        });
        Replay replay = new Replay(new Recordings(archive), server, threads);
        server.createContext("/", replay::handle);
        server.setExecutor(threads);
        server.start();
        return replay;
    }

    /** Whose answers are served, and where. */
    public List<Voice> voices() {
        return recordings.voices("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many recorded answers were given. */
    public int served() {
        return served.get();
    }

    /** How many requests were not among the recorded ones. */
    public int unknown() {
        return unknown.get();
    }

    /** Stops listening and cuts open requests. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
            String path = exchange.getRequestURI().getPath();
            int end = path.indexOf('/', 1);
            String subject = end < 0 ? path : path.substring(1, end);
            Optional<Reply> recorded = recordings.next(subject, Bytes.of(body));
            (recorded.isPresent() ? served : unknown).incrementAndGet();
            send(exchange, recorded.orElseGet(() -> refusal(subject)));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> {
            if (!name.startsWith(OWN_HEADERS)) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        byte[] body = reply.body().toArray();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Reply refusal(String subject) {
        Json error = Json.object(
                "error",
                Json.object(
                        "type", "invalid_request_error",
                        "code", "not_recorded",
                        "message", "no recorded answer of " + subject + " to this request"));
        return new Reply(400, new TreeMap<>(), Bytes.of(error.canonical()));
    }
}
