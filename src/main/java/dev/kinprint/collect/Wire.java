package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Sends requests, each at most once: no retries, no redirects, no cookies, no cache, no compression, a limit on time
 * and on size. Whoever wants another attempt makes another call.
 */
final class Wire implements AutoCloseable {
    private final OkHttpClient client;
    private final Redactor redactor;
    private final long cap;

    Wire(Dns dns, Outlet outlet, Timeouts timeouts, Redactor redactor) {
        Dispatcher dispatcher = new Dispatcher();
        // How many calls are in flight is decided by the lanes.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                // An idle connection may be closed at the other end just when it is used again, and a call that was
                // never read would then be in doubt. None is kept, so of HTTP/1.1 every call has its own; calls in
                // flight to one host share a connection of HTTP/2, which says what it did not look at.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .proxySelector(new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        return List.of(outlet.to(uri.getHost().toLowerCase(Locale.ROOT)));
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException e) {
                        // The call fails, and says so itself.
                    }
                })
                .dns(dns)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .eventListenerFactory(call -> boundary(call.request()));
        outlet.trust().ifPresent(trust -> builder.sslSocketFactory(sockets(trust), trust));
        this.client = builder.build();
        this.redactor = redactor;
        this.cap = timeouts.bodyCap();
    }

    private static SSLSocketFactory sockets(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /**
     * How long, and how much, may come.
     *
     * @param connect to a connection
     * @param read between two bytes
     * @param call from start to end
     * @param bodyCap the most bytes of a body that are read
     */
    record Timeouts(Duration connect, Duration read, Duration call, long bodyCap) {
        /** Patient enough for models that think for minutes. */
        static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(300), Duration.ofSeconds(900), 8L << 20);
    }

    /** Starts a call; the delivery comes on another thread, exactly once. */
    void send(Parcel parcel, Consumer<Delivery> receiver) {
        Request.Builder request = new Request.Builder()
                .url(parcel.url())
                .header("accept", "application/json")
                .header("accept-encoding", "identity")
                .header("user-agent", "kinprint")
                .post(new OneShotBody(parcel.body()));
        parcel.headers().forEach(request::header);
        parcel.key().ifPresent(key -> request.header(key.header(), key.prefix() + key.secret()));
        Boundary boundary = new Boundary();
        request.tag(Boundary.class, boundary);
        client.newCall(request.build()).enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                receiver.accept(
                        boundary.crossed() && !unprocessed(e)
                                ? new Delivery.Lost(name(e))
                                : new Delivery.NotSent(name(e), lasting(e)));
            }

            @Override
            public void onResponse(Call done, Response response) {
                Delivery delivery;
                try (response) {
                    delivery = read(response);
                } catch (RuntimeException e) {
                    // Whatever is wrong with it, the caller must hear of the call's end.
                    delivery = new Delivery.Lost("unreadable response");
                }
                receiver.accept(delivery);
            }
        });
    }

    private static Boundary boundary(Request request) {
        Boundary boundary = request.tag(Boundary.class);
        return boundary == null ? new Boundary() : boundary;
    }

    private Delivery read(Response response) {
        Buffer body = new Buffer();
        String broken = "";
        try {
            BufferedSource source = response.body().source();
            while (body.size() <= cap && source.read(body, 64 << 10) >= 0) {
                // The buffer keeps what has come, whatever happens next.
            }
            if (body.size() > cap) {
                broken = "body longer than " + cap + " bytes";
            } else if (response.headers("content-length").stream().distinct().count() > 1) {
                broken = "two content lengths";
            }
        } catch (IOException e) {
            broken = name(e);
        }
        byte[] bytes = body.snapshot((int) Math.min(body.size(), cap)).toByteArray();
        List<String> blanked = redactor.blank(bytes);
        SortedMap<String, String> headers = Headers.kept(response.headers(), redactor::clean);
        if (!blanked.isEmpty()) {
            headers.put(Headers.REDACTED, String.join(",", blanked));
        }
        Reply reply = new Reply(response.code(), headers, Bytes.of(bytes));
        return broken.isEmpty() ? new Delivery.Answered(reply) : new Delivery.Broken(reply, broken);
    }

    /** Whether the other side did not look at the request: it says so itself, or the connection took no more of them. */
    private static boolean unprocessed(IOException e) {
        return e instanceof ConnectionShutdownException
                || (e instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM);
    }

    /** Whether what is wrong stays so: who is there cannot show who it is, or is where it must not be. */
    private static boolean lasting(IOException e) {
        return certificate(e) || e instanceof GuardedDns.Forbidden;
    }

    private static boolean certificate(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
    }

    /** A failure in words of our own: an exception's message may quote addresses, headers or keys. */
    private static String name(IOException e) {
        if (e instanceof GuardedDns.Forbidden) {
            return "forbidden address";
        } else if (e instanceof UnknownHostException) {
            return "dns";
        } else if (certificate(e)) {
            return "certificate";
        } else if (e instanceof SSLException) {
            return "tls";
        } else if (e instanceof InterruptedIOException) {
            return "timeout";
        } else if (e instanceof ConnectException) {
            return "connect";
        } else if (e instanceof ProtocolException) {
            return "protocol";
        }
        return "connection lost";
    }

    /** Breaks off every call in flight; each still delivers. */
    void cancel() {
        client.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
