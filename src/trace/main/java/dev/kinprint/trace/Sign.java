package dev.kinprint.trace;

/** A sign of a harvest in a log alone: a number for each account, the higher the more it looks like one. */
enum Sign {
    /** The part of its different prompts that stand under the shared template on which it leans most. */
    TEMPLATE("template", "part of its prompts under one template that other accounts use too"),
    /** Different subjects over different prompts, the subject being the rarest word: a harvest returns to none. */
    COVERAGE("coverage", "different subjects for each prompt: it seeks what it has not asked yet"),
    /** One over one plus the coefficient of variation of the times between its exchanges. */
    RHYTHM("rhythm", "evenness of the times between exchanges, 1 for a clock"),
    /** The part of the 24 hours of the day (UTC) in which it has exchanged anything. */
    CLOCK("clock", "part of the hours of the day in which it is awake");

    private final String column;
    private final String words;

    Sign(String column, String words) {
        this.column = column;
        this.words = words;
    }

    /** Its name in tables. */
    String column() {
        return column;
    }

    /** What it says. */
    String words() {
        return words;
    }
}
