package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server of HTTP/2 on localhost that answers each request with the frames of a script, and keeps a ledger. Of HTTP/2
 * (RFC 9113) it knows no more than frames; of header compression (RFC 7541) only that the byte 0x88 is {@code :status: 200}.
 */
final class Http2Server implements AutoCloseable {
    static final int NO_ERROR = 0;
    static final int PROTOCOL_ERROR = 1;
    static final int INTERNAL_ERROR = 2;
    static final int REFUSED_STREAM = 7;
    static final int CANCEL = 8;
    static final int ENHANCE_YOUR_CALM = 11;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    /** No frame: the connection is closed. */
    private static final int HANG_UP = -1;

    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int ACK = 1;
    private static final int MAX_CONCURRENT_STREAMS = 3;

    /** One frame to send. */
    record Frame(int type, int flags, int stream, Bytes payload) {
        static Frame status200(int stream) {
            return new Frame(HEADERS, END_HEADERS, stream, Bytes.of(new byte[] {(byte) 0x88}));
        }

        static Frame data(int stream, String text, boolean last) {
            return new Frame(DATA, last ? END_STREAM : 0, stream, Bytes.utf8(text));
        }

        static Frame reset(int stream, int code) {
            return new Frame(RST_STREAM, 0, stream, numbers(code));
        }

        /** No stream above the last one was, or will be, looked at. */
        static Frame goAway(int last, int code) {
            return new Frame(GOAWAY, 0, 0, numbers(last, code));
        }

        static Frame hangUp() {
            return new Frame(HANG_UP, 0, 0, Bytes.empty());
        }

        private static Bytes numbers(int... numbers) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int number : numbers) {
                all.writeBytes(
                        new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number});
            }
            return Bytes.of(all.toByteArray());
        }
    }

    private final SSLServerSocket socket;
    private final BiFunction<Integer, Integer, List<Frame>> script;
    private final int streams;
    private final List<String> ledger = new CopyOnWriteArrayList<>();

    /**
     * Starts.
     *
     * @param script the answer to a request, by its number from 1 and its stream
     * @param streams how many streams a connection may have at once
     */
    Http2Server(Identity identity, int streams, BiFunction<Integer, Integer, List<Frame>> script) throws IOException {
        this.script = script;
        this.streams = streams;
        this.socket = (SSLServerSocket)
                identity.context().getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        start(this::accept);
    }

    /** A whole answer. */
    static List<Frame> good(int stream) {
        return List.of(Frame.status200(stream), Frame.data(stream, LoopServer.answer("fine"), true));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "h2 server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "https://localhost:" + socket.getLocalPort();
    }

    /** The bodies of all requests so far. */
    List<String> ledger() {
        return List.copyOf(ledger);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SSLSocket connection = (SSLSocket) socket.accept();
                start(() -> serve(connection));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(SSLSocket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
                DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
            in.readNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
            ByteArrayOutputStream limit = new ByteArrayOutputStream();
            new DataOutputStream(limit).writeShort(MAX_CONCURRENT_STREAMS);
            new DataOutputStream(limit).writeInt(streams);
            write(out, new Frame(SETTINGS, 0, 0, Bytes.of(limit.toByteArray())));
            while (true) {
                int start = in.readInt();
                int length = start >>> 8;
                int type = start & 0xff;
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(length);
                if ((type == SETTINGS || type == PING) && (flags & ACK) == 0) {
                    write(out, new Frame(type, ACK, 0, type == PING ? Bytes.of(payload) : Bytes.empty()));
                } else if (type == DATA && (flags & END_STREAM) != 0) {
                    int serial;
                    synchronized (ledger) {
                        ledger.add(new String(payload, StandardCharsets.UTF_8));
                        serial = ledger.size();
                    }
                    for (Frame frame : script.apply(serial, stream)) {
                        if (frame.type() == HANG_UP) {
                            return;
                        }
                        write(out, frame);
                    }
                }
            }
        } catch (IOException gone) {
            // The client left, or the test is over.
        }
    }

    private static void write(DataOutputStream out, Frame frame) throws IOException {
        out.writeInt(frame.payload().size() << 8 | frame.type());
        out.writeByte(frame.flags());
        out.writeInt(frame.stream());
        out.write(frame.payload().toArray());
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
