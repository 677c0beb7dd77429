package dev.kinprint.trace;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How close each model's answers to a probe are to each of the provider's answers.
 *
 * @param id the probe
 * @param side which half it belongs to
 * @param account whose exchange was logged
 * @param closeness by channel and model: one number for each place, the logged answer first
 */
record Nearness(String id, Side side, String account, Map<Channel, Map<String, List<Double>>> closeness)
        implements Serializable {
    Nearness {
        closeness = new TreeMap<>(closeness);
    }
}
