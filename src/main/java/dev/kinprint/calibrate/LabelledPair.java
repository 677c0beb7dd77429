package dev.kinprint.calibrate;

import java.util.Map;

/**
 * One pair with a documented relation and its normalised scores: a row of the data that a calibration is fitted on.
 *
 * @param suspect the first model, as a number within the calibration
 * @param candidate the second model, likewise
 * @param kind what it is an example of
 * @param z normalised scores by channel
 */
record LabelledPair(int suspect, int candidate, Kind kind, ChannelScores z) {
    /** What a labelled pair is an example of. */
    enum Kind {
        /** The same model. */
        SAME("S"),
        /** Derived. */
        DERIVED("D"),
        /** Neither the same nor derived, and not connected. */
        UNRELATED("U"),
        /** Distilled. */
        DISTILLED("T"),
        /** Not distilled. */
        NOT_DISTILLED("N");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The letter that stands for it in files. */
        String code() {
            return code;
        }

        /** The kind that a letter stands for; empty where there is none. */
        static java.util.Optional<Kind> of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return java.util.Optional.of(kind);
                }
            }
            return java.util.Optional.empty();
        }

        /** Whether such a pair is an example for a relation (true), against it (false), or neither (empty). */
        java.util.Optional<Boolean> speaksFor(Relation relation) {
            return switch (relation) {
                case S -> against(UNRELATED, SAME);
                case D -> against(UNRELATED, DERIVED);
                case T -> against(NOT_DISTILLED, DISTILLED);
            };
        }

        /** Whether such a pair is the same model (true), derived (false), or neither (empty). */
        java.util.Optional<Boolean> sameRatherThanDerived() {
            return against(DERIVED, SAME);
        }

        private java.util.Optional<Boolean> against(Kind negative, Kind positive) {
            return this == positive
                    ? java.util.Optional.of(true)
                    : this == negative ? java.util.Optional.of(false) : java.util.Optional.empty();
        }
    }

    LabelledPair {
        if (suspect == candidate || suspect < 0 || candidate < 0) {
            throw new IllegalArgumentException("suspect, candidate: " + suspect + ", " + candidate);
        }
    }

    LabelledPair(int suspect, int candidate, Kind kind, Map<String, Double> z) {
        this(suspect, candidate, kind, ChannelScores.of(z));
    }
}
