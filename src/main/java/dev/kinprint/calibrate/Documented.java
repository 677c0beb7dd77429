package dev.kinprint.calibrate;

import java.util.List;

/**
 * What is documented about one model. These are labels: they fit and test a calibration and never enter a score.
 *
 * @param model the model's id in the corpus
 * @param panel whether it is a candidate source and background, rather than a student
 * @param family the model family; sources are named at this level
 * @param lab who made it
 * @param base the base model, perhaps another model of the corpus
 * @param teachers the documented sources of its training texts: ids, or {@code family:NAME}
 * @param descent how it came to be
 * @param trusted whether the documentation is good enough to count
 */
public record Documented(
        String model,
        boolean panel,
        String family,
        String lab,
        String base,
        List<String> teachers,
        Descent descent,
        boolean trusted) {

    /** How a model came to be. */
    public enum Descent {
        /** Trained on outputs of other models. */
        DISTILLED("distilled"),
        /** The same weights, asked in another way. */
        PROMPT_VARIANT("same_model_prompt_variant"),
        /** Further trained from the weights of its base. */
        SAME_BASE("same_base"),
        /** Further trained on preferences alone. */
        PREFERENCE_ONLY("preference_only"),
        /** Several models behind one name. */
        ENSEMBLE("ensemble"),
        /** Of no other model's making. */
        INDEPENDENT("independent"),
        /** Not known; background only. */
        UNKNOWN("unknown");

        private final String word;

        Descent(String word) {
            this.word = word;
        }

        /** The word used in lineage files. */
        public String word() {
            return word;
        }
    }

    /** Copies the teachers. */
    public Documented {
        teachers = List.copyOf(teachers);
    }
}
