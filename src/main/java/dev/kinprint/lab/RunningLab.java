package dev.kinprint.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A world on loopback, until it is closed. */
public final class RunningLab implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int LONGEST_BODY = 1 << 20;

    private final Lab lab;
    private final Desk desk;
    private final Duration latency;
    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicLong requests = new AtomicLong();

    private RunningLab(Lab lab, LabOptions options) throws IOException {
        this.lab = lab;
        this.desk = new Desk(lab, Clock.systemUTC());
        this.latency = options.latency();
        // Without it the JDK's server waits for an acknowledgement between headers and body, some 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        this.server = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "lab");
            thread.setDaemon(true);
            return thread;
        });
    }

    static RunningLab start(Lab lab, LabOptions options) throws IOException {
        RunningLab running = new RunningLab(lab, options);
        running.server.createContext("/", running::handle);
        running.server.setExecutor(running.threads);
        running.server.start();
        return running;
    }

    /** Where it listens, without a slash at the end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The world that is served. */
    public Lab lab() {
        return lab;
    }

    /** What it was asked so far. */
    public Ledger ledger() {
        return desk.ledger();
    }

    /** Stops listening and cuts open requests. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String id = String.format(Locale.ROOT, "%012x", requests.incrementAndGet());
        String path = exchange.getRequestURI().getPath();
        Wire wire = desk.wire(path);
        try (exchange) {
            int status = 200;
            Json body;
            try {
                byte[] sent = read(exchange);
                Thread.sleep(latency.toMillis());
                body = desk.answer(wire, path, headers(exchange), sent, id);
            } catch (WireFault fault) {
                status = fault.kind().status();
                body = wire.error(fault, id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                status = WireFault.Kind.BROKEN.status();
                body = wire.error(new WireFault(WireFault.Kind.BROKEN, "the lab failed: " + e), id);
            }
            byte[] bytes = body.canonical();
            exchange.getResponseHeaders().set("content-type", "application/json");
            wire.headers(id)
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private static byte[] read(HttpExchange exchange) throws IOException, WireFault {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new WireFault(WireFault.Kind.METHOD, "only POST is served here");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new WireFault(WireFault.Kind.TOO_LARGE, "body: longer than " + LONGEST_BODY + " bytes");
        }
        return body;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }
}
