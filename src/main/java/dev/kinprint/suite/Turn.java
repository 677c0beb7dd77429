package dev.kinprint.suite;

/**
 * One turn of a probe. Assistant turns are scripted, so that every model is asked exactly the same conversation.
 *
 * @param role who speaks
 * @param text what is said; not blank
 */
public record Turn(Speaker role, String text) {
    /** Who speaks in a turn. */
    public enum Speaker {
        /** The one who asks. */
        USER,
        /** The model, in words written beforehand. */
        ASSISTANT
    }

    /** Refuses a blank text. */
    public Turn {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text: blank");
        }
    }
}
