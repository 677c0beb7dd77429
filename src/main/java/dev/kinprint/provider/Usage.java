package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.Optional;

/**
 * Tokens as the vendor reports them; empty where it does not, or reports a number that no call can have.
 *
 * @param input tokens of the question
 * @param output tokens of the answer, thoughts included
 * @param reasoning tokens of thoughts alone
 */
public record Usage(Optional<Long> input, Optional<Long> output, Optional<Long> reasoning) {
    private static final long MOST = 100_000_000;

    /** Nothing is reported. */
    static final Usage NONE = new Usage(Optional.empty(), Optional.empty(), Optional.empty());

    /** Drops numbers that are negative or beyond any model. */
    public Usage {
        input = input.filter(Usage::possible);
        output = output.filter(Usage::possible);
        reasoning = reasoning.filter(Usage::possible);
    }

    private static boolean possible(long tokens) {
        return tokens >= 0 && tokens <= MOST;
    }

    /** The sum of the counts that are there; empty where none is. */
    static Optional<Long> sum(Json... counts) {
        Optional<Long> sum = Optional.empty();
        for (Json count : counts) {
            Optional<Long> tokens = count.whole().filter(Usage::possible);
            if (tokens.isPresent()) {
                sum = Optional.of(sum.orElse(0L) + tokens.get());
            }
        }
        return sum;
    }
}
