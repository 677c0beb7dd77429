package dev.kinprint.collect;

import okhttp3.Dns;

/**
 * What a collection stands on.
 *
 * @param timing the clock
 * @param dns finds the addresses of hosts
 * @param timeouts limits of one call
 */
record Surroundings(Timing timing, Dns dns, Wire.Timeouts timeouts) {
    /** This machine. */
    static Surroundings real() {
        return new Surroundings(Timing.system(), Dns.SYSTEM, Wire.Timeouts.DEFAULT);
    }
}
