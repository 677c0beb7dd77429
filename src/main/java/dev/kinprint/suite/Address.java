package dev.kinprint.suite;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a base URL may look like. Where its host leads is checked again when a connection is made. */
final class Address {
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");
    private static final Pattern LOOPBACK =
            Pattern.compile("127(?:\\.(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");
    private static final Pattern NUMERIC = Pattern.compile("0x[0-9a-f.x]*|[0-9.]+");

    private Address() {}

    /** Why a base URL is not accepted, or empty where it is. */
    static Optional<String> fault(String url, boolean local) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("it is no URL");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("it begins with neither https:// nor http://");
        } else if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of("it has a user, a query or a fragment, where keys tend to hide");
        } else if (uri.getHost() == null
                || uri.getPort() > 65_535
                || !(HOST.matcher(host).matches() || host.equals("[::1]"))) {
            return Optional.of("its host is no plain name or address");
        } else if (local && !loopback(host)) {
            return Optional.of("'local: true' needs a host on this machine: 127.0.0.1, [::1] or localhost");
        } else if (!local && loopback(host)) {
            return Optional.of("its host is this machine, but 'local: true' is missing");
        } else if (!local && scheme.equals("http")) {
            return Optional.of("http is for models with 'local: true'; anything sent by it can be read on the way");
        } else if (!local && NUMERIC.matcher(host).matches()) {
            return Optional.of("its host is a number and not a name");
        }
        return Optional.empty();
    }

    private static boolean loopback(String host) {
        return host.equals("localhost")
                || host.equals("[::1]")
                || LOOPBACK.matcher(host).matches();
    }
}
