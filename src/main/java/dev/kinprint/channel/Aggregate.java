package dev.kinprint.channel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A channel's statistics under fixed weights, from which any pair can be scored. Whoever makes many of them closes each
 * when it has its scores, so that the next one can have its room; one that stays need not be closed.
 */
public interface Aggregate extends AutoCloseable {
    /**
     * The score of a pair against a reference set; the same for (i, j) and (j, i).
     *
     * @param i position of a model in the corpus
     * @param j position of another
     * @param reference the background, without the pair and its kin
     * @return a finite score in the channel's unit, or empty where the data do not suffice
     */
    OptionalDouble score(int i, int j, Reference reference);

    /**
     * The scores of one model with all others, bit for bit as {@link #score} gives them; what several have in common is
     * worked out once.
     *
     * @param i position of a model in the corpus
     * @param references for each other model the background of the pair, or none where its score is not wanted
     * @return for each other model its score; empty where none is wanted
     */
    default List<OptionalDouble> scores(int i, List<Optional<Reference>> references) {
        return IntStream.range(0, references.size())
                .mapToObj(j -> references
                        .get(j)
                        .map(reference -> score(i, j, reference))
                        .orElse(OptionalDouble.empty()))
                .toList();
    }

    /**
     * The parts of a pair's score, where the score is a mean over questions and working the parts out anew for every
     * draw of a bootstrap would be too dear. Draws then weigh the questions anew, and the background that is taken off
     * each part keeps the weights that its models have here.
     */
    default Optional<QuestionMean> byQuestion(int i, int j, Reference reference) {
        return Optional.empty();
    }

    /** Gives back the room that it takes. After that it scores nothing more. */
    @Override
    default void close() {}
}
