package dev.kinprint.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * What was found when models of made-up worlds, whose lineage is known without doubt, were judged like the models of an
 * audit.
 *
 * @param calibration the calibration that weighed them
 * @param worlds the seeds of the worlds
 * @param percents the doses: of how many percent of a student's training texts its teacher is the author
 * @param settings what was found, for each number of questions and size of background
 */
public record Simulation(
        String calibration, List<Long> worlds, List<Integer> percents, List<SimulationFigures> settings) {
    /** From this log10 likelihood ratio on the support is "moderate" or more. */
    static final double MODERATE = 1;

    /** Copies the lists. */
    public Simulation {
        worlds = List.copyOf(worlds);
        percents = List.copyOf(percents);
        settings = List.copyOf(settings);
    }

    /** How a suspect came to be. */
    public enum Kind {
        /** From nothing that any candidate made. */
        UNRELATED("unrelated"),
        /** A candidate behind another name. */
        SAME("same model"),
        /** Adapted from a candidate. */
        DERIVED("derived"),
        /** Trained on answers of a candidate. */
        STUDENT("student");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The plain words. */
        public String words() {
            return words;
        }

        /** The relation of such a suspect to its source; empty where it has none. */
        Optional<Relation> relation() {
            return switch (this) {
                case UNRELATED -> Optional.empty();
                case SAME -> Optional.of(Relation.S);
                case DERIVED -> Optional.of(Relation.D);
                case STUDENT -> Optional.of(Relation.T);
            };
        }
    }

    /**
     * A model under question.
     *
     * @param world the seed of its world
     * @param id its name there
     * @param kind how it came to be
     * @param percent the dose of a student; 0 for all others
     */
    public record Suspect(long world, String id, Kind kind, int percent) {
        /** Refuses a dose that does not go with the kind. */
        public Suspect {
            if ((percent > 0) != (kind == Kind.STUDENT) || percent > 100) {
                throw new IllegalArgumentException("percent: " + percent + " for " + kind);
            }
        }

        /** The relation to its source; empty where it has none. */
        public Optional<Relation> relation() {
            return kind.relation();
        }
    }

    /**
     * A suspect weighed against one candidate for one relation.
     *
     * @param suspect the suspect
     * @param source whether the candidate is what the suspect comes from
     * @param relation the relation weighed
     * @param log10Lr the log10 likelihood ratio within bounds; empty where none may be printed
     * @param named whether the candidate is named for the relation
     */
    public record Weighed(Suspect suspect, boolean source, Relation relation, Optional<Double> log10Lr, boolean named) {
        /** Whether the relation holds. */
        boolean holds() {
            return source && suspect.relation().equals(Optional.of(relation));
        }

        /** Whether the ratio is ten or more. */
        boolean moderate() {
            return log10Lr.filter(value -> value >= MODERATE).isPresent();
        }
    }
}
