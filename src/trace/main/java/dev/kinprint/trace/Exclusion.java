package dev.kinprint.trace;

/** Why a row of a log takes no part. */
enum Exclusion {
    /** A line that is no JSON object, or has more or fewer cells than the header. */
    NOT_A_RECORD("the line is no record"),
    /** The bytes were not UTF-8, or hold the character that stands for such bytes. */
    NOT_UTF8("not valid UTF-8"),
    /** Who asked is missing or blank. */
    NO_ACCOUNT("no account"),
    /** When is missing, or no time. */
    NO_TIME("no readable time"),
    /** What was asked is missing or blank. */
    NO_PROMPT("no prompt"),
    /** What was answered is missing or blank. */
    NO_ANSWER("no answer"),
    /** Equal to another row in the 64-bit hash of all four columns; one of them is kept. */
    DUPLICATE("a duplicate row");

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /** The reason in words. */
    String words() {
        return words;
    }
}
