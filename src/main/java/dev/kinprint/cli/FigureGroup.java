package dev.kinprint.cli;

import dev.kinprint.compare.Comparison;
import dev.kinprint.report.HeatMap;
import java.util.List;

/**
 * Channels of one kind, which the report shows as one figure.
 *
 * @param title what they compare, a few words
 * @param unit the unit of their scores
 * @param explanation one or two plain sentences
 * @param scale how its colours run
 * @param channels the channels, at least one
 * @param mapped whether a tree and a map are drawn too
 */
record FigureGroup(
        String title, String unit, String explanation, HeatMap.Scale scale, List<String> channels, boolean mapped) {
    private static final List<FigureGroup> ALL = List.of(
            new FigureGroup(
                    "Wording of answers to the same question",
                    "residual cosine",
                    "What two models say to the same question beyond what the background says; 0 is what strangers have.",
                    HeatMap.Scale.DIVERGING,
                    List.of("content-ngram"),
                    true),
            new FigureGroup(
                    "Style over all answers",
                    "cosine of z-scores",
                    "How alike two models' use of the most frequent words, marks and pairs of them is, against the"
                            + " background; 0 is what strangers have.",
                    HeatMap.Scale.DIVERGING,
                    List.of("function-words", "bigrams"),
                    true),
            new FigureGroup(
                    "Meaning of answers to the same question",
                    "residual cosine",
                    "As wording, but by an embedding model's vectors; it is shown and enters no likelihood ratio.",
                    HeatMap.Scale.DIVERGING,
                    List.of("content-embedding"),
                    false),
            new FigureGroup(
                    "First and last words of answers",
                    "cosine of rarity-weighted counts",
                    "Rare openings and closings that two models share count most; 0 is none in common.",
                    HeatMap.Scale.SEQUENTIAL,
                    List.of("openings", "closings"),
                    false),
            new FigureGroup(
                    "Layout of answers",
                    "1 less the mean Jensen-Shannon divergence",
                    "How alike headings, lists, marks and lengths are; 1 is the same.",
                    HeatMap.Scale.SEQUENTIAL,
                    List.of("format"),
                    false));

    /** The groups of which a comparison holds channels, each with those. */
    static List<FigureGroup> in(Comparison comparison) {
        return ALL.stream()
                .map(group -> new FigureGroup(
                        group.title(),
                        group.unit(),
                        group.explanation(),
                        group.scale(),
                        group.channels().stream()
                                .filter(comparison.channels()::contains)
                                .toList(),
                        group.mapped()))
                .filter(group -> !group.channels().isEmpty())
                .toList();
    }
}
