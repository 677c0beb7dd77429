package dev.kinprint.report;

import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import java.util.List;
import java.util.Optional;

/**
 * What the likelihood ratio of a pair becomes where something is left out: each channel in turn, and what a variant of
 * all texts lacks.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param relation the relation
 * @param rows what was left out, in the order to print
 */
public record Ablation(String suspect, String candidate, Relation relation, List<Row> rows) {
    /**
     * One thing left out.
     *
     * @param kind what kind of thing
     * @param what its name: a channel's id, or the variant's words
     * @param logLr the ratio without it; empty where there is none
     * @param why why there is none; empty where there is one
     */
    public record Row(Kind kind, String what, Optional<LogLr> logLr, Optional<String> why) {
        /** Refuses a row that has both a ratio and a reason for none, or neither. */
        public Row {
            if (logLr.isPresent() == why.isPresent()) {
                throw new IllegalArgumentException(
                        "logLr: exactly one of a ratio and a reason for none is needed for " + what);
            }
        }
    }

    /** What kind of thing is left out. */
    public enum Kind {
        /** A channel: the ratio is fitted anew on the others. */
        CHANNEL,
        /** A part of every text, of all models alike. */
        TEXT
    }

    /** Copies the rows. */
    public Ablation {
        rows = List.copyOf(rows);
    }
}
