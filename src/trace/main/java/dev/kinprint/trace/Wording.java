package dev.kinprint.trace;

import dev.kinprint.style.Sequences;
import dev.kinprint.style.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How close an answer is, in its wording, to each of several answers to the same prompt: the weighted share of runs of
 * one to {@value #LONGEST} tokens that both have (Ochiai's coefficient). A run weighs the logarithm of how rare it is
 * among those several answers, so that what the provider always says counts for nothing, and what it said only once
 * counts most. Which of them was logged does not enter.
 */
final class Wording {
    private static final int LONGEST = 4;

    private final List<Set<Long>> places;
    private final Map<Long, Integer> holders = new HashMap<>();

    Wording(List<String> places) {
        this.places = places.stream().map(Wording::runs).toList();
        this.places.forEach(runs -> runs.forEach(run -> holders.merge(run, 1, Integer::sum)));
    }

    /** From 0 to 1, for each place. */
    List<Double> closeness(String answer) {
        Set<Long> own = runs(answer);
        double length = Math.sqrt(weight(own));
        List<Double> closeness = new ArrayList<>();
        for (Set<Long> place : places) {
            // In the order of the place, so that the last digit does not depend on the other text.
            double shared = 0;
            for (long run : place) {
                shared += own.contains(run) ? weight(run) : 0;
            }
            double norm = length * Math.sqrt(weight(place));
            closeness.add(norm > 0 ? shared / norm : 0);
        }
        return closeness;
    }

    private double weight(Set<Long> runs) {
        return runs.stream().mapToDouble(this::weight).sum();
    }

    private double weight(long run) {
        return StrictMath.log((places.size() + 1.0) / (holders.getOrDefault(run, 0) + 0.5));
    }

    private static Set<Long> runs(String text) {
        List<String> tokens = new ArrayList<>();
        Tokens.scan(text, tokens::add);
        Set<Long> runs = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            StringBuilder run = new StringBuilder();
            for (int length = 0; length < LONGEST && at + length < tokens.size(); length++) {
                run.append('\u0000').append(tokens.get(at + length));
                runs.add(Sequences.hash(run, 0, run.length()));
            }
        }
        return runs;
    }
}
