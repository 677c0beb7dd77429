package dev.kinprint.watch;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the collection of suspects' answers was ended by a rule that looks at them: as soon as a line of candidates is
 * named ({@link Identification}). Evidence for a number of questions that was fixed beforehand does not hold for what was
 * collected so; what holds is the e-value.
 *
 * @param level the expected share of false names that was accepted
 * @param seed the order of the questions
 * @param decisions by suspect, how far it came
 */
public record Stopping(double level, long seed, SortedMap<String, Decision> decisions) {
    /** The name of the archive's document that holds it. */
    public static final String DOCUMENT = "stopping";

    private static final double GREATEST = 1e300;

    /** Copies the decisions. */
    public Stopping {
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Decision>) decisions));
    }

    /**
     * How far the questioning of one suspect came.
     *
     * @param answers how many answers were looked at
     * @param order how many questions there were to look at in all
     * @param named the lines that were named; none where all questions were asked and nothing was decided
     */
    public record Decision(int answers, int order, List<Named> named) {
        /** Copies the list. */
        public Decision {
            named = List.copyOf(named);
        }

        /** Takes it from an identification that is over. */
        public static Decision of(Identification identification, int order) {
            return new Decision(
                    identification.calls(),
                    order,
                    identification.named().stream()
                            .map(line -> new Named(line.line(), line.models(), Math.min(line.eValue(), GREATEST)))
                            .toList());
        }
    }

    /**
     * A line that was named.
     *
     * @param line its name
     * @param models its models, sorted
     * @param eValue how many times a stake on it has grown, at most 1 on average where it is not it
     */
    public record Named(String line, List<String> models, double eValue) {
        /** Copies the models. */
        public Named {
            models = List.copyOf(models);
        }
    }

    /** As the archive keeps it. */
    public Json.Obj toJson() {
        SortedMap<String, Json> suspects = new TreeMap<>();
        decisions.forEach((suspect, decision) -> suspects.put(
                suspect,
                Json.object(
                        "answers",
                        decision.answers(),
                        "order",
                        decision.order(),
                        "named",
                        decision.named().stream()
                                .map(one ->
                                        Json.object("line", one.line(), "models", one.models(), "eValue", one.eValue()))
                                .toList())));
        return Json.object("level", level, "seed", seed, "suspects", new Json.Obj(suspects));
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws JsonFault where it is something else
     */
    public static Stopping fromJson(Json json) throws JsonFault {
        SortedMap<String, Decision> decisions = new TreeMap<>();
        for (Map.Entry<String, Json> entry : json.at("suspects").members().entrySet()) {
            List<Named> named = new java.util.ArrayList<>();
            for (Json one : entry.getValue().at("named").items()) {
                named.add(new Named(
                        of(one.at("line").text(), "line"),
                        one.at("models").items().stream()
                                .flatMap(model -> model.text().stream())
                                .toList(),
                        of(one.at("eValue").number(), "eValue")));
            }
            decisions.put(
                    entry.getKey(),
                    new Decision(
                            of(entry.getValue().at("answers").whole(), "answers")
                                    .intValue(),
                            of(entry.getValue().at("order").whole(), "order").intValue(),
                            named));
        }
        return new Stopping(
                of(json.at("level").number(), "level"), of(json.at("seed").whole(), "seed"), decisions);
    }

    private static <T> T of(Optional<T> value, String name) throws JsonFault {
        return value.orElseThrow(() -> new JsonFault(name + " is missing"));
    }
}
