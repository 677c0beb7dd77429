package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.FalseDiscovery;
import dev.kinprint.stats.LogOdds;
import dev.kinprint.style.PhraseCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The phrases that two models both use more than a background does, with counts: what the channel {@code
 * overrepresented} rests on, in words that can be read. A phrase is a run of two to four words; counted are the answers
 * that hold it, so that one answer that repeats itself counts once.
 *
 * <p>A phrase is tested against each model by the log-odds ratio with an informative Dirichlet prior ({@link LogOdds}),
 * and the greater of the two p-values is adjusted over all phrases that were tested (Benjamini and Hochberg). The p-value
 * speaks of this phrase in these answers; it is none for a relation between the models.
 */
public final class Overused {
    private static final int LEAST_ANSWERS = 3;
    private static final double PRIOR = 20;

    private Overused() {}

    /**
     * How often one model uses a phrase.
     *
     * @param answers in how many answers it stands
     * @param of of how many
     * @param z the log-odds ratio against the background, in standard deviations
     */
    public record Use(int answers, int of, double z) {}

    /**
     * A phrase that both use more than the background.
     *
     * @param text its words, in lower case, with single spaces
     * @param suspect how often the first model uses it
     * @param candidate how often the second does
     * @param backgroundShare the share of the background's answers that hold it, labs weighing the same, 0 to 1
     * @param backgroundModels how many models of the background use it at all
     * @param pValue the greater of both p-values, adjusted, 0 to 1
     */
    public record Phrase(
            String text, Use suspect, Use candidate, double backgroundShare, int backgroundModels, double pValue) {}

    /**
     * Two models in question.
     *
     * @param suspect the position of the one
     * @param candidate that of the other
     * @param background the reference set of the pair
     */
    public record Couple(int suspect, int candidate, Reference background) {}

    /**
     * For each couple the phrases that both models use more than its background, the most overused first. Phrases in
     * fewer than {@value #LEAST_ANSWERS} answers of either are passed over. All couples are served by one reading of the
     * corpus.
     *
     * @param most how many are wanted at most
     */
    public static List<List<Phrase>> shared(Corpus corpus, List<Couple> couples, int most) {
        List<NavigableSet<String>> phrases = couples.parallelStream()
                .map(couple -> PhraseCounts.common(
                        texts(corpus, couple.suspect()), texts(corpus, couple.candidate()), LEAST_ANSWERS))
                .toList();
        NavigableSet<String> all = new TreeSet<>();
        phrases.forEach(all::addAll);
        PhraseCounts counts = new PhraseCounts(all);
        List<int[]> found = IntStream.range(0, corpus.members().size())
                .parallel()
                .mapToObj(m -> counts.count(texts(corpus, m)))
                .toList();
        return IntStream.range(0, couples.size())
                .mapToObj(k -> shared(
                        corpus,
                        couples.get(k),
                        List.copyOf(phrases.get(k)),
                        phrases.get(k).stream().mapToInt(counts::place).toArray(),
                        found,
                        most))
                .toList();
    }

    private static List<Phrase> shared(
            Corpus corpus, Couple couple, List<String> vocabulary, int[] places, List<int[]> found, int most) {
        double[] lab = LabWeights.of(corpus);
        double[] there = new double[vocabulary.size()];
        int[] models = new int[vocabulary.size()];
        double answers = 0;
        for (int m = 0; m < found.size(); m++) {
            if (couple.background().holds(m)) {
                answers += lab[m] * answers(corpus, m);
                for (int f = 0; f < there.length; f++) {
                    there[f] += lab[m] * found.get(m)[places[f]];
                    models[f] += found.get(m)[places[f]] > 0 ? 1 : 0;
                }
            }
        }
        if (answers == 0) {
            return List.of();
        }
        int ownAnswers = answers(corpus, couple.suspect());
        int otherAnswers = answers(corpus, couple.candidate());
        List<Phrase> phrases = new ArrayList<>();
        double[] p = new double[vocabulary.size()];
        for (int f = 0; f < p.length; f++) {
            int inOwn = found.get(couple.suspect())[places[f]];
            int inOther = found.get(couple.candidate())[places[f]];
            LogOdds left = odds(inOwn, ownAnswers, there[f], answers);
            LogOdds right = odds(inOther, otherAnswers, there[f], answers);
            p[f] = Math.max(left.pValue(), right.pValue());
            phrases.add(new Phrase(
                    vocabulary.get(f),
                    new Use(inOwn, ownAnswers, left.z()),
                    new Use(inOther, otherAnswers, right.z()),
                    there[f] / answers,
                    models[f],
                    p[f]));
        }
        return ranked(phrases, p, most);
    }

    private static int answers(Corpus corpus, int member) {
        return IntStream.range(0, corpus.questions().size())
                .map(q -> corpus.texts(member, q).size())
                .sum();
    }

    private static List<Phrase> ranked(List<Phrase> phrases, double[] p, int most) {
        double[] adjusted = FalseDiscovery.adjusted(p);
        List<Phrase> ranked = new ArrayList<>();
        for (int f = 0; f < adjusted.length; f++) {
            Phrase one = phrases.get(f);
            if (Math.min(one.suspect().z(), one.candidate().z()) > 0) {
                ranked.add(new Phrase(
                        one.text(),
                        one.suspect(),
                        one.candidate(),
                        one.backgroundShare(),
                        one.backgroundModels(),
                        adjusted[f]));
            }
        }
        ranked.sort(Comparator.<Phrase>comparingDouble(
                        one -> -Math.min(one.suspect().z(), one.candidate().z()))
                .thenComparing(one -> -one.text().length())
                .thenComparing(Phrase::text));
        return distinct(ranked, most);
    }

    /** Leaves out a phrase that is part of a better one, or holds a better one: it says the same again. */
    private static List<Phrase> distinct(List<Phrase> ranked, int most) {
        List<Phrase> kept = new ArrayList<>();
        for (Phrase one : ranked) {
            if (kept.size() == most) {
                break;
            }
            String padded = " " + one.text() + " ";
            boolean again = kept.stream()
                    .map(better -> " " + better.text() + " ")
                    .anyMatch(better -> better.contains(padded) || padded.contains(better));
            if (!again) {
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    private static LogOdds odds(int count, int of, double there, double answers) {
        double prior = PRIOR * (there + 0.5) / (answers + 1);
        return LogOdds.of(count, of, there, answers, prior, PRIOR);
    }

    private static List<String> texts(Corpus corpus, int member) {
        List<String> texts = new ArrayList<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            corpus.texts(member, q).stream().map(Material::clip).forEach(texts::add);
        }
        return texts;
    }
}
