package dev.kinprint.collect;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How this machine reaches others: a proxy, hosts that need none, and certificates trusted besides Java's own. Nothing
 * but the environment says so; the settings of Java and of the system are not looked at.
 *
 * @param proxy host and port of an HTTP proxy
 * @param direct hosts that are reached without it; each stands for all names that end so too, and * for all
 * @param authorities a file of certificates in PEM
 */
public record Outlet(Optional<InetSocketAddress> proxy, List<String> direct, Optional<Path> authorities) {
    private static final Pattern PROXY = Pattern.compile("(?:http://)?([A-Za-z0-9.-]{1,253}):([0-9]{1,5})/?");

    /** Copies the list. */
    public Outlet {
        direct = List.copyOf(direct);
    }

    /**
     * What the environment says: HTTPS_PROXY, NO_PROXY and KINPRINT_CA_FILE.
     *
     * @throws OperatorError where the proxy is no plain http://HOST:PORT
     */
    public static Outlet of(Function<String, Optional<String>> environment) {
        Optional<String> url = first(environment, "HTTPS_PROXY", "https_proxy");
        List<String> direct = first(environment, "NO_PROXY", "no_proxy").stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .map(host -> host.startsWith(".") ? host.substring(1) : host)
                .filter(host -> !host.isEmpty())
                .toList();
        return new Outlet(
                url.map(Outlet::proxy),
                direct,
                first(environment, "KINPRINT_CA_FILE").map(Path::of));
    }

    private static Optional<String> first(Function<String, Optional<String>> environment, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> environment.apply(name).stream())
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    private static InetSocketAddress proxy(String url) {
        Matcher parts = PROXY.matcher(url);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            // The text may hold a password, so it is not shown.
            throw OperatorError.usage(
                    "The proxy cannot be used",
                    "HTTPS_PROXY",
                    "it is not of the form http://HOST:PORT; a name and password are not supported",
                    "Set the variable again, or unset it.");
        }
        return InetSocketAddress.createUnresolved(
                parts.group(1).toLowerCase(Locale.ROOT), Integer.parseInt(parts.group(2)));
    }

    /** How a host is reached. */
    Proxy to(String host) {
        boolean straight = proxy.isEmpty()
                || Destination.loopback(host)
                || direct.stream().anyMatch(own -> own.equals("*") || host.equals(own) || host.endsWith("." + own));
        return straight ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, proxy.get());
    }

    /**
     * Java's own authorities and those of the file; empty where there is no file.
     *
     * @throws OperatorError where the file cannot be read
     */
    public Optional<X509TrustManager> trust() {
        return authorities.map(file -> {
            try (InputStream in = Files.newInputStream(file)) {
                Collection<? extends Certificate> own =
                        CertificateFactory.getInstance("X.509").generateCertificates(in);
                if (own.isEmpty()) {
                    throw new GeneralSecurityException("no certificate");
                }
                KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
                all.load(null, null);
                int n = 0;
                for (Certificate one : manager(null).getAcceptedIssuers()) {
                    all.setCertificateEntry("java-" + n++, one);
                }
                for (Certificate one : own) {
                    all.setCertificateEntry("own-" + n++, one);
                }
                return manager(all);
            } catch (IOException | GeneralSecurityException e) {
                throw OperatorError.usage(
                        "The certificates cannot be read",
                        "KINPRINT_CA_FILE",
                        file + " is no readable file of certificates in PEM",
                        "Set the variable again, or unset it.");
            }
        });
    }

    private static X509TrustManager manager(@org.jspecify.annotations.Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no trust manager for certificates"));
    }
}
