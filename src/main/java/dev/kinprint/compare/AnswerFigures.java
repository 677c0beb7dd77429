package dev.kinprint.compare;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Embedding;
import dev.kinprint.embed.Progress;
import dev.kinprint.style.Format;
import dev.kinprint.style.Sequences;
import dev.kinprint.style.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Plain figures of models' answers, question by question and without any background: what is followed from one release
 * to the next. They say how much alike two releases are. What likeness says of lineage needs a background, and is asked
 * of {@link Comparison}.
 *
 * <p>Every sample takes part. Two models' likeness at a question is the mean over all pairs of a sample of one and a
 * sample of the other; a model's likeness to itself is the mean over all pairs of two different samples. The floor of
 * two models is the mean of what each has with itself, so that likeness less floor is, for equal models, 0 on average
 * (minus half the squared energy distance of their answers; Székely and Rizzo 2013).
 */
public final class AnswerFigures {
    private static final int GRAM = 4;
    private static final int LONGEST = 8_000;
    private static final Set<Gap.Reason> DECLINED = EnumSet.of(Gap.Reason.REFUSED, Gap.Reason.FILTERED);
    private static final Set<Gap.Reason> ANSWERED = EnumSet.of(
            Gap.Reason.REFUSED, Gap.Reason.FILTERED, Gap.Reason.TRUNCATED, Gap.Reason.EMPTY, Gap.Reason.REASONING_ONLY);

    private final Corpus corpus;
    private final SortedMap<Integer, List<List<Embedding>>> vectors = new TreeMap<>();
    private final SortedMap<Integer, List<List<long[]>>> grams = new TreeMap<>();

    private AnswerFigures(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * Prepares the answers of some models.
     *
     * @param members positions of models in the corpus
     * @param embedder makes vectors; without one there is no {@link #similarity}
     * @param progress hears how far the embedding has come
     */
    public static AnswerFigures of(
            Corpus corpus, Collection<Integer> members, Optional<Embedder> embedder, Progress progress) {
        AnswerFigures figures = new AnswerFigures(corpus);
        Set<Integer> sorted = new TreeSet<>(members);
        List<String> texts = new ArrayList<>();
        for (int member : sorted) {
            List<List<long[]>> own = new ArrayList<>();
            for (int q = 0; q < corpus.questions().size(); q++) {
                own.add(corpus.texts(member, q).stream()
                        .map(AnswerFigures::grams)
                        .toList());
                texts.addAll(corpus.texts(member, q));
            }
            figures.grams.put(member, own);
        }
        if (embedder.isPresent()) {
            List<Embedding> all = embedder.get().embed(texts, progress);
            int at = 0;
            for (int member : sorted) {
                List<List<Embedding>> own = new ArrayList<>();
                for (int q = 0; q < corpus.questions().size(); q++) {
                    int count = corpus.texts(member, q).size();
                    own.add(List.copyOf(all.subList(at, at + count)));
                    at += count;
                }
                figures.vectors.put(member, own);
            }
        }
        return figures;
    }

    /** The hashes of a text's distinct character 4-grams, ascending. */
    private static long[] grams(String text) {
        int end = Math.min(text.length(), LONGEST);
        int length = Math.min(GRAM, end);
        long[] found = new long[Math.max(0, end - length + 1)];
        for (int i = 0; i < found.length; i++) {
            found[i] = Sequences.hash(text, i, length);
        }
        return Arrays.stream(found).sorted().distinct().toArray();
    }

    /** The mean cosine of two models' answers; empty without an embedder. */
    public Optional<Series> similarity(int i, int j) {
        return vectors.isEmpty() ? Optional.empty() : Optional.of(between(vectors, i, j, Embedding::dot));
    }

    /** The floor of {@link #similarity}: none at a question that either model answered only once. */
    public Optional<Series> similarityFloor(int i, int j) {
        return vectors.isEmpty() ? Optional.empty() : Optional.of(floor(vectors, i, j, Embedding::dot));
    }

    /** The mean share of common character 4-grams: those in both over the geometric mean of how many each has. */
    public Series wording(int i, int j) {
        return between(grams, i, j, AnswerFigures::shared);
    }

    /** The floor of {@link #wording}: none at a question that either model answered only once. */
    public Series wordingFloor(int i, int j) {
        return floor(grams, i, j, AnswerFigures::shared);
    }

    private static double shared(long[] a, long[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common / Math.sqrt((double) a.length * b.length);
    }

    private <T> Series between(SortedMap<Integer, List<List<T>>> all, int i, int j, BiFunction<T, T, Double> likeness) {
        return series(q -> {
            List<T> left = answers(all, i).get(q);
            List<T> right = answers(all, j).get(q);
            double sum = 0;
            for (T a : left) {
                for (T b : right) {
                    sum += likeness.apply(a, b);
                }
            }
            int pairs = left.size() * right.size();
            return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
        });
    }

    private <T> Series floor(SortedMap<Integer, List<List<T>>> all, int i, int j, BiFunction<T, T, Double> likeness) {
        return series(q -> {
            OptionalDouble left = within(answers(all, i).get(q), likeness);
            OptionalDouble right = within(answers(all, j).get(q), likeness);
            return left.isEmpty() || right.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((left.getAsDouble() + right.getAsDouble()) / 2);
        });
    }

    private static <T> List<List<T>> answers(SortedMap<Integer, List<List<T>>> all, int member) {
        List<List<T>> own = all.get(member);
        if (own == null) {
            throw new IllegalArgumentException("member: " + member + " was not prepared");
        }
        return own;
    }

    private static <T> OptionalDouble within(List<T> samples, BiFunction<T, T, Double> likeness) {
        double sum = 0;
        for (int s = 0; s < samples.size(); s++) {
            for (int t = 0; t < s; t++) {
                sum += likeness.apply(samples.get(s), samples.get(t));
            }
        }
        int pairs = samples.size() * (samples.size() - 1) / 2;
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
    }

    /** At each question, the share of a model's answers that its vendor reports as refused or filtered. */
    public Series refusals(int member) {
        String id = corpus.members().get(member).id();
        SortedMap<String, int[]> counts = new TreeMap<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            counts.put(
                    corpus.questions().get(q).id(),
                    new int[] {0, corpus.texts(member, q).size()});
        }
        for (Gap gap : corpus.gaps()) {
            int[] count = counts.get(gap.question());
            if (count != null && gap.member().equals(id) && ANSWERED.contains(gap.reason())) {
                count[0] += DECLINED.contains(gap.reason()) ? 1 : 0;
                count[1]++;
            }
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        counts.forEach((question, count) -> {
            if (count[1] > 0) {
                shares.put(question, count[0] / (double) count[1]);
            }
        });
        return new Series(shares);
    }

    /** At each question, the mean number of words of a model's answers. */
    public Series words(int member) {
        return series(q ->
                corpus.texts(member, q).stream().mapToInt(AnswerFigures::words).average());
    }

    /** At each question, the mean share of lines that are headings, list items, quotes, tables or code fences. */
    public Series layout(int member) {
        return series(q -> corpus.texts(member, q).stream()
                .mapToDouble(AnswerFigures::layout)
                .average());
    }

    private static int words(String text) {
        int[] count = {0};
        Tokens.scan(text, token -> count[0] += Character.isLetterOrDigit(token.codePointAt(0)) ? 1 : 0);
        return count[0];
    }

    private static double layout(String text) {
        int[] counts = Format.count(text);
        int marked = 0;
        for (int line = 0; line < 5; line++) {
            marked += counts[Format.Group.LINES.start() + line];
        }
        int plain = counts[Format.Group.LINES.start() + 6];
        return marked / (double) Math.max(1, marked + plain);
    }

    private interface Figure {
        OptionalDouble at(int question);
    }

    private Series series(Figure figure) {
        SortedMap<String, Double> found = new TreeMap<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            OptionalDouble value = figure.at(q);
            if (value.isPresent()) {
                found.put(corpus.questions().get(q).id(), value.getAsDouble());
            }
        }
        return new Series(found);
    }
}
