package dev.kinprint.channel;

import java.util.OptionalDouble;

/** A channel's statistics under fixed weights, from which any pair can be scored. */
public interface Aggregate {
    /**
     * The score of a pair against a reference set; the same for (i, j) and (j, i).
     *
     * @param i position of a model in the corpus
     * @param j position of another
     * @param reference the background, without the pair and its kin
     * @return a finite score in the channel's unit, or empty where the data do not suffice
     */
    OptionalDouble score(int i, int j, Reference reference);
}
