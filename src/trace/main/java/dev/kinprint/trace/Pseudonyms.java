package dev.kinprint.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Shows accounts without their ids: on the screen and on the page an account is the beginning of a salted SHA-256.
 *
 * @param salt the salt; blank for none
 * @param hashed whether the log was read with pseudonyms already
 */
record Pseudonyms(String salt, boolean hashed) {
    private static final int DIGITS = 16;

    /** What is shown for an account; the same that {@link LogReader#pseudonym} makes of it. */
    String of(String account) {
        if (hashed) {
            return account;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((salt + "\u0000" + account).getBytes(StandardCharsets.UTF_8));
            return "account-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
