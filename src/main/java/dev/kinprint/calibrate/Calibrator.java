package dev.kinprint.calibrate;

import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a calibration from corpora of known lineage. */
final class Calibrator {
    private final long seed;
    private final List<Calibration.KnownModel> models = new ArrayList<>();
    private final TreeMap<Integer, List<LabelledPair>> levels = new TreeMap<>();
    private int clusters;

    Calibrator(long seed) {
        this.seed = seed;
    }

    /**
     * Adds the labelled pairs of a corpus at some numbers of questions.
     *
     * @param prefix stands before the names of its models
     * @param profiles the corpus as the channels see it
     * @param truth its documented relations
     * @param counts numbers of questions; one that the corpus does not reach is passed over
     */
    void add(String prefix, Profiles profiles, Truth truth, List<Integer> counts) {
        Corpus corpus = profiles.corpus();
        int offset = models.size();
        for (int m = 0; m < corpus.members().size(); m++) {
            models.add(new Calibration.KnownModel(
                    prefix + corpus.members().get(m).id(), clusters + truth.cluster(m), Sketch.of(corpus, m)));
        }
        clusters += corpus.members().size();
        for (int count : new TreeSet<>(counts)) {
            if (count <= corpus.questions().size()) {
                Comparison comparison =
                        Comparison.of(profiles, subset(corpus.questions().size(), count, seed), Set.of(), seed);
                levels.computeIfAbsent(count, c -> new ArrayList<>()).addAll(pairs(comparison, truth, offset));
            }
        }
    }

    /** Question weights that keep a number of questions, drawn at random, and leave out the rest. */
    static double[] subset(int questions, int count, long seed) {
        double[] weights = new double[questions];
        int[] order = new Draws(seed, count).permutation(questions);
        Arrays.stream(order).limit(count).forEach(q -> weights[q] = 1);
        return weights;
    }

    /** Every labelled pair with its normalised scores. A pair may be an example of two things. */
    static List<LabelledPair> pairs(Comparison comparison, Truth truth, int offset) {
        int members = comparison.corpus().members().size();
        List<LabelledPair> found = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            for (int j = 0; j < members; j++) {
                if (i == j) {
                    continue;
                }
                Pair pair = new Pair(i, j);
                List<LabelledPair.Kind> kinds = new ArrayList<>();
                if (i < j) {
                    symmetric(truth.kind(pair)).ifPresent(kinds::add);
                }
                if (truth.distilled(pair)) {
                    kinds.add(LabelledPair.Kind.DISTILLED);
                } else if (truth.notDistilled(pair)) {
                    kinds.add(LabelledPair.Kind.NOT_DISTILLED);
                }
                if (!kinds.isEmpty()) {
                    ChannelScores z = ChannelScores.of(Features.of(comparison, i, j));
                    for (LabelledPair.Kind kind : kinds) {
                        found.add(new LabelledPair(offset + i, offset + j, kind, z));
                    }
                }
            }
        }
        return found;
    }

    private static Optional<LabelledPair.Kind> symmetric(Truth.Kind kind) {
        return switch (kind) {
            case SAME -> Optional.of(LabelledPair.Kind.SAME);
            case DERIVED -> Optional.of(LabelledPair.Kind.DERIVED);
            case CLEAN -> Optional.of(LabelledPair.Kind.UNRELATED);
            case SAME_BASE, CO_STUDENTS, TAUGHT, DISTANT, OTHER -> Optional.empty();
        };
    }

    /** The calibration of all corpora that were added. */
    Calibration build(CalibrationSource source) {
        return new Calibration(
                source,
                models,
                levels.entrySet().stream()
                        .map(level -> new Calibration.Level(level.getKey(), level.getValue()))
                        .toList());
    }
}
