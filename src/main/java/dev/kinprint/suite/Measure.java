package dev.kinprint.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a condition of a gate can speak of. */
public enum Measure {
    /** Mean cosine of the sentence embeddings of two models' answers to the same question, −1 to 1. */
    SIMILARITY("similarity", 2, 2),
    /** Mean share of common character 4-grams of two models' answers to the same question, 0 to 1. */
    WORDING("wording", 2, 2),
    /** Likelihood ratio for "same model" against "unrelated". */
    LR_S("lrS", 2, 2),
    /** Likelihood ratio for "derived" against "unrelated". */
    LR_D("lrD", 2, 2),
    /** Likelihood ratio for "distilled" against "unrelated". */
    LR_T("lrT", 2, 2),
    /** Share of answers that a vendor reports as refused or filtered, 0 to 1. */
    REFUSALS("refusals", 1, 2),
    /** Mean number of words of an answer. */
    LENGTH("length", 1, 2),
    /** Mean share of an answer's lines that are headings, list items, quotes, tables or code, 0 to 1. */
    FORMAT("format", 1, 2);

    private final String word;
    private final int least;
    private final int most;

    Measure(String word, int least, int most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    /** The word that names it in a condition. */
    public String word() {
        return word;
    }

    /** How many models it takes at least. */
    int least() {
        return least;
    }

    /** How many models it takes at most. */
    int most() {
        return most;
    }

    /** Whether it is a likelihood ratio. */
    public boolean ratio() {
        return this == LR_S || this == LR_D || this == LR_T;
    }

    /** Whether it compares the answers of two models, so that the order of the two does not matter. */
    public boolean likeness() {
        return this == SIMILARITY || this == WORDING;
    }

    static Optional<Measure> of(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Measure::word).toList();
    }
}
