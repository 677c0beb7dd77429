package dev.kinprint.cli;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Rewrite;
import dev.kinprint.style.Tokens;
import dev.kinprint.suite.JudgeSettings.Ablation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answers of all models alike without a part of each, to see whether a finding rests on that part. */
final class TextVariant {
    /** So many of the commonest words are taken off where words of content are to stay. */
    private static final int COMMON = 150;

    private TextVariant() {}

    /** What a variant leaves out, in a few words. */
    static String words(Ablation ablation) {
        return switch (ablation) {
            case RAW -> "texts as they came";
            case NO_MARKDOWN -> "texts without Markdown";
            case LENGTH_MATCHED -> "texts cut to a common length";
            case CONTENT_WORDS -> "texts without the " + COMMON + " commonest words";
        };
    }

    /** The variant of a corpus; a text of which nothing is left becomes a gap. */
    static Corpus of(Corpus corpus, Ablation ablation) {
        return switch (ablation) {
            case RAW -> corpus;
            case NO_MARKDOWN ->
                Rewrite.PLAIN.of(
                        corpus,
                        IntStream.range(0, corpus.members().size()).boxed().toList());
            case LENGTH_MATCHED -> {
                List<Integer> lengths = lengths(corpus);
                yield rewritten(corpus, (question, text) -> cut(text, lengths.get(question)));
            }
            case CONTENT_WORDS -> {
                Set<String> common = common(corpus);
                yield rewritten(corpus, (question, text) -> without(common, text));
            }
        };
    }

    private static Corpus rewritten(Corpus corpus, BiFunction<Integer, String, String> change) {
        Corpus.Builder out = new Corpus.Builder();
        corpus.members().forEach(out::member);
        corpus.questions().forEach(out::question);
        corpus.gaps().forEach(out::gap);
        for (int m = 0; m < corpus.members().size(); m++) {
            for (int q = 0; q < corpus.questions().size(); q++) {
                List<String> texts = corpus.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    out.text(
                            corpus.members().get(m).id(),
                            corpus.questions().get(q).id(),
                            s,
                            change.apply(q, texts.get(s)));
                }
            }
        }
        return out.build();
    }

    /** For each question the number of characters that three quarters of its answers reach. */
    private static List<Integer> lengths(Corpus corpus) {
        List<Integer> lengths = new ArrayList<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            List<Integer> found = new ArrayList<>();
            for (int m = 0; m < corpus.members().size(); m++) {
                corpus.texts(m, q).forEach(text -> found.add(text.codePointCount(0, text.length())));
            }
            found.sort(Comparator.naturalOrder());
            lengths.add(found.isEmpty() ? 0 : found.get(found.size() / 4));
        }
        return lengths;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The words and marks that all models together use most. */
    private static Set<String> common(Corpus corpus) {
        Map<String, Integer> counts = new HashMap<>();
        for (int m = 0; m < corpus.members().size(); m++) {
            for (int q = 0; q < corpus.questions().size(); q++) {
                corpus.texts(m, q).forEach(text -> Tokens.scan(text, token -> counts.merge(token, 1, Integer::sum)));
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMMON)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String without(Set<String> common, String text) {
        List<String> kept = new ArrayList<>();
        Tokens.scan(text, token -> {
            if (!common.contains(token)) {
                kept.add(token);
            }
        });
        return String.join(" ", kept);
    }
}
