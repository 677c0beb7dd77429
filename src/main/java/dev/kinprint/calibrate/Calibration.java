package dev.kinprint.calibrate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Labelled pairs of models of known lineage with their normalised scores, at several numbers of questions. A likelihood
 * ratio is fitted from them anew for each audit, on the channels that the audit has and without the models that the
 * audit is about: nobody is judged by a calibration that has seen them.
 *
 * @param source what it was made from
 * @param models the models, by number
 * @param levels the labelled pairs, by ascending number of questions
 */
record Calibration(CalibrationSource source, List<KnownModel> models, List<Level> levels) {
    /** Fewer questions than this share of a level's number are out of the level's range. */
    static final double LEAST_SHARE = 0.8;

    /**
     * A model whose lineage is known.
     *
     * @param id its id in the corpus that it comes from
     * @param cluster models of one lab or one line of weights share this number
     * @param sketch hashes of some of its answers, by which it is known again under another name
     */
    record KnownModel(String id, int cluster, Sketch sketch) {}

    /**
     * The labelled pairs at one number of questions.
     *
     * @param questions how many questions
     * @param pairs the labelled pairs
     */
    record Level(int questions, List<LabelledPair> pairs) {
        Level {
            pairs = List.copyOf(pairs);
        }
    }

    Calibration {
        models = List.copyOf(models);
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels: none");
        }
        for (int k = 1; k < levels.size(); k++) {
            if (levels.get(k).questions() <= levels.get(k - 1).questions()) {
                throw new IllegalArgumentException("levels: " + levels.get(k).questions() + " questions after "
                        + levels.get(k - 1).questions());
            }
        }
    }

    /** The level for a number of questions: the greatest that is not out of range; empty where each one is. */
    Optional<Level> level(int questions) {
        return levels.stream()
                .filter(level -> questions >= level.questions() * LEAST_SHARE)
                .reduce((smaller, greater) -> greater);
    }

    /** The clusters of the models that have one of the given sketches, or one of the given ids. */
    TreeSet<Integer> clustersOf(Collection<String> ids, Collection<Sketch> sketches) {
        TreeSet<Integer> found = new TreeSet<>();
        for (KnownModel model : models) {
            if (ids.contains(model.id()) || sketches.stream().anyMatch(model.sketch()::matches)) {
                found.add(model.cluster());
            }
        }
        return found;
    }

    List<Integer> clusters() {
        return models.stream().map(KnownModel::cluster).toList();
    }

    /** Fits the likelihood ratio of a relation. */
    Optional<Fusion> fusion(
            Relation relation, int questions, Collection<String> channels, Collection<Integer> leftOut) {
        return level(questions).flatMap(level -> Fusion.fit(relation, channels, level.pairs(), clusters(), leftOut));
    }

    /** Fits "same model" against "derived". */
    Optional<Fusion> sameRatherThanDerived(int questions, Collection<String> channels, Collection<Integer> leftOut) {
        return level(questions)
                .flatMap(level -> Fusion.sameRatherThanDerived(channels, level.pairs(), clusters(), leftOut));
    }
}
