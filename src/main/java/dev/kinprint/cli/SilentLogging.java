package dev.kinprint.cli;

/**
 * Keeps the JDK's logging without a handler. Libraries log what vendors send, and some log at start; what matters comes
 * back as a value or an exception.
 *
 * <p>The JDK makes one of these in place of reading its own settings, at the first line that a library logs. To reset its
 * log manager instead would load all of it at every start.
 */
public final class SilentLogging {
    private static final String PROPERTY = "java.util.logging.config.class";

    /** For the JDK alone; setting nothing up is all that it does. */
    public SilentLogging() {}

    /** From now on nothing is logged, unless something was logged before. */
    static void choose() {
        System.setProperty(PROPERTY, SilentLogging.class.getName());
    }
}
