package dev.kinprint.channel;

import dev.kinprint.stats.Divergence;
import dev.kinprint.style.Format;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How answers are laid out: one less the mean Jensen–Shannon divergence (base 2) between the two models' distributions
 * of line kinds, marks, sentence lengths, paragraph lengths and answer lengths.
 */
final class FormatChannel implements Channel {
    @Override
    public String id() {
        return "format";
    }

    @Override
    public String title() {
        return "layout: headings, lists, marks, lengths of sentences, paragraphs and answers";
    }

    @Override
    public String unit() {
        return "1 − mean Jensen–Shannon divergence, 0 to 1";
    }

    @Override
    public String limits() {
        return "A system prompt or a rendering step can change layout at will. Under 5 answers it says nothing.";
    }

    @Override
    public Profile fit(Material material) {
        SparseCounts counts = new SparseCounts(material.members(), material.questions(), Format.SIZE);
        Material.forEachQuestion(material.questions(), q -> {
            for (int m = 0; m < material.members(); m++) {
                List<String> texts = material.texts(m, q);
                if (!texts.isEmpty()) {
                    int[] found = new int[Format.SIZE];
                    for (String text : texts) {
                        int[] one = Format.count(text);
                        Arrays.setAll(found, f -> found[f] + one[f]);
                    }
                    counts.set(m, q, found, Arrays.stream(found).sum());
                }
            }
        });
        return new Distributions(counts);
    }

    private record Distributions(SparseCounts counts) implements Profile {
        private static final double LEAST_ANSWERS = 5;

        @Override
        public Aggregate aggregate(Weights weights) {
            double scale = IntStream.range(0, weights.questions())
                    .mapToDouble(weights::question)
                    .filter(w -> w > 0)
                    .average()
                    .orElse(1);
            double[][] shares = new double[counts.members()][];
            for (int m = 0; m < shares.length; m++) {
                boolean enough = counts.answered(m, weights) >= LEAST_ANSWERS * scale * (1 - 1e-9);
                shares[m] = enough ? shares(counts.weighted(m, weights)) : new double[0];
            }
            return (i, j, reference) -> shares[i].length == 0 || shares[j].length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(1 - divergence(shares[i], shares[j]));
        }

        /** Makes each group sum to one; half an observation a class keeps a rare class from being a certainty. */
        private static double[] shares(double[] sum) {
            for (Format.Group group : Format.Group.values()) {
                double total = 0;
                for (int c = 0; c < group.classes(); c++) {
                    sum[group.start() + c] += 0.5;
                    total += sum[group.start() + c];
                }
                for (int c = 0; c < group.classes(); c++) {
                    sum[group.start() + c] /= total;
                }
            }
            return sum;
        }

        private static double divergence(double[] p, double[] q) {
            return Divergence.jensenShannon(p, q) / Format.Group.values().length;
        }
    }
}
