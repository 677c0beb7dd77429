package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.calibrate.LabelledPair.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final Set<String> ALL = Set.of("content-ngram", "openings", "closings");

    private static LabelledPair pair(int suspect, int candidate, Kind kind, double content, double openings) {
        return new LabelledPair(
                suspect,
                candidate,
                kind,
                new TreeMap<>(Map.of("content-ngram", content, "openings", openings, "closings", openings / 2)));
    }

    /** Models 2k and 2k + 1 are the same and of one cluster; all other pairs are unrelated. */
    private static List<LabelledPair> pairs(int lines, long seed) {
        Random random = new Random(seed);
        List<LabelledPair> pairs = new ArrayList<>();
        for (int i = 0; i < 2 * lines; i++) {
            for (int j = i + 1; j < 2 * lines; j++) {
                boolean same = i / 2 == j / 2;
                pairs.add(pair(
                        i,
                        j,
                        same ? Kind.SAME : Kind.UNRELATED,
                        (same ? 3 : 0) + random.nextGaussian(),
                        (same ? 1 : 0) + random.nextGaussian()));
            }
        }
        return pairs;
    }

    private static List<Integer> clusters(int lines) {
        return IntStream.range(0, 2 * lines).map(m -> m / 2).boxed().toList();
    }

    private static Fusion fit(int lines, List<LabelledPair> pairs, Integer... leftOut) {
        return Fusion.fit(Relation.S, ALL, pairs, clusters(lines), List.of(leftOut))
                .orElseThrow();
    }

    @Test
    void theRatioIsBoundedByTheClustersBehindIt() {
        Fusion fusion = fit(8, pairs(8, 1));

        assertThat(fusion.upperBound()).as("eight labs among the negatives").isEqualTo(StrictMath.log10(9));
        assertThat(fusion.lowerBound()).as("eight positive clusters").isEqualTo(-StrictMath.log10(9));
        assertThat(fusion.bounded(7)).isEqualTo(fusion.upperBound());
        assertThat(fusion.bounded(-7)).isEqualTo(fusion.lowerBound());
        assertThat(fusion.bounded(0.25)).isEqualTo(0.25);
        assertThat(fusion.fit()).isEqualTo(new Fit(8, 8, 112, fusion.lowerBound(), fusion.upperBound()));
    }

    @Test
    void theClustersOfTheAuditTakeNoPart() {
        List<LabelledPair> pairs = pairs(8, 1);
        Fusion without = fit(8, pairs, 2, 5);

        assertThat(without.fit().positives()).isEqualTo(6);
        assertThat(without.fit().negatives()).isEqualTo(60);
        assertThat(without.upperBound()).isEqualTo(StrictMath.log10(7));
        // What the models of those clusters look like cannot move the ratio.
        List<LabelledPair> changed = pairs.stream()
                .map(one -> List.of(2, 5).contains(one.suspect() / 2)
                                || List.of(2, 5).contains(one.candidate() / 2)
                        ? pair(one.suspect(), one.candidate(), one.kind(), -3, 9)
                        : one)
                .toList();
        Map<String, Double> scores = Map.of("content-ngram", 2.0, "openings", 1.0, "closings", 1.0);
        assertThat(fit(8, changed, 2, 5).unbounded(scores)).isEqualTo(without.unbounded(scores));
        assertThat(fit(8, changed).unbounded(scores)).isNotEqualTo(fit(8, pairs).unbounded(scores));
    }

    /** A lab with many models says one thing many times. */
    @Test
    void aClusterCountsOnceHoweverManyPairsItHas() {
        List<LabelledPair> pairs = new ArrayList<>(pairs(6, 3));
        Map<String, Double> scores = Map.of("content-ngram", 1.5, "openings", 0.5, "closings", 0.0);
        double before = fit(6, pairs).unbounded(scores).orElseThrow();
        for (LabelledPair one : pairs(6, 3)) {
            if (one.suspect() / 2 == 0 && one.candidate() / 2 == 0) {
                for (int k = 0; k < 40; k++) {
                    pairs.add(one);
                }
            }
        }

        assertThat(fit(6, pairs).unbounded(scores).orElseThrow()).isEqualTo(before, within(1e-6));
    }

    @Test
    void contributionsAndStartAddUpToTheRatio() {
        Fusion fusion = fit(8, pairs(8, 4));
        Map<String, Double> scores = Map.of("content-ngram", 2.5, "openings", 40.0, "closings", -9.0);
        double sum = fusion.unbounded(Map.of("content-ngram", 0.0, "openings", 0.0, "closings", 0.0))
                .orElseThrow();
        for (String channel : fusion.channels()) {
            sum += fusion.contribution(channel, scores.getOrDefault(channel, 0.0))
                    .orElseThrow();
        }

        assertThat(fusion.unbounded(scores).orElseThrow()).isEqualTo(sum, within(1e-12));
        assertThat(fusion.contribution("format", 3)).isEmpty();
        assertThat(fusion.contribution("openings", 40))
                .as("clipped")
                .isEqualTo(fusion.contribution("openings", Features.HIGHEST));
    }

    @Test
    void aMissingChannelIsNoRatio() {
        assertThat(fit(8, pairs(8, 4)).unbounded(Map.of("content-ngram", 2.5))).isEmpty();
        Fusion one = Fusion.fit(Relation.S, Set.of("content-ngram", "format"), pairs(8, 4), clusters(8), List.of())
                .orElseThrow();
        assertThat(one.channels()).as("format is no evidence of sameness").containsExactly("content-ngram");
        assertThat(one.unbounded(Map.of("content-ngram", 2.5))).isPresent();
    }

    @Test
    void pairsThatLackAChannelArePassedOver() {
        List<LabelledPair> pairs = new ArrayList<>(pairs(6, 2));
        pairs.add(new LabelledPair(0, 3, Kind.UNRELATED, new TreeMap<>(Map.of("content-ngram", 9.0))));

        assertThat(fit(6, pairs).fit()).isEqualTo(fit(6, pairs(6, 2)).fit());
    }

    @Test
    void tooFewClustersOrNoChannelIsNoFit() {
        assertThat(Fusion.fit(Relation.S, ALL, pairs(1, 1), clusters(1), List.of()))
                .isEmpty();
        assertThat(Fusion.fit(Relation.S, ALL, pairs(3, 1), clusters(3), List.of(0, 1)))
                .isEmpty();
        assertThat(Fusion.fit(Relation.S, Set.of("format"), pairs(6, 1), clusters(6), List.of()))
                .isEmpty();
        assertThat(Fusion.fit(Relation.T, ALL, pairs(6, 1), clusters(6), List.of()))
                .as("no example of distillation")
                .isEmpty();
    }

    /** The average ratio of unrelated pairs is at most about one: odds of the examples are divided out. */
    @Test
    void howManyNegativesThereAreDoesNotMoveTheRatio() {
        double[] ratio = new double[2];
        for (int k = 0; k < 2; k++) {
            List<LabelledPair> pairs = new ArrayList<>(pairs(20, 9));
            if (k == 1) {
                pairs.removeIf(one -> one.kind() == Kind.UNRELATED && (one.suspect() + one.candidate()) % 4 != 1);
            }
            ratio[k] = fit(20, pairs)
                    .unbounded(Map.of("content-ngram", 1.5, "openings", 0.5, "closings", 0.25))
                    .orElseThrow();
        }
        assertThat(ratio[1]).isEqualTo(ratio[0], within(0.25));
    }

    @Test
    void aPairIsCheckedWhenMade() {
        assertThatThrownBy(() -> pair(2, 2, Kind.SAME, 0, 0)).hasMessageContaining("suspect, candidate: 2, 2");
        assertThatThrownBy(() -> pair(1, 2, Kind.SAME, Double.NaN, 0)).hasMessageContaining("content-ngram is NaN");
    }
}
