package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Question;
import dev.kinprint.style.ShortAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Agreement on wrong answers, given that both are wrong, so that two good models gain nothing by being good and two weak
 * ones nothing by being weak. A shared wrong answer counts {@code ln((1 + W) / (1 + d))}, where W models of the background
 * are wrong on the question and d of them in the same way; what the pair would share by chance, were the one of them to
 * answer as a background model that is wrong does, is taken off.
 */
final class SharedErrors implements PairScore {
    @Override
    public Scored of(Corpus corpus, int i, int j, Reference background) {
        double sum = 0;
        int units = 0;
        for (int q = 0; q < corpus.questions().size(); q++) {
            if (corpus.questions().get(q).answer().isEmpty()) {
                continue;
            }
            Optional<String> left = wrong(corpus, i, q);
            Optional<String> right = wrong(corpus, j, q);
            if (left.isPresent() && right.isPresent()) {
                Map<String, Integer> others = others(corpus, q, i, j, background);
                double all =
                        others.values().stream().mapToInt(Integer::intValue).sum();
                int same = others.getOrDefault(left.get(), 0);
                int different = others.getOrDefault(right.get(), 0);
                double chance = (byChance(same, all) + byChance(different, all)) / 2;
                sum += (left.equals(right) ? rarity(same, all) : 0) - chance;
                units++;
            }
        }
        return new Scored(units == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / units), units);
    }

    private static double rarity(int same, double all) {
        return StrictMath.log((1 + all) / (1 + same));
    }

    /** What an answer is worth times how likely a wrong background model gives it. */
    private static double byChance(int same, double all) {
        return same / (1 + all) * rarity(same, all);
    }

    private static Map<String, Integer> others(Corpus corpus, int q, int i, int j, Reference background) {
        Map<String, Integer> found = new TreeMap<>();
        for (int r = 0; r < corpus.members().size(); r++) {
            if (background.holds(r) && r != i && r != j) {
                wrong(corpus, r, q).ifPresent(answer -> found.merge(answer, 1, Integer::sum));
            }
        }
        return found;
    }

    /** The first answer of a model to a question, where it is wrong. */
    private static Optional<String> wrong(Corpus corpus, int member, int q) {
        Question question = corpus.questions().get(q);
        String right = ShortAnswer.plain(question.answer().orElse(""));
        return corpus.first(member, q).map(ShortAnswer::last).filter(answer -> !answer.equals(right));
    }
}
