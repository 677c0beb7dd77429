package dev.kinprint.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * With what the answers are judged.
 *
 * @param embedder what turns a text into a vector
 * @param calibration what turns scores into likelihood ratios
 * @param ablations the variants of the texts that the report compares, in order, none twice
 */
public record JudgeSettings(Part embedder, Part calibration, List<Ablation> ablations) {
    /** A part of judging that is built in or the operator's own. */
    public sealed interface Part {
        /** The built-in part of this name; the name is {@code default} where the audit names none. */
        record Builtin(String name) implements Part {}

        /** The operator's own, at a path. */
        record Own(Path path) implements Part {}
    }

    /** A variant of the texts, to see whether a finding rests on what the variant leaves out. */
    public enum Ablation {
        /** The texts as they came. */
        RAW,
        /** Without Markdown. */
        NO_MARKDOWN,
        /** Cut to a common length. */
        LENGTH_MATCHED,
        /** Without the commonest words. */
        CONTENT_WORDS;

        /** How an audit file writes it. */
        public String word() {
            return Fields.word(this);
        }

        /** The one that is written so; empty where there is none. */
        public static Optional<Ablation> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    /** Copies the ablations. */
    public JudgeSettings {
        ablations = List.copyOf(ablations);
        if (ablations.stream().distinct().count() != ablations.size()) {
            throw new IllegalArgumentException("ablations: one stands twice in " + ablations);
        }
    }
}
