package dev.kinprint.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on localhost that shows who it is, and answers every request with an empty object. */
final class TlsServer implements AutoCloseable {
    private final SSLServerSocket socket;
    private final AtomicInteger requests = new AtomicInteger();

    private TlsServer(SSLServerSocket socket) {
        this.socket = socket;
    }

    static TlsServer start(Identity identity) throws IOException {
        TlsServer server = new TlsServer((SSLServerSocket) identity.context()
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread serving = new Thread(server::serve, "tls server");
        serving.setDaemon(true);
        serving.start();
        return server;
    }

    String url() {
        return "https://localhost:" + socket.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (SSLSocket connection = (SSLSocket) socket.accept()) {
                InputStream in = connection.getInputStream();
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    int c = in.read();
                    if (c < 0) {
                        throw new IOException("gone");
                    }
                    head.append((char) c);
                }
                requests.incrementAndGet();
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException refused) {
                // The client did not like the certificate, or the test is over.
            }
        }
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
