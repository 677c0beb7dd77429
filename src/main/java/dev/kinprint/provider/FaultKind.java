package dev.kinprint.provider;

import java.util.Locale;

/** Classes of failure, by what they say about whether the request was worked on. */
public enum FaultKind {
    /** Too many requests; none was made. */
    RATE_LIMITED,
    /** The vendor had no capacity and did nothing. */
    OVERLOADED,
    /** The vendor failed and says so in its own format. */
    SERVER,
    /** Something between here and the model gave up; the model may have run. */
    GATEWAY,
    /** The account has no money or quota left. */
    QUOTA,
    /** The key is missing, wrong, or not allowed this. */
    AUTHENTICATION,
    /** There is no such model, or no longer. */
    NOT_FOUND,
    /** This request is not accepted, whoever sends it. */
    BAD_REQUEST,
    /** The answer points to another address. */
    REDIRECT,
    /** The body ends before its end, or is no answer of this interface at all. */
    CUT,
    /** A whole body that strict reading refuses. */
    UNREADABLE,
    /** A whole answer that is not text, or ended in a way that is not known. */
    UNSUPPORTED;

    /** The name in the archive and in reports, such as rate-limited. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
