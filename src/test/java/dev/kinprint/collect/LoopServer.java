package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server on loopback that can misbehave in every way, byte by byte, and keeps a ledger of what it was asked and what
 * it sent, so that a test need not believe the client.
 */
final class LoopServer implements AutoCloseable {
    /**
     * One request as it came.
     *
     * @param serial its number, from 1
     * @param head request line and headers
     * @param body the bytes after them
     */
    record Asked(int serial, String head, String body) {
        /** The name of the host that is asked. */
        String host() {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))
                    .map(line -> line.substring(5).strip().replaceFirst(":.*", ""))
                    .findFirst()
                    .orElse("");
        }

        /** The question, which names the cell. */
        String prompt() {
            try {
                List<Json> messages = Json.parse(body.getBytes(StandardCharsets.UTF_8))
                        .at("messages")
                        .items();
                return messages.get(messages.size() - 1).at("content").text().orElse("");
            } catch (JsonFault e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What becomes of the connection after a response. */
    enum Then {
        /** It stays open for the next request. */
        KEEP,
        /** It is closed. */
        CLOSE,
        /** It is torn down, so that the other side reads an error and no end. */
        RESET
    }

    /**
     * What a request gets.
     *
     * @param raw the bytes of a response
     * @param then what becomes of the connection
     * @param delayMillis how long nothing comes
     * @param atOnce how many bytes come at once; of the others one comes in 50 ms
     */
    record Sent(Bytes raw, Then then, long delayMillis, int atOnce) {
        static Sent of(Bytes raw, Then then) {
            return new Sent(raw, then, 0, raw.size());
        }

        static Sent keep(String raw) {
            return of(Bytes.utf8(raw), Then.KEEP);
        }

        static Sent close(String raw) {
            return of(Bytes.utf8(raw), Then.CLOSE);
        }

        static Sent late(String raw, long millis) {
            return new Sent(Bytes.utf8(raw), Then.KEEP, millis, Integer.MAX_VALUE);
        }

        static Sent dripping(String raw, int atOnce) {
            return new Sent(Bytes.utf8(raw), Then.CLOSE, 0, atOnce);
        }
    }

    private final ServerSocket socket;
    private final Optional<Identity> identity;
    private final Function<Asked, Sent> script;
    private final List<Asked> ledger = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> answers = Collections.synchronizedMap(new TreeMap<>());
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    LoopServer(Function<Asked, Sent> script) {
        this(Optional.empty(), script);
    }

    private LoopServer(Optional<Identity> identity, Function<Asked, Sent> script) {
        this.identity = identity;
        this.script = script;
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "loop server");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** A proxy that is asked for a tunnel, and answers itself in the name of the host at its end. */
    static LoopServer proxy(Identity identity, Function<Asked, Sent> script) {
        return new LoopServer(Optional.of(identity), script);
    }

    /** Answers every question well. */
    static LoopServer good() {
        return new LoopServer(asked -> Sent.keep(ok(answer("answer " + asked.serial() + " to " + asked.prompt()))));
    }

    /** A good body in the dialect of OpenAI. */
    static String answer(String text) {
        return new String(
                Json.object(
                                "id",
                                "r",
                                "model",
                                "m",
                                "choices",
                                List.of(Json.object(
                                        "message",
                                        Json.object("role", "assistant", "content", text),
                                        "finish_reason",
                                        "stop")),
                                "usage",
                                Json.object("prompt_tokens", 5, "completion_tokens", 7))
                        .canonical(),
                StandardCharsets.UTF_8);
    }

    static String ok(String body) {
        return http(200, "", body);
    }

    /** A well-formed response; every extra header ends with CRLF. */
    static String http(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " Word\r\ncontent-type: application/json\r\ncontent-length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + headers + "\r\n" + body;
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Every request so far, in order. */
    List<Asked> ledger() {
        return List.copyOf(ledger);
    }

    /** The raw response that a request got, by its number; there as soon as a byte of it may have been sent. */
    Map<Integer, String> answers() {
        synchronized (answers) {
            return new TreeMap<>(answers);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread serving = new Thread(() -> serve(connection), "loop connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                Socket end = identity.isPresent() ? tunnel(connection, identity.get()) : connection;
                InputStream in = new BufferedInputStream(end.getInputStream());
                OutputStream out = end.getOutputStream()) {
            while (true) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                byte[] body = in.readNBytes(length(head));
                Asked asked;
                synchronized (ledger) {
                    asked = new Asked(ledger.size() + 1, head, new String(body, StandardCharsets.UTF_8));
                    ledger.add(asked);
                }
                Sent sent = script.apply(asked);
                Thread.sleep(sent.delayMillis());
                byte[] raw = sent.raw().toArray();
                answers.put(asked.serial(), new String(raw, StandardCharsets.UTF_8));
                int atOnce = Math.min(sent.atOnce(), raw.length);
                out.write(raw, 0, atOnce);
                out.flush();
                for (int i = atOnce; i < raw.length; i++) {
                    Thread.sleep(50);
                    out.write(raw[i]);
                    out.flush();
                }
                if (sent.then() == Then.RESET) {
                    connection.setSoLinger(true, 0);
                }
                if (sent.then() != Then.KEEP) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client left, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket tunnel(Socket connection, Identity identity) throws IOException {
        head(connection.getInputStream());
        connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return identity.context().getSocketFactory().createSocket(connection, null, true);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.write(c);
            String so = head.toString(StandardCharsets.US_ASCII);
            if (so.endsWith("\r\n\r\n")) {
                return so;
            }
        }
        return "";
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : new ArrayList<>(open)) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
