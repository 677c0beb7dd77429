package dev.kinprint.collect;

import dev.kinprint.fault.OperatorError;
import java.nio.charset.StandardCharsets;

/** A key. It shows itself to nobody: not in a text, not in a message, not in a file. */
final class Secret {
    private static final int SHORTEST = 8;

    private final String name;
    private final String value;

    private Secret(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * A key from the environment.
     *
     * @param name of the environment variable
     * @param raw its value; white space around it is cut off
     * @throws OperatorError where it cannot be sent in a header; the message never holds it
     */
    static Secret of(String name, String raw) {
        String value = raw.strip();
        if (value.length() < SHORTEST || value.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new OperatorError(
                    OperatorError.Kind.AUTHENTICATION,
                    "The key cannot be used",
                    name,
                    "it is shorter than " + SHORTEST + " characters, or has one that no header may hold",
                    "Set the variable again, with the key alone.");
        }
        return new Secret(name, value);
    }

    /** The name of the environment variable. */
    String name() {
        return name;
    }

    /** The value, for the one header that carries it and for the redactor. */
    String reveal() {
        return value;
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "***";
    }
}
