package dev.kinprint.verdict;

import dev.kinprint.calibrate.LogLr;
import dev.kinprint.compare.Series;
import dev.kinprint.stats.Holm;
import dev.kinprint.stats.Interval;
import dev.kinprint.stats.MeanDraws;
import dev.kinprint.suite.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policy of the release gate.
 *
 * <ul>
 *   <li>A condition fails only where the whole 95 % interval is past its limit <em>and</em> the finding stands after
 *       Holm's correction over all conditions on figures. It passes where the whole interval is within the limit.
 *       Anything else is undecided. Passing needs no correction: correcting it would only make passing harder.
 *   <li>A likelihood ratio is divided by the number of ratios that are checked before it may fail a condition, as it is
 *       divided by the number of candidates before one is named.
 *   <li>A mean can hide one question that went to pieces. Where a change from the baseline passes on the mean, {@link
 *       Severity} tests each question by itself; one that stands out makes the condition undecided.
 *   <li>Intervals come from drawing the questions anew. Changes are paired: a question is compared with itself.
 *   <li>Under ten questions, or under four fifths of the baseline's, nothing is decided.
 * </ul>
 */
public final class Gate {
    /** The most conditions: beyond it the draws could not bear out a corrected finding. */
    public static final int MOST = 200;

    /** One-sided: both tails of a 95 % interval. */
    private static final double LEVEL = 0.025;

    private static final int DRAWS = 10_000;
    private static final int LEAST_QUESTIONS = 10;
    private static final double LEAST_SHARE = 0.8;
    private static final int WORST = 5;

    private Gate() {}

    /**
     * Judges all conditions together.
     *
     * @param measured each condition with what the run has to say on it
     * @param baseline what changes are measured from; empty where there is none
     * @param seed decides the draws
     */
    public static List<Finding> judge(Map<Condition, Measured> measured, Optional<Baseline> baseline, long seed) {
        if (measured.size() > MOST) {
            throw new IllegalArgumentException("measured: " + measured.size() + " conditions, of at most " + MOST);
        }
        Map<Condition, Tested> tested = new LinkedHashMap<>();
        measured.forEach((condition, figures) -> {
            if (!condition.measure().ratio()) {
                Tested.of(condition, figures, baseline).ifPresent(one -> tested.put(condition, one));
            }
        });
        List<Condition> order = List.copyOf(tested.keySet());
        Map<Condition, MeanDraws> draws = new LinkedHashMap<>();
        tested.forEach((condition, one) ->
                draws.put(condition, MeanDraws.of(one.apart().values(), DRAWS, seed)));
        double[] adjusted = Holm.adjust(order.stream()
                .mapToDouble(condition -> at(draws, condition)
                        .share(mean -> condition.comparison().holds(mean, limit(condition))))
                .toArray());
        long ratios = measured.keySet().stream()
                .filter(condition -> condition.measure().ratio())
                .count();
        Severity severity = new Severity();
        tested.forEach((condition, one) -> {
            if (condition.limit() instanceof Condition.Limit.Change) {
                severity.add(condition, one.apart());
            }
        });
        Map<Condition, Set<String>> severe = severity.find();
        List<Finding> findings = new ArrayList<>();
        measured.forEach((condition, figures) -> {
            if (figures.failed().isPresent()) {
                findings.add(
                        none(condition, Finding.State.ERROR, figures.failed().get()));
            } else if (condition.measure().ratio()) {
                findings.add(ratio(condition, figures, ratios));
            } else if (order.contains(condition)) {
                findings.add(figure(
                        condition,
                        at(tested, condition),
                        at(draws, condition).interval(),
                        adjusted[order.indexOf(condition)],
                        order.size(),
                        severe.getOrDefault(condition, Set.of()),
                        seed));
            } else {
                findings.add(none(condition, Finding.State.UNDECIDED, Tested.why(condition, figures, baseline)));
            }
        });
        return findings;
    }

    /**
     * What a condition compares.
     *
     * @param now the measure on the questions that can be compared
     * @param against the baseline or the floor on the same questions; empty for a plain limit
     * @param apart what is compared with the limit
     */
    private record Tested(Series now, Optional<Series> against, Series apart) {
        static Optional<Tested> of(Condition condition, Measured measured, Optional<Baseline> baseline) {
            if (measured.now().isEmpty() || measured.failed().isPresent()) {
                return Optional.empty();
            }
            Series now = measured.now().get();
            Optional<Series> against = against(condition, measured, baseline);
            if (against.isEmpty() && !(condition.limit() instanceof Condition.Limit.Value)) {
                return Optional.empty();
            }
            Series apart = against.map(now::minus).orElse(now);
            boolean enough = apart.size() >= LEAST_QUESTIONS
                    && apart.size() >= LEAST_SHARE * against.map(Series::size).orElse(0);
            return enough ? Optional.of(new Tested(now, against, apart)) : Optional.empty();
        }

        private static Optional<Series> against(Condition condition, Measured measured, Optional<Baseline> baseline) {
            if (condition.limit() instanceof Condition.Limit.Change) {
                return baseline.flatMap(known -> known.series(condition.figure()));
            }
            return condition.limit() instanceof Condition.Limit.Floor ? measured.floor() : Optional.empty();
        }

        /** Why there is nothing to test. */
        static String why(Condition condition, Measured measured, Optional<Baseline> baseline) {
            if (measured.now().isEmpty()) {
                return "without an embedder there is no similarity; wording needs none";
            }
            Optional<Series> against = against(condition, measured, baseline);
            if (condition.limit() instanceof Condition.Limit.Change && baseline.isEmpty()) {
                return "there is no baseline yet to compare with";
            }
            if (condition.limit() instanceof Condition.Limit.Change && against.isEmpty()) {
                return "the baseline has no " + condition.figure() + "; accept this run with --update-baseline";
            }
            int size = against.map(measured.now().get()::minus)
                    .orElse(measured.now().get())
                    .size();
            if (condition.limit() instanceof Condition.Limit.Floor && size < LEAST_QUESTIONS) {
                return "a floor needs two samples of each model, and only " + size + " questions have them";
            }
            return size < LEAST_QUESTIONS
                    ? "only " + size + " questions have an answer of each model, of at least " + LEAST_QUESTIONS
                    : "only " + size + " of the " + against.map(Series::size).orElse(0)
                            + " questions of the other side can be compared";
        }
    }

    private static Finding figure(
            Condition condition,
            Tested tested,
            Interval interval,
            double adjusted,
            int examined,
            Set<String> severe,
            long seed) {
        double limit = limit(condition);
        boolean within = condition.comparison().holds(interval.low(), limit)
                && condition.comparison().holds(interval.high(), limit);
        boolean past = !condition.comparison().holds(interval.low(), limit)
                && !condition.comparison().holds(interval.high(), limit);
        Finding.State state = Finding.State.UNDECIDED;
        String remark = "";
        if (within && !severe.isEmpty()) {
            remark = "within the limit on the mean, but far more than other questions changed "
                    + severe.stream().limit(WORST).collect(Collectors.joining(", "))
                    + (severe.size() > WORST ? ", ..." : "");
        } else if (within) {
            state = Finding.State.PASS;
        } else if (past && adjusted <= LEVEL) {
            state = Finding.State.FAIL;
        } else if (past) {
            remark = "past the limit by itself, but not after correction for " + examined + " conditions";
        } else {
            remark = "the interval reaches to both sides of the limit";
        }
        Series paired = tested.against()
                .map(other -> restricted(tested.now(), tested.apart()))
                .orElse(tested.now());
        Optional<Interval> before = condition.limit() instanceof Condition.Limit.Change
                ? tested.against().map(other -> mean(restricted(other, tested.apart()), seed))
                : Optional.empty();
        return new Finding(
                condition,
                state,
                Optional.of(mean(paired, seed)),
                before,
                Optional.of(interval),
                tested.apart().size(),
                worst(condition, tested, severe),
                remark);
    }

    private static Series restricted(Series series, Series kept) {
        java.util.TreeMap<String, Double> left = new java.util.TreeMap<>((Map<String, Double>) series.byQuestion());
        left.keySet().retainAll(kept.byQuestion().keySet());
        return new Series(left);
    }

    /** The mean of a series with its interval. */
    public static Interval mean(Series series, long seed) {
        return MeanDraws.of(series.values(), DRAWS, seed).interval();
    }

    private static List<Finding.Question> worst(Condition condition, Tested tested, Set<String> severe) {
        Comparator<Map.Entry<String, Double>> byValue = Map.Entry.comparingByValue();
        return tested.apart().byQuestion().entrySet().stream()
                .filter(entry -> !condition.comparison().holds(entry.getValue(), limit(condition)))
                .sorted((condition.comparison().ceiling() ? byValue.reversed() : byValue)
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORST)
                .map(Map.Entry::getKey)
                .map(id -> new Finding.Question(
                        id,
                        at(tested.now().byQuestion(), id),
                        tested.against().map(other -> at(other.byQuestion(), id)),
                        severe.contains(id)))
                .toList();
    }

    private static Finding ratio(Condition condition, Measured measured, long examined) {
        if (measured.evidence().isEmpty()) {
            return none(condition, Finding.State.UNDECIDED, "no likelihood ratio was weighed for this pair");
        }
        if (measured.evidence().get().logLr().isEmpty()) {
            return none(
                    condition,
                    Finding.State.UNDECIDED,
                    measured.evidence().get().why().orElseThrow());
        }
        LogLr lr = measured.evidence().get().logLr().get();
        Condition.Comparison comparison = condition.comparison();
        double limit = StrictMath.log10(limit(condition));
        double share = StrictMath.log10((double) examined) * (comparison.ceiling() ? -1 : 1);
        boolean within = comparison.holds(lr.low(), limit) && comparison.holds(lr.high(), limit);
        boolean past = !comparison.holds(lr.low() + share, limit) && !comparison.holds(lr.high() + share, limit);
        boolean alone = !comparison.holds(lr.low(), limit) && !comparison.holds(lr.high(), limit);
        Interval shown = new Interval(
                StrictMath.pow(10, lr.value()), StrictMath.pow(10, lr.low()), StrictMath.pow(10, lr.high()));
        return new Finding(
                condition,
                within ? Finding.State.PASS : past ? Finding.State.FAIL : Finding.State.UNDECIDED,
                Optional.of(shown),
                Optional.empty(),
                Optional.of(shown),
                measured.evidence().get().questions(),
                List.of(),
                within || past
                        ? ""
                        : alone
                                ? "past the limit by itself, but not divided by the " + examined + " ratios checked"
                                : "the interval reaches to both sides of the limit");
    }

    private static Finding none(Condition condition, Finding.State state, String why) {
        return new Finding(condition, state, Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of(), why);
    }

    private static double limit(Condition condition) {
        return condition.limit().number().doubleValue();
    }

    private static <K, V> V at(Map<K, V> map, K key) {
        return java.util.Objects.requireNonNull(map.get(key));
    }
}
