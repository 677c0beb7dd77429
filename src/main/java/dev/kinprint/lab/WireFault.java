package dev.kinprint.lab;

/** A request that the server answers with an error. Each dialect has its own words for the kind. */
final class WireFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong, with the HTTP status that says so. */
    enum Kind {
        /** The body or a header is not what the API takes. */
        INVALID(400),
        /** There is no key. */
        NO_KEY(401),
        /** There is no such model, or no such path. */
        NOT_FOUND(404),
        /** Another method than POST. */
        METHOD(405),
        /** The body is too long. */
        TOO_LARGE(413),
        /** The lab itself failed. */
        BROKEN(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Kind kind;

    WireFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static WireFault invalid(String message) {
        return new WireFault(Kind.INVALID, message);
    }

    Kind kind() {
        return kind;
    }

    /** What is wrong, in words for the client. */
    String message() {
        return String.valueOf(getMessage());
    }
}
