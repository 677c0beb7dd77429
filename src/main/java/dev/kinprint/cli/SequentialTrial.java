package dev.kinprint.cli;

import dev.kinprint.calibrate.Truth;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often {@code run --stop-when-decided} would be right, and after how many questions, where each line of a library in
 * turn is the one candidate.
 *
 * <p>A line that holds the same model as the suspect, or one that is derived from it or it from, should be named; the
 * suspect alone is then taken out of the library. A line that nothing connects with the suspect should not; its kin and
 * all that stands on its weights are then taken out too, so that nobody true stands in the way.
 */
final class SequentialTrial {
    private static final double LEVEL = 0.01;
    private static final double LATE = 0.95;
    private static final Set<Truth.Kind> KIN = EnumSet.of(Truth.Kind.SAME, Truth.Kind.DERIVED);

    private final Library all;
    private final Corpus corpus;
    private final Truth truth;
    private final int most;
    private final long seed;
    private final List<Integer> calls = new ArrayList<>();
    private final Set<String> accused = new HashSet<>();
    private int related;
    private int unrelated;
    private int alarms;

    SequentialTrial(Library all, Corpus corpus, Truth truth, int most, long seed) {
        this.all = all;
        this.corpus = corpus;
        this.truth = truth;
        this.most = most;
        this.seed = seed;
    }

    /** Asks every model, and says what was found. */
    List<String> lines() {
        List<Outcome> outcomes = IntStream.range(0, corpus.members().size())
                .parallel()
                .mapToObj(this::outcome)
                .toList();
        outcomes.forEach(this::count);
        calls.sort(null);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "One line as the only candidate, level %.2f: %d of %d lines of the same or a derived model named,"
                                + " after %s answers in the median, %s in the 95th percentile, of at most %d.",
                        LEVEL,
                        calls.size(),
                        related,
                        quantile(0.5),
                        quantile(LATE),
                        most),
                String.format(
                        Locale.ROOT,
                        "Of %d lines that nothing connects with the suspect %d were named (%.2f %%), for %d of %d suspects.",
                        unrelated,
                        alarms,
                        unrelated == 0 ? 0 : 100.0 * alarms / unrelated,
                        accused.size(),
                        corpus.members().size()));
    }

    private String quantile(double share) {
        return calls.isEmpty()
                ? "-"
                : calls.get((int) Math.min(calls.size() - 1L, Math.round(Math.ceil(share * calls.size())) - 1))
                        .toString();
    }

    /** By line that is examined, after how many answers it was named, 0 for never. */
    private record Outcome(String suspect, SortedMap<String, Integer> related, SortedMap<String, Integer> unrelated) {}

    private Outcome outcome(int suspect) {
        String id = corpus.members().get(suspect).id();
        SortedMap<String, Integer> found = new TreeMap<>();
        boolean kin = IntStream.range(0, corpus.members().size())
                .anyMatch(other -> other != suspect && KIN.contains(truth.kind(new Pair(suspect, other))));
        if (kin) {
            named(all.without(id::equals), suspect).forEach((line, after) -> {
                if (line.models().stream().anyMatch(model -> KIN.contains(kind(suspect, model)))) {
                    found.put(line.line(), after);
                }
            });
        }
        SortedMap<String, Integer> others = new TreeMap<>();
        named(FingerprintTrial.strangersTo(suspect, all, corpus, truth), suspect)
                .forEach((line, after) -> {
                    if (line.models().stream().allMatch(model -> kind(suspect, model) == Truth.Kind.CLEAN)) {
                        others.put(line.line(), after);
                    }
                });
        return new Outcome(id, found, others);
    }

    private Truth.Kind kind(int suspect, String model) {
        return truth.kind(new Pair(suspect, corpus.position(model).orElseThrow()));
    }

    private void count(Outcome outcome) {
        related += outcome.related().size();
        outcome.related().values().stream().filter(after -> after > 0).forEach(calls::add);
        unrelated += outcome.unrelated().size();
        for (int after : outcome.unrelated().values()) {
            if (after > 0) {
                alarms++;
                accused.add(outcome.suspect());
            }
        }
    }

    /** A line and its models. */
    private record Line(String line, List<String> models) {}

    private java.util.Map<Line, Integer> named(Library library, int suspect) {
        SortedMap<String, String> answers = IdentifyCommand.answers(corpus, suspect);
        List<String> order = library.order(answers.keySet(), seed);
        order = order.subList(0, Math.min(most, order.size()));
        Identification identification = Identification.begin(library, order, LEVEL);
        java.util.Map<Line, Integer> named = new java.util.LinkedHashMap<>();
        for (String question : order) {
            identification.take(question, Objects.requireNonNull(answers.get(question)));
            for (Identification.Standing standing : identification.standings()) {
                Line line = new Line(standing.line(), standing.models());
                int before = named.getOrDefault(line, 0);
                named.put(line, before == 0 && standing.eValue() >= 1 / LEVEL ? identification.calls() : before);
            }
        }
        return named;
    }
}
