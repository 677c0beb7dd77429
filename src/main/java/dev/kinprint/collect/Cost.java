package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import dev.kinprint.provider.Prices;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one call may come to. The high end holds: a token is at least one byte, and no answer is longer than its limit.
 * The low end is a guess: five bytes a token, and a tenth of the limit.
 *
 * @param lowTokens tokens of question and answer, as a guess
 * @param highTokens the most tokens
 * @param low its price, in billionths of a US dollar; empty where no price is known
 * @param high the price of the most tokens, which is what is reserved; empty where no price is known
 */
record Cost(long lowTokens, long highTokens, OptionalLong low, OptionalLong high) {
    private static final int BYTES_A_TOKEN = 5;
    private static final int SHORTER = 10;

    static Cost of(Bytes body, int maxTokens, boolean free, Optional<Prices.Price> price) {
        long shortInput = Math.max(1, body.size() / BYTES_A_TOKEN);
        long shortOutput = Math.max(1, maxTokens / SHORTER);
        OptionalLong none = free ? OptionalLong.of(0) : OptionalLong.empty();
        Optional<Prices.Price> paid = free ? Optional.empty() : price;
        return new Cost(
                shortInput + shortOutput,
                (long) body.size() + maxTokens,
                paid.map(known -> OptionalLong.of(known.nanoUsd(shortInput, shortOutput)))
                        .orElse(none),
                paid.map(known -> OptionalLong.of(known.nanoUsd(body.size(), maxTokens)))
                        .orElse(none));
    }
}
