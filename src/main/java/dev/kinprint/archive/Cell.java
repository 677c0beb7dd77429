package dev.kinprint.archive;

/**
 * One request to be made, exactly as it will be sent. Two cells are never answered by one response: the key holds the
 * sample, and the archive keeps one request for a key.
 *
 * @param key which model, probe and sample it is for
 * @param dialect the wire format; says how the answer's bytes are to be read
 * @param profile the provider profile
 * @param baseUrl where it is sent
 * @param model the model name that is sent
 * @param request the body that is sent
 */
public record Cell(CellKey key, String dialect, String profile, String baseUrl, String model, Bytes request) {
    /** The dialect, and profile, of answers that were made elsewhere and brought in. */
    public static final String IMPORTED = "imported";

    /** Refuses a blank dialect or profile. */
    public Cell {
        if (dialect.isBlank() || profile.isBlank()) {
            throw new IllegalArgumentException("dialect, profile: blank for " + key);
        }
    }

    /** Whether two cells stand for the same request, whatever their keys. */
    public boolean sameRequest(Cell other) {
        return dialect.equals(other.dialect)
                && profile.equals(other.profile)
                && baseUrl.equals(other.baseUrl)
                && model.equals(other.model)
                && request.equals(other.request);
    }
}
