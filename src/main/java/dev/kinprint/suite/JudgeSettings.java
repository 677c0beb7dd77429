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
 * @param channels the channels that compare the answers, none twice; none named for all
 * @param ablations the variants of the texts that the report compares, in order, none twice
 */
public record JudgeSettings(Part embedder, Part calibration, List<String> channels, List<Ablation> ablations) {
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

    /** Copies the lists. */
    public JudgeSettings {
        channels = once("channels", channels);
        ablations = once("ablations", ablations);
    }

    private static <T> List<T> once(String name, List<T> list) {
        if (list.stream().distinct().count() != list.size()) {
            throw new IllegalArgumentException(name + ": one stands twice in " + list);
        }
        return List.copyOf(list);
    }
}
