package dev.kinprint.calibrate;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a calibration was made from; printed with every likelihood ratio.
 *
 * @param name short name of the calibration
 * @param corpus what corpus of known lineage, in words
 * @param models how many models it holds
 * @param questions how many questions each was asked
 * @param samples how many answers to a question were read
 * @param embeddedQuestions of at most how many questions the answers were embedded
 * @param embedder the embedder of the content-embedding channel, where there was one
 * @param distilledBy the channels that are evidence of "distilled" in it; which ones show a student best depends on the
 *     kind of models
 * @param seed the seed of everything drawn at random
 */
public record CalibrationSource(
        String name,
        String corpus,
        int models,
        int questions,
        int samples,
        int embeddedQuestions,
        Optional<String> embedder,
        List<String> distilledBy,
        long seed) {
    /** What is evidence of "distilled" where nothing else is said: chosen on public models. */
    public static final List<String> DISTILLED_BY = Features.of(Relation.T);

    /** Channels that compare content. */
    public static final List<String> CONTENT = List.of("content-embedding", "content-ngram", "edit", "verbatim");

    /** Refuses a channel that reads content: what two models say to one question does not show who learnt from whom. */
    public CalibrationSource {
        distilledBy = List.copyOf(distilledBy);
        if (distilledBy.isEmpty()) {
            throw new IllegalArgumentException("distilledBy: no channel");
        }
        for (String content : CONTENT) {
            if (distilledBy.contains(content)) {
                throw new IllegalArgumentException(
                        "distilledBy: " + content + " compares content, which never decides it");
            }
        }
    }

    /** The channels that any of its ratios may rest on, in alphabetical order. */
    SortedSet<String> evidence() {
        SortedSet<String> all = new TreeSet<>(Features.sameRatherThanDerived());
        for (Relation relation : Relation.values()) {
            all.addAll(channels(relation));
        }
        return all;
    }

    /** The channels that may enter the likelihood ratio of a relation. */
    List<String> channels(Relation relation) {
        return relation == Relation.T ? distilledBy : Features.of(relation);
    }
}
