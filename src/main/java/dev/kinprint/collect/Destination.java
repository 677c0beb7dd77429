package dev.kinprint.collect;

import dev.kinprint.fault.OperatorError;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where requests go: a base URL that passed the rules. It is https with a plain host name; http, and addresses of this
 * machine, only where the audit says that the model is local.
 *
 * @param base the base URL without a slash at its end
 * @param host the host name, in lower case
 * @param port the port
 * @param local whether it is this machine
 */
record Destination(String base, String host, int port, boolean local) {
    /** A name that cannot be read as a number by any resolver: its last part begins with a letter. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.(?:0|[1-9][0-9]{0,2})){3}|\\[::1]|localhost");
    private static final Pattern SHAPE =
            Pattern.compile("(https?)://([A-Za-z0-9.-]+|\\[::1])(?::([1-9][0-9]{0,4}))?(/[A-Za-z0-9._~/-]*)?");

    /**
     * Checks a base URL.
     *
     * @param where provider/model, for the message
     */
    static Destination of(String url, boolean local, String where) {
        var parts = SHAPE.matcher(url);
        if (!parts.matches() || url.contains("/../") || url.endsWith("/..") || url.indexOf("//", 8) >= 0) {
            throw refused(where, "it is no plain URL of a scheme, a host, a port and a path");
        }
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        boolean loopback = LOOPBACK.matcher(host).matches();
        if (local && !loopback) {
            throw refused(where, "'local: true' is for this machine alone: 127.0.0.1, [::1] or localhost");
        } else if (!local
                && (parts.group(1).equals("http") || !NAME.matcher(host).matches())) {
            throw refused(where, "without 'local: true' it must be https and a full host name");
        }
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        HttpUrl parsed = HttpUrl.parse(base);
        if (parsed == null) {
            throw refused(where, "it is no URL");
        }
        return new Destination(base, host, parsed.port(), local);
    }

    /** Whether a host in lower case is this machine, by its name alone. */
    static boolean loopback(String host) {
        return LOOPBACK.matcher(host).matches() || host.equals("::1");
    }

    /** The host and port, by which calls are paced. */
    String lane() {
        return host + ":" + port;
    }

    private static OperatorError refused(String where, String why) {
        return OperatorError.usage(
                "The base URL is not accepted", where, why, "Write https://HOST/PATH, or http://127.0.0.1:PORT.");
    }
}
