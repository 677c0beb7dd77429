package dev.kinprint.watch;

import dev.kinprint.stats.BettingProcess;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of an endpoint from night to night: sketches of its answers, and a score for each.
 *
 * <p>The score of an answer says how strange it is among all answers to the same question so far, itself included: the
 * share of them that are less strange, ties broken by a seeded draw. The strangeness of an answer is how little it
 * resembles the others on average. As long as the answers to a question are exchangeable, which they are while the
 * endpoint stays what it was, these scores are uniform and independent, whatever the answers look like (conformal
 * p-values; Vovk, Gammerman and Shafer 2005). Their mean is then one half.
 *
 * @param model the id of the model
 * @param nights the runs in the order in which they were taken
 * @param answers sketches of the answers to each question, by its hash, in the order in which they were taken
 * @param scores the scores so far, in order
 */
public record History(String model, List<Night> nights, SortedMap<String, List<Sketch>> answers, List<Double> scores) {
    /** Under so many earlier answers to a question an answer to it is kept but not scored. */
    private static final int LEAST_EARLIER = 2;

    /** The greatest tolerance. */
    public static final double MOST_TOLERANCE = 0.4;

    private static final double TIE = 1e-12;

    /** Beyond it a stake says no more; it keeps the figure finite. */
    private static final double GREATEST = 1e300;

    /**
     * A run that was taken.
     *
     * @param run the root of its archive
     * @param scored how many of its answers were scored
     */
    public record Night(String run, int scored) {}

    /**
     * The evidence for a change, which may be looked at after every run.
     *
     * @param eValue how many times a gambler's stake has grown who bet on a change; at most 1 on average without one
     * @param pValue one over the greatest such figure so far, at most 1
     */
    public record Evidence(double eValue, double pValue) {}

    /** Copies everything; refuses scores that do not add up. */
    public History {
        nights = List.copyOf(nights);
        if (nights.stream().mapToInt(Night::scored).sum() != scores.size()) {
            throw new IllegalArgumentException("scores: " + scores.size() + " are not those of the nights");
        }
        SortedMap<String, List<Sketch>> copied = new TreeMap<>();
        answers.forEach((question, sketches) -> copied.put(question, List.copyOf(sketches)));
        answers = Collections.unmodifiableSortedMap(copied);
        scores = List.copyOf(scores);
    }

    /** A history before the first run. */
    public static History begin(String model) {
        return new History(model, List.of(), new TreeMap<>(), List.of());
    }

    /** Whether a run is in the history already. */
    public boolean holds(String run) {
        return nights.stream().anyMatch(night -> night.run().equals(run));
    }

    /**
     * The history with one more run.
     *
     * @param run the root of the run's archive
     * @param texts the model's answers by the hash of the question, samples in their order
     */
    public History after(String run, SortedMap<String, List<String>> texts) {
        if (holds(run)) {
            throw new IllegalArgumentException("run: " + run + " is in the history already");
        }
        SortedMap<String, List<Sketch>> grown = new TreeMap<>();
        answers.forEach((question, sketches) -> grown.put(question, new ArrayList<>(sketches)));
        List<Double> scored = new ArrayList<>(scores);
        for (Map.Entry<String, List<String>> asked : texts.entrySet()) {
            List<Sketch> earlier = grown.computeIfAbsent(asked.getKey(), question -> new ArrayList<>());
            for (String text : asked.getValue()) {
                earlier.add(Sketch.of(text));
                if (earlier.size() > LEAST_EARLIER) {
                    scored.add(score(earlier, scored.size()));
                }
            }
        }
        List<Night> taken = new ArrayList<>(nights);
        taken.add(new Night(run, scored.size() - scores.size()));
        return new History(model, taken, grown, scored);
    }

    /** How strange the last of some answers is among them all. */
    private static double score(List<Sketch> all, int stream) {
        double[] alike = new double[all.size()];
        for (int a = 0; a < alike.length; a++) {
            for (int b = 0; b < a; b++) {
                double likeness = all.get(a).likeness(all.get(b));
                alike[a] += likeness;
                alike[b] += likeness;
            }
        }
        double own = alike[alike.length - 1];
        int lessStrange = 0;
        int ties = 0;
        for (double other : alike) {
            lessStrange += other > own + TIE ? 1 : 0;
            ties += Math.abs(other - own) <= TIE ? 1 : 0;
        }
        return (lessStrange + ties * new Draws(alike.length, stream).uniform()) / alike.length;
    }

    /**
     * The evidence that the endpoint has changed by now. A change may come on any night, so the stake is shared out: a
     * share of {@code 1 / (k·(k+1))} is bet from the k-th night on, by a {@link BettingProcess} of its own. The sum is
     * again at most 1 on average while nothing changes, and a late change is noticed as soon as an early one but for a
     * factor.
     *
     * @param tolerance how far the mean score may lie above one half before it counts as a change, 0 to 0.4
     */
    public Evidence evidence(double tolerance) {
        if (!(tolerance >= 0 && tolerance <= MOST_TOLERANCE)) {
            throw new IllegalArgumentException("tolerance: " + tolerance + " is not from 0 to " + MOST_TOLERANCE);
        }
        List<BettingProcess> begun = new ArrayList<>();
        double now = 1;
        double peak = 1;
        int at = 0;
        for (Night night : nights) {
            begun.add(BettingProcess.against(0.5 + tolerance));
            for (int s = 0; s < night.scored(); s++) {
                double score = scores.get(at++);
                begun.replaceAll(process -> process.after(score));
                now = mixture(begun);
                peak = Math.max(peak, now);
            }
        }
        return new Evidence(now, 1 / peak);
    }

    private static double mixture(List<BettingProcess> begun) {
        double sum = 1.0 / (begun.size() + 1);
        for (int k = 1; k <= begun.size(); k++) {
            sum += begun.get(k - 1).eValue() / (k * (k + 1.0));
        }
        return Math.min(sum, GREATEST);
    }
}
