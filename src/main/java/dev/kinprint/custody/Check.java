package dev.kinprint.custody;

/**
 * One thing that was looked at.
 *
 * @param name what it is, in a word
 * @param result what came of it
 * @param detail what was seen; may hold names of files, so it is hostile text
 */
public record Check(String name, Result result, String detail) {
    /** What can come of a check. */
    public enum Result {
        /** It is as it was. */
        PASS,
        /** It is not as it was. */
        FAIL,
        /** It cannot be checked, or says less than it could. */
        NOTE
    }

    static Check of(String name, boolean good, String pass, String fail) {
        return new Check(name, good ? Result.PASS : Result.FAIL, good ? pass : fail);
    }

    static Check note(String name, String detail) {
        return new Check(name, Result.NOTE, detail);
    }
}
