package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.Divergence;
import dev.kinprint.style.ShortAnswer;
import dev.kinprint.suite.Probe;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How alike two models' free choices are: one less the mean Jensen–Shannon divergence of repeated short answers. */
final class Habits implements PairScore {
    private static final int LEAST_SAMPLES = 3;

    @Override
    public Scored of(Corpus corpus, int i, int j, Reference background) {
        double sum = 0;
        int units = 0;
        for (int q = 0; q < corpus.questions().size(); q++) {
            List<String> left = corpus.texts(i, q);
            List<String> right = corpus.texts(j, q);
            if (corpus.questions().get(q).category() == Probe.Category.CHOICE
                    && Math.min(left.size(), right.size()) >= LEAST_SAMPLES) {
                sum += divergence(left, right);
                units++;
            }
        }
        return new Scored(units == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - sum / units), units);
    }

    private static double divergence(List<String> left, List<String> right) {
        Map<String, double[]> shares = new TreeMap<>();
        left.forEach(
                text -> shares.computeIfAbsent(ShortAnswer.choice(text), a -> new double[2])[0] += 1.0 / left.size());
        right.forEach(
                text -> shares.computeIfAbsent(ShortAnswer.choice(text), a -> new double[2])[1] += 1.0 / right.size());
        double[] p = shares.values().stream().mapToDouble(both -> both[0]).toArray();
        double[] q = shares.values().stream().mapToDouble(both -> both[1]).toArray();
        return Divergence.jensenShannon(p, q);
    }
}
