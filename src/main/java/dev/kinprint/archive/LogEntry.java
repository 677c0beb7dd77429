package dev.kinprint.archive;

/**
 * The outside of one line of the log.
 *
 * @param seq position, from 1
 * @param kind the state that a step led to, or DOCUMENT
 * @param name the document's name; empty for a step
 * @param at milliseconds since 1970, UTC
 * @param sha256 the hash of this line and of all before it
 */
public record LogEntry(long seq, String kind, String name, long at, String sha256) {
    /** Whether a request was about to be sent. */
    public boolean intent() {
        return kind.equals(State.INTENT.name());
    }

    /** Whether it is a document of that name. */
    public boolean document(String wanted) {
        return kind.equals(Row.DOCUMENT) && name.equals(wanted);
    }
}
