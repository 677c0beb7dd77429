package dev.kinprint.trace;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that was answered to one probe.
 *
 * @param id the probe
 * @param side which half it belongs to
 * @param account whose exchange was logged
 * @param places the provider's answers: the logged one first, then fresh ones, at least two of these
 * @param models the answers of the suspect and of background models, by model; none of them without an answer
 */
record ProbeAnswers(String id, Side side, String account, List<String> places, Map<String, List<String>> models)
        implements Serializable {
    /** Checks that there is something to compare with. */
    ProbeAnswers {
        places = List.copyOf(places);
        models = new TreeMap<>(models);
        if (places.size() < 3) {
            throw new IllegalArgumentException("places: " + places.size() + " of probe " + id + " are less than 3");
        }
        models.forEach((model, answers) -> {
            if (answers.isEmpty()) {
                throw new IllegalArgumentException("models: " + model + " has no answer to " + id);
            }
        });
    }
}
