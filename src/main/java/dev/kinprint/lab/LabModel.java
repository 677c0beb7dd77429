package dev.kinprint.lab;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A model of a lab world, with its true lineage.
 *
 * @param id the name under which it is asked
 * @param lab who makes it; not blank
 * @param base the model or base that it was made from; {@code proprietary:} and the lab for a model of its own
 * @param family its family, finer than the lab
 * @param relation how it came to be
 * @param teachers the models whose answers it was trained on, or that it is; empty for an independent model
 * @param dialect the one wire format in which it is served
 */
public record LabModel(
        String id, String lab, String base, String family, Relation relation, List<String> teachers, Dialect dialect) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9 .:_-]+");

    /** How a model came to be, in the words of lineage tables. */
    public enum Relation {
        /** Nothing was taken from another model of the world. */
        INDEPENDENT("independent"),
        /** Trained on a teacher's answers. */
        DISTILLED("distilled"),
        /** A teacher behind another name. */
        SAME_MODEL("same_model_prompt_variant"),
        /** Adapted from a teacher. */
        SAME_BASE("same_base");

        private final String word;

        Relation(String word) {
            this.word = word;
        }

        /** The word of lineage tables. */
        public String word() {
            return word;
        }
    }

    /** Refuses fields that a plain CSV line cannot hold, and teachers that do not go with the relation. */
    public LabModel {
        teachers = List.copyOf(teachers);
        safe("id", id);
        safe("lab", lab);
        safe("base", base);
        safe("family", family);
        teachers.forEach(teacher -> safe("teachers", teacher));
        if (teachers.isEmpty() != (relation == Relation.INDEPENDENT)) {
            throw new IllegalArgumentException("teachers: " + teachers + " for relation " + relation + " of " + id);
        }
    }

    private static void safe(String field, String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException(field + ": unsafe characters in '" + value + "'");
        }
    }
}
