package dev.kinprint.verdict;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The written policy: which words a likelihood ratio earns.
 *
 * <ul>
 *   <li>The verbal scale is that of {@link Support}. A background of under 40 models caps it at "moderate".
 *   <li>An interval that reaches to the other side of one earns "no support".
 *   <li>A candidate is named only where its ratio, divided by the number of candidates examined, still is ten or more.
 *   <li>It is named for the one relation that fits it best. Shared weights also make a model look like a student, but
 *       training on answers does not give the wording of shared weights: "distilled" is named only where neither "same
 *       model" nor "derived" reaches a ratio of ten. Between those two the pair itself decides.
 *   <li>"Distilled" is never said without a control on the same base, or the words that there is none.
 * </ul>
 */
public final class Policy {
    /** A background of fewer models than this caps the scale at "moderate". */
    public static final int FULL_BACKGROUND = 40;

    /** A candidate is named from this ratio on, once it is divided by the number of candidates examined. */
    public static final int NAMED_FROM_RATIO = 10;

    private static final double NAMED_FROM = StrictMath.log10(NAMED_FROM_RATIO);

    /** From this log10 likelihood ratio on "same model" and "derived" are told apart. */
    private static final double TOLD_APART_FROM = 1;

    private static final String SAME_OR_DERIVED =
            "\"" + Relation.S.words() + "\" or \"" + Relation.D.words() + "\", which these data do not tell apart";

    private Policy() {}

    /**
     * The verdict on one pair and relation.
     *
     * @param evidence what it rests on
     * @param sameBaseControls ids of background models on the suspect's base; only asked for "distilled"
     */
    public static Verdict judge(Evidence evidence, List<String> sameBaseControls) {
        List<String> caveats = new ArrayList<>();
        if (evidence.logLr().isEmpty()) {
            String why = evidence.why().orElseThrow();
            caveats.add("No likelihood ratio is printed: " + why + ".");
            caveats.add("Rank " + evidence.rank() + " among the listed candidates, which is no statement of evidence.");
            return new Verdict(
                    evidence,
                    Support.INSUFFICIENT_DATA,
                    false,
                    "Insufficient data for a likelihood ratio on \""
                            + evidence.relation().words() + "\".",
                    caveats);
        }
        LogLr lr = evidence.logLr().orElseThrow();
        Support support = support(evidence, lr, caveats);
        if (evidence.relation() == Relation.T) {
            caveats.add(
                    sameBaseControls.isEmpty()
                            ? "No same-base control available."
                            : "Same-base control: " + String.join(", ", sameBaseControls) + ".");
        }
        return new Verdict(
                evidence, support, lr.value() > 0, sentence(evidence.relation(), lr, support), List.copyOf(caveats));
    }

    private static Support support(Evidence evidence, LogLr lr, List<String> caveats) {
        Support support = Support.of(lr.value());
        if (support != Support.NONE && lr.low() < 0 && lr.high() > 0) {
            caveats.add("The interval reaches to both sides of a ratio of one.");
            return Support.NONE;
        }
        if (evidence.background() < FULL_BACKGROUND && support.compareTo(Support.MODERATE) > 0) {
            caveats.add("A background of " + evidence.background() + " models, under " + FULL_BACKGROUND
                    + ", caps the scale at \"moderate\".");
            return Support.MODERATE;
        }
        return support;
    }

    private static String sentence(Relation relation, LogLr lr, Support support) {
        String times = times(Math.abs(lr.value()));
        String one = "the models are " + hypothesis(relation);
        String other = "they are unrelated";
        if (support == Support.NONE && Support.of(lr.value()) != Support.NONE) {
            return "These findings do not settle whether " + one + " or " + other
                    + ", since the interval of the ratio reaches to both sides of one: no support either way.";
        }
        if (support == Support.NONE) {
            return "These findings are about as probable if " + one + " as if " + other + ": no support either way.";
        }
        return "These findings are " + times + " times more probable if " + (lr.value() > 0 ? one : other) + " than if "
                + (lr.value() > 0 ? other : one) + ": " + support.words() + ".";
    }

    private static String hypothesis(Relation relation) {
        return switch (relation) {
            case S -> "the same model";
            case D -> "one derived from the other";
            case T -> "student and source";
        };
    }

    /** A ratio in words of at most two significant digits; what the data give is no more exact. */
    private static String times(double log10) {
        double ratio = StrictMath.pow(10, log10);
        if (ratio < 10) {
            return String.format(Locale.ROOT, "%.1f", ratio);
        }
        double unit = StrictMath.pow(10, Math.floor(log10) - 1);
        return String.format(Locale.ROOT, "%,d", Math.round(ratio / unit) * Math.round(unit));
    }

    /**
     * The relations that fit a pair best: "distilled"; or one of "same model" and "derived"; or both of these, where the
     * ratio of the one to the other does not reach ten. On public models it never does: what tells the two apart there
     * is right no more often than a coin.
     *
     * @param evidence the evidence on the pair for each relation
     * @param sameRatherThanDerived the log10 likelihood ratio for "same model" against "derived", within its bounds
     */
    public static Set<Relation> fitting(List<Evidence> evidence, double sameRatherThanDerived) {
        boolean weights = evidence.stream()
                .anyMatch(one -> one.relation() != Relation.T
                        && one.logLr().map(lr -> lr.value() >= NAMED_FROM).orElse(false));
        if (!weights) {
            return Set.of(Relation.T);
        }
        if (Math.abs(sameRatherThanDerived) < TOLD_APART_FROM - 1e-9) {
            return Set.of(Relation.S, Relation.D);
        }
        return Set.of(sameRatherThanDerived > 0 ? Relation.S : Relation.D);
    }

    /**
     * The answer for one suspect and one relation over all candidates examined.
     *
     * @param verdicts the verdicts of the suspect for the relation, one for each candidate
     * @param fittingElsewhere candidates that another relation to the suspect fits better
     * @param notToldApart candidates of which the data do not say whether they are the same model or derived
     */
    public static Attribution attribute(
            List<Verdict> verdicts, Set<String> fittingElsewhere, Set<String> notToldApart) {
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("verdicts: none");
        }
        Evidence first = verdicts.get(0).evidence();
        int examined = verdicts.size();
        List<Evidence> weighed = verdicts.stream()
                .filter(verdict -> verdict.support() != Support.INSUFFICIENT_DATA)
                .map(Verdict::evidence)
                .toList();
        if (weighed.isEmpty()) {
            return new Attribution(
                    first.suspect(),
                    first.relation(),
                    examined,
                    List.of(),
                    Optional.empty(),
                    "Insufficient data to say whether any of the " + examined + " listed is meant.");
        }
        List<String> named = verdicts.stream()
                .filter(verdict -> verdict.forRelation() && verdict.support() != Support.NONE)
                .map(Verdict::evidence)
                .filter(evidence -> evidence.logLr().orElseThrow().value() >= namedFrom(examined) - 1e-9)
                .sorted(Comparator.comparingInt(Evidence::rank))
                .map(Evidence::candidate)
                .filter(candidate -> !fittingElsewhere.contains(candidate))
                .toList();
        LogLr any = new LogLr(mean(weighed, LogLr::value), mean(weighed, LogLr::low), mean(weighed, LogLr::high));
        return new Attribution(
                first.suspect(),
                first.relation(),
                examined,
                named,
                Optional.of(any),
                words(first, named, notToldApart, examined)
                        + (named.isEmpty()
                                ? lacking(verdicts, examined)
                                        .map(why -> " " + why)
                                        .orElse("")
                                : ""));
    }

    /** The log10 likelihood ratio from which on a candidate is named, of so many. */
    private static double namedFrom(int examined) {
        return NAMED_FROM + StrictMath.log10(examined);
    }

    /**
     * Why the candidate that findings speak for most is not named; empty where they speak for none.
     *
     * @param verdicts verdicts of one suspect, of which none names a candidate
     * @param examined how many candidates were examined
     */
    public static Optional<String> lacking(List<Verdict> verdicts, int examined) {
        return verdicts.stream()
                .filter(verdict -> verdict.forRelation() && verdict.support() != Support.NONE)
                .map(Verdict::evidence)
                .max(Comparator.comparingDouble(
                        evidence -> evidence.logLr().orElseThrow().value()))
                .map(strongest -> {
                    double value = strongest.logLr().orElseThrow().value();
                    return value < namedFrom(examined) - 1e-9
                            ? String.format(
                                    Locale.ROOT,
                                    "The highest log10 LR is %.2f (%s); naming one of %d takes %.2f.",
                                    value,
                                    strongest.candidate(),
                                    examined,
                                    namedFrom(examined))
                            : "Of the relations that reach a ratio of ten for " + strongest.candidate()
                                    + ", another fits better.";
                });
    }

    private static String words(Evidence first, List<String> named, Set<String> notToldApart, int examined) {
        String relation = "\"" + first.relation().words() + "\"";
        if (named.isEmpty()) {
            return "None of the " + examined + " listed is named as " + relation + ".";
        }
        boolean weights = first.relation() != Relation.T;
        List<String> sentences = new ArrayList<>();
        for (boolean apart : new boolean[] {true, false}) {
            List<String> some = named.stream()
                    .filter(candidate -> apart != (weights && notToldApart.contains(candidate)))
                    .toList();
            if (!some.isEmpty()) {
                sentences.add("Named as " + (apart ? relation : SAME_OR_DERIVED) + ", of " + examined + " examined: "
                        + String.join(", ", some) + ".");
            }
        }
        return String.join(" ", sentences);
    }

    private static double mean(List<Evidence> evidence, java.util.function.ToDoubleFunction<LogLr> end) {
        double sum = 0;
        for (Evidence one : evidence) {
            sum += StrictMath.pow(10, end.applyAsDouble(one.logLr().orElseThrow()));
        }
        return StrictMath.log10(sum / evidence.size());
    }
}
