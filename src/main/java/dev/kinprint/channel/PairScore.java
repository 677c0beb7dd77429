package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import java.util.OptionalDouble;

/** Scores a pair for a side test that ranks it among the background. */
interface PairScore {
    /**
     * A score and what it rests on.
     *
     * @param value greater where the two are more alike; empty where there is too little data
     * @param units how many questions it rests on
     */
    record Scored(OptionalDouble value, int units) {}

    Scored of(Corpus corpus, int i, int j, Reference background);
}
