package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.MeanDiscrepancy;
import dev.kinprint.style.TokenCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether two endpoints answer alike, as one model would: the MMD two-sample permutation test over repeated samples of
 * the same questions. The kernel is the cosine of counts of words, marks and pairs of them, so that white space, which
 * providers add and drop, cannot decide.
 */
final class Sameness implements SideTest {
    private static final int LEAST_SAMPLES = 3;
    private static final int MOST_SAMPLES = 10;
    private static final int LEAST_QUESTIONS = 5;
    private static final int PERMUTATIONS = 999;

    @Override
    public String id() {
        return "sameness";
    }

    @Override
    public String title() {
        return "whether repeated answers to the same questions come from one distribution";
    }

    @Override
    public String unit() {
        return "sum of MMD² over questions, about 0 for one model; a small p-value says that the two differ";
    }

    @Override
    public String limits() {
        return "Another temperature, system prompt or prefix makes one model differ from itself, and a large p-value is no"
                + " evidence for sameness where samples are few. Under 5 questions with 3 samples of each it says"
                + " nothing.";
    }

    @Override
    public Finding test(Corpus corpus, int suspect, int candidate, Reference background, long seed) {
        List<MeanDiscrepancy.Stratum> strata = IntStream.range(
                        0, corpus.questions().size())
                .parallel()
                .mapToObj(q -> stratum(some(corpus.texts(suspect, q)), some(corpus.texts(candidate, q))))
                .flatMap(Optional::stream)
                .toList();
        if (strata.size() < LEAST_QUESTIONS) {
            return Finding.silent(
                    strata.size(),
                    "Too little data: " + strata.size() + " questions with " + LEAST_SAMPLES
                            + " samples of each, of at least " + LEAST_QUESTIONS + ".");
        }
        MeanDiscrepancy found = MeanDiscrepancy.test(strata, PERMUTATIONS, seed);
        return new Finding(
                Optional.of(found.statistic()),
                Optional.of(found.pValue()),
                strata.size(),
                String.format(
                        Locale.ROOT,
                        "%s over %d questions, p = %.3f.",
                        found.pValue() <= 0.05 ? "The answers differ" : "No difference is seen",
                        strata.size(),
                        found.pValue()));
    }

    private static List<String> some(List<String> texts) {
        return texts.subList(0, Math.min(MOST_SAMPLES, texts.size()));
    }

    private static Optional<MeanDiscrepancy.Stratum> stratum(List<String> left, List<String> right) {
        if (Math.min(left.size(), right.size()) < LEAST_SAMPLES) {
            return Optional.empty();
        }
        List<TokenCounts> counts = Stream.concat(left.stream(), right.stream())
                .map(text -> TokenCounts.of(Material.clip(text)))
                .toList();
        List<Double> kernel = new ArrayList<>();
        for (TokenCounts a : counts) {
            for (TokenCounts b : counts) {
                kernel.add(a.cosine(b));
            }
        }
        return Optional.of(new MeanDiscrepancy.Stratum(kernel, left.size(), right.size()));
    }
}
