package dev.kinprint.lab;

import java.util.List;
import java.util.Optional;

/**
 * What a request asks, whatever its dialect.
 *
 * @param model the id of the model
 * @param conversation what it is given
 * @param limit the most tokens that the answer may have
 * @param seed the number of the draw, where the client wants a certain one
 * @param stops strings before which the answer ends
 */
record Ask(String model, Conversation conversation, Optional<Long> limit, Optional<Long> seed, List<String> stops) {
    Ask {
        stops = List.copyOf(stops);
    }
}
