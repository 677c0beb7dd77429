package dev.kinprint.cli;

import dev.kinprint.calibrate.Truth;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.json.Json;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    SequentialTrial(Library all, Corpus corpus, Truth truth, int most, long seed) {
        this.all = all;
        this.corpus = corpus;
        this.truth = truth;
        this.most = most;
        this.seed = seed;
    }

    /**
     * What was found.
     *
     * @param suspects how many models were asked
     * @param related how many lines hold the same model as the suspect or a derived one
     * @param calls after how many answers these were named, sorted; as many as were
     * @param unrelated how many lines nothing connects with the suspect
     * @param alarms how many of these were named
     * @param accused for how many suspects
     */
    record Result(int suspects, int related, List<Integer> calls, int unrelated, int alarms, int accused) {
        Result {
            calls = calls.stream().sorted().toList();
        }

        List<String> lines(int most) {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "One line as the only candidate, level %.2f: %d of %d lines of the same or a derived model"
                                    + " named, after %s answers in the median, %s in the 95th percentile, of at most"
                                    + " %d.",
                            LEVEL,
                            calls.size(),
                            related,
                            quantile(0.5).map(Object::toString).orElse("-"),
                            quantile(LATE).map(Object::toString).orElse("-"),
                            most),
                    String.format(
                            Locale.ROOT,
                            "Of %d lines that nothing connects with the suspect %d were named (%.2f %%), for %d of %d"
                                    + " suspects.",
                            unrelated,
                            alarms,
                            unrelated == 0 ? 0 : 100.0 * alarms / unrelated,
                            accused,
                            suspects));
        }

        Json json() {
            return Json.object(
                    "level",
                    LEVEL,
                    "suspects",
                    suspects,
                    "related",
                    Json.object("lines", related, "named", calls.size(), "calls", calls),
                    "unrelated",
                    Json.object("lines", unrelated, "named", alarms, "suspects", accused));
        }

        private Optional<Integer> quantile(double share) {
            return calls.isEmpty()
                    ? Optional.empty()
                    : Optional.of(calls.get((int) Math.round(Math.ceil(share * calls.size())) - 1));
        }
    }

    /** Asks every model. */
    Result run() {
        List<Outcome> outcomes = IntStream.range(0, corpus.members().size())
                .parallel()
                .mapToObj(this::outcome)
                .toList();
        return new Result(
                outcomes.size(),
                outcomes.stream().mapToInt(outcome -> outcome.related().size()).sum(),
                outcomes.stream()
                        .flatMap(outcome -> outcome.related().values().stream())
                        .filter(after -> after > 0)
                        .toList(),
                outcomes.stream()
                        .mapToInt(outcome -> outcome.unrelated().size())
                        .sum(),
                outcomes.stream().mapToInt(Outcome::alarms).sum(),
                (int) outcomes.stream().filter(outcome -> outcome.alarms() > 0).count());
    }

    /** By line that is examined, after how many answers it was named, 0 for never. */
    private record Outcome(SortedMap<String, Integer> related, SortedMap<String, Integer> unrelated) {
        int alarms() {
            return (int) unrelated.values().stream().filter(after -> after > 0).count();
        }
    }

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
        return new Outcome(found, others);
    }

    private Truth.Kind kind(int suspect, String model) {
        return truth.kind(new Pair(suspect, corpus.position(model).orElseThrow()));
    }

    /** A line and its models. */
    private record Line(String line, List<String> models) {}

    private Map<Line, Integer> named(Library library, int suspect) {
        SortedMap<String, String> answers = IdentifyCommand.answers(corpus, suspect);
        List<String> order = library.order(answers.keySet(), seed);
        order = order.subList(0, Math.min(most, order.size()));
        Identification identification = Identification.begin(library, order, LEVEL);
        Map<Line, Integer> named = new LinkedHashMap<>();
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
