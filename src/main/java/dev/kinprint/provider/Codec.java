package dev.kinprint.provider;

import dev.kinprint.fault.OperatorError;

/** One dialect, both ways. A pure function of its arguments: no clock, no network, no key. */
public interface Codec extends Decoder {
    /**
     * Writes an ask in this dialect.
     *
     * @param lenient whether a parameter that the vendor does not take is left out and listed, rather than an error
     * @throws OperatorError where a parameter cannot be sent
     */
    WireRequest encode(Profile profile, Ask ask, boolean lenient);
}
