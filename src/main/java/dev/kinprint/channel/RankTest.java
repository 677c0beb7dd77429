package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A side test by rank: the p-value is the share of labs, the pair counted as one, of which a model is at least as much
 * like the suspect or the candidate as these two are like each other. With K labs no p-value is under 1/(K+1), because
 * the unit of inference is the pair of models and not the question.
 */
final class RankTest implements SideTest {
    private final Described words;
    private final int leastUnits;
    private final PairScore score;

    RankTest(Described words, int leastUnits, PairScore score) {
        this.words = words;
        this.leastUnits = leastUnits;
        this.score = score;
    }

    @Override
    public String id() {
        return words.id();
    }

    @Override
    public String title() {
        return words.title();
    }

    @Override
    public String unit() {
        return words.unit();
    }

    @Override
    public String limits() {
        return words.limits();
    }

    @Override
    public Finding test(Corpus corpus, int suspect, int candidate, Reference background, long seed) {
        PairScore.Scored own = score.of(corpus, suspect, candidate, background);
        if (own.value().isEmpty() || own.units() < leastUnits) {
            return Finding.silent(
                    own.units(), "Too little data: " + own.units() + " questions, of at least " + leastUnits + ".");
        }
        double value = own.value().getAsDouble();
        Map<String, Double> best = new TreeMap<>();
        for (int r = 0; r < corpus.members().size(); r++) {
            if (!background.holds(r)) {
                continue;
            }
            String lab = LabWeights.lab(corpus.members().get(r)).orElse("model " + r);
            for (int end : new int[] {suspect, candidate}) {
                PairScore.Scored other = score.of(corpus, end, r, background);
                if (other.value().isPresent() && other.units() >= leastUnits) {
                    best.merge(lab, other.value().getAsDouble(), Math::max);
                }
            }
        }
        if (best.isEmpty()) {
            return Finding.silent(own.units(), "Too little data: no model of the background can be compared.");
        }
        long reached = best.values().stream().filter(other -> other >= value).count();
        return new Finding(
                Optional.of(value),
                Optional.of((1.0 + reached) / (1.0 + best.size())),
                own.units(),
                String.format(
                        Locale.ROOT,
                        "%.3f over %d questions; of %d background labs %d %s as much alike.",
                        value,
                        own.units(),
                        best.size(),
                        reached,
                        reached == 1 ? "is" : "are"));
    }
}
