package dev.kinprint.verdict;

import dev.kinprint.stats.Interval;
import dev.kinprint.suite.Condition;
import java.util.List;
import java.util.Optional;

/**
 * How one condition of a gate came out.
 *
 * @param condition what must hold
 * @param state whether it does
 * @param now the measure in this run, with its 95 % interval
 * @param before the measure in the baseline, on the same questions
 * @param tested what is compared with the limit, with its 95 % interval: the measure, or its distance from baseline or
 *     floor
 * @param questions how many questions it rests on
 * @param worst the questions that are furthest to the wrong side, the furthest first
 * @param remark why it came out so, in plain words; empty where the numbers say it all
 */
public record Finding(
        Condition condition,
        State state,
        Optional<Interval> now,
        Optional<Interval> before,
        Optional<Interval> tested,
        int questions,
        List<Question> worst,
        String remark) {
    /** How a condition can come out. */
    public enum State {
        /** Its whole interval is within the limit. */
        PASS,
        /** Its whole interval is past the limit, after correction for the number of conditions. */
        FAIL,
        /** The interval straddles the limit, a single question stands out, or there is too little data. */
        UNDECIDED,
        /** Answers are missing because they could not be collected. */
        ERROR
    }

    /**
     * What one question adds.
     *
     * @param id the question
     * @param now the measure there
     * @param against what it is compared with there: its value in the baseline, or the floor; empty for a plain limit
     * @param severe whether its change stands out among those of all questions, after correction for their number
     */
    public record Question(String id, double now, Optional<Double> against, boolean severe) {}

    /** Copies the questions. */
    public Finding {
        worst = List.copyOf(worst);
    }
}
