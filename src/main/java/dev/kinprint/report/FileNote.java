package dev.kinprint.report;

/**
 * A file that the figures rest on.
 *
 * @param name its name or path within the run
 * @param sha256 its hash in lower-case hexadecimal digits
 * @param what what it holds, a few words
 */
public record FileNote(String name, String sha256, String what) {
    /** Refuses what is no SHA-256. */
    public FileNote {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256: not 64 hexadecimal digits for " + name);
        }
    }

    /** Whether it is one of the drawings beside the page. */
    boolean drawing() {
        return name.startsWith(Reports.FIGURES + "/");
    }
}
