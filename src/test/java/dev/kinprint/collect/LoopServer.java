package dev.kinprint.collect;

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

    /** What a request gets: the raw bytes of a response, after which the connection is kept or closed. */
    record Sent(String raw, boolean close, long delayMillis) {
        static Sent keep(String raw) {
            return new Sent(raw, false, 0);
        }

        static Sent close(String raw) {
            return new Sent(raw, true, 0);
        }
    }

    private final ServerSocket socket;
    private final Function<Asked, Sent> script;
    private final List<Asked> ledger = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> answers = Collections.synchronizedMap(new TreeMap<>());
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    LoopServer(Function<Asked, Sent> script) {
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
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
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
                answers.put(asked.serial(), sent.raw());
                out.write(sent.raw().getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (sent.close()) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client left, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
