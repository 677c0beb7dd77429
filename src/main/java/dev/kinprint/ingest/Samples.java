package dev.kinprint.ingest;

import java.util.HashMap;
import java.util.Map;

/** Numbers several answers of one model to one question, where a file does not number them itself. */
final class Samples {
    private final Map<Asked, Integer> seen = new HashMap<>();

    private record Asked(String model, String prompt) {}

    int next(String model, String prompt) {
        return seen.merge(new Asked(model, prompt), 1, Integer::sum) - 1;
    }
}
