package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.stats.Correlation;
import dev.kinprint.style.Refusals;
import dev.kinprint.suite.Probe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Agreement on what to refuse: the correlation over contested questions of the two models' refusal rates, each less the
 * rate of the background for that question. With one sample a question and no background this is the phi coefficient;
 * taking the background's rate off corrects for questions that everybody refuses or nobody does.
 */
final class SharedRefusals implements PairScore {
    @Override
    public Scored of(Corpus corpus, int i, int j, Reference background) {
        List<Double> left = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        Map<String, Integer> declined = declined(corpus);
        for (int q = 0; q < corpus.questions().size(); q++) {
            if (corpus.questions().get(q).category() != Probe.Category.CONTESTED) {
                continue;
            }
            OptionalDouble own = rate(corpus, declined, i, q);
            OptionalDouble other = rate(corpus, declined, j, q);
            if (own.isPresent() && other.isPresent()) {
                double usual = usual(corpus, declined, q, i, j, background);
                left.add(own.getAsDouble() - usual);
                right.add(other.getAsDouble() - usual);
            }
        }
        return new Scored(Correlation.pearson(left, right), left.size());
    }

    private static double usual(
            Corpus corpus, Map<String, Integer> declined, int q, int i, int j, Reference background) {
        double sum = 0;
        int models = 0;
        for (int r = 0; r < corpus.members().size(); r++) {
            OptionalDouble rate =
                    background.holds(r) && r != i && r != j ? rate(corpus, declined, r, q) : OptionalDouble.empty();
            if (rate.isPresent()) {
                sum += rate.getAsDouble();
                models++;
            }
        }
        return models == 0 ? 0 : sum / models;
    }

    /** The share of samples that decline, whether in words or as the provider's own refusal. */
    private static OptionalDouble rate(Corpus corpus, Map<String, Integer> declined, int member, int q) {
        List<String> texts = corpus.texts(member, q);
        int refused = declined.getOrDefault(
                key(corpus.members().get(member).id(), corpus.questions().get(q).id()), 0);
        int all = texts.size() + refused;
        long inWords = texts.stream().filter(Refusals::declines).count();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((inWords + refused) / (double) all);
    }

    private static Map<String, Integer> declined(Corpus corpus) {
        Map<String, Integer> found = new HashMap<>();
        for (Gap gap : corpus.gaps()) {
            if (gap.reason() == Gap.Reason.REFUSED || gap.reason() == Gap.Reason.FILTERED) {
                found.merge(key(gap.member(), gap.question()), 1, Integer::sum);
            }
        }
        return found;
    }

    private static String key(String member, String question) {
        return member + "\n" + question;
    }
}
