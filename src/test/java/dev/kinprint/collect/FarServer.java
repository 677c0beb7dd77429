package dev.kinprint.collect;

import dev.kinprint.collect.LoopServer.Sent;
import dev.kinprint.collect.LoopServer.Then;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Hosts of the domain acme.example behind a proxy on loopback, which send back the key that they were sent: as it is,
 * URL-encoded, escaped for JSON, in base64 and in part. Each of the hosts f0, f1, ... has one fault of
 * {@link FaultList}; every other host answers well, with the key wherever a word has a place.
 */
public final class FarServer implements AutoCloseable {
    private final Identity identity = Identity.of("*.acme.example");
    private final LoopServer server;
    private final List<FaultList.Fault> faults;
    private final String echo;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    /** Starts. */
    public FarServer(String key) {
        String coded = Base64.getEncoder().encodeToString(("Bearer " + key).getBytes(StandardCharsets.US_ASCII));
        this.echo = "Bearer " + key + " url " + URLEncoder.encode(key, StandardCharsets.UTF_8) + " json "
                + key.replace("/", "\\/") + " base64 " + coded + " head " + key.substring(0, 12) + " tail "
                + key.substring(key.length() - 12);
        this.faults = FaultList.of(echo).stream().filter(fault -> !fault.slow()).toList();
        this.server = LoopServer.proxy(identity, this::sent);
    }

    private Sent sent(LoopServer.Asked asked) {
        String host = asked.host();
        int call = calls.merge(host, 1, Integer::sum);
        if (!host.matches("f[0-9]+\\..*")) {
            return Sent.keep(LoopServer.http(200, "x-request-id: " + echo + "\r\n", answer(asked, call)));
        }
        Sent sent = faults.get(Integer.parseInt(host.replaceAll("[^0-9]", ""))).sent(call);
        return sent.then() == Then.KEEP ? Sent.of(sent.raw(), Then.CLOSE) : sent;
    }

    /** An answer with the key in the text and in all that is shown beside it. */
    private String answer(LoopServer.Asked asked, int call) {
        return LoopServer.answer("Well, " + asked.prompt().substring(0, 9) + " is number " + call + " and " + echo)
                .replace("\"id\":\"r\"", "\"id\":\"" + call + echo + "\",\"provider\":\"" + echo + "\"")
                .replace("\"usage\"", "\"system_fingerprint\":\"" + echo + "\",\"usage\"");
    }

    /** How many faults there are. */
    public int faults() {
        return faults.size();
    }

    /** The hosts with a fault that were asked with the key. */
    public Set<String> reached(String key) {
        return server.ledger().stream()
                .filter(asked -> asked.head().contains("Bearer " + key + "\r\n"))
                .map(asked -> asked.host().replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
    }

    /** The proxy, as the environment names it. */
    public String proxy() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The certificate that a client must trust. */
    public byte[] pem() {
        return identity.pem();
    }

    @Override
    public void close() {
        server.close();
    }
}
