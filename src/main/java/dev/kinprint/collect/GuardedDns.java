package dev.kinprint.collect;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Dns;

/**
 * Resolves names, and refuses a public name that leads into this machine or a private network. The addresses returned
 * here are the ones that are connected to, so a name cannot change its mind in between.
 */
final class GuardedDns implements Dns {
    /** A name leads to an address that it may not lead to. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("an address that the name may not lead to");
        }
    }

    private final Dns resolver;
    private final Set<String> local;
    private final Optional<String> proxy;

    /**
     * A guard in front of a resolver.
     *
     * @param local the host names that the audit declares to be this machine
     * @param proxy the host of a proxy, which may lie anywhere; the proxy then resolves the other names itself
     */
    GuardedDns(Dns resolver, Set<String> local, Optional<String> proxy) {
        this.resolver = resolver;
        this.local = Set.copyOf(local);
        this.proxy = proxy;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(hostname);
        if (proxy.isPresent() && proxy.get().equals(hostname) && !local.contains(hostname)) {
            return addresses;
        }
        for (InetAddress address : addresses) {
            if (local.contains(hostname) ? !address.isLoopbackAddress() : !isPublic(address)) {
                throw new Forbidden();
            }
        }
        return addresses;
    }

    /** Whether an address is one of the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] raw = address.getAddress();
        int first = raw[0] & 0xff;
        int second = raw[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean carrier = first == 100 && second >= 64 && second < 128;
            boolean benchmark = first == 198 && (second == 18 || second == 19);
            boolean special = first == 192 && second == 0 && raw[2] == 0;
            return !(first == 0 || first >= 240 || carrier || benchmark || special);
        }
        // Of IPv6 only the global unicast block, without the ranges in it that carry an IPv4 address inside.
        boolean global = (first & 0xe0) == 0x20;
        boolean tunnel = first == 0x20 && (second == 0x02 || (second == 0x01 && raw[2] == 0 && raw[3] == 0));
        return global && !tunnel;
    }
}
