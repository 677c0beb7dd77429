package dev.kinprint.trace;

import java.util.Locale;
import java.util.Optional;

/** The two halves of a probe set. */
enum Side {
    /** From accounts under suspicion. */
    SUSPECTED,
    /** From other accounts, which the suspect's owner could not have seen. */
    CONTROL;

    private static final int DIGITS = 24;

    /** The id of a probe: the side and the beginning of the SHA-256 of the prompt. The account is not in it. */
    String id(String promptHash) {
        return word() + "-" + promptHash.substring(0, DIGITS);
    }

    /** The beginning of the prompt's hash, where a probe's id is one of this side. */
    Optional<String> hash(String id) {
        String prefix = word() + "-";
        return id.startsWith(prefix) && id.length() == prefix.length() + DIGITS
                ? Optional.of(id.substring(prefix.length()))
                : Optional.empty();
    }

    /** Its name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
