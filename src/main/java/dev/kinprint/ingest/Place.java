package dev.kinprint.ingest;

import dev.kinprint.fault.OperatorError;

/**
 * A file that is being imported, as messages name it.
 *
 * @param file its path as the operator knows it
 */
record Place(String file) {
    /** Something about the file as a whole is wrong. */
    OperatorError error(String why) {
        return error(file, why);
    }

    /** A record of it is wrong. */
    OperatorError error(long line, String why) {
        return error(file + ":" + line, why);
    }

    private static OperatorError error(String where, String why) {
        return OperatorError.usage(
                "The outputs cannot be imported", where, why, "Correct it and import again; nothing was imported.");
    }
}
