package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TokenCountsTest {
    @Test
    void whiteSpaceDecidesNothing() {
        TokenCounts plain = TokenCounts.of("a red fox, a hen");

        assertThat(plain.cosine(TokenCounts.of("  A red\tfox ,  a hen "))).isEqualTo(1, within(1e-12));
    }

    @Test
    void isTheCosineOfCountsOfTokensAndPairs() {
        // By hand: {a, b, "^ a", "a b"} and {a, c, "^ a", "a c"} share two of four.
        assertThat(TokenCounts.of("a b").cosine(TokenCounts.of("a c"))).isEqualTo(0.5, within(1e-12));
        assertThat(TokenCounts.of("").cosine(TokenCounts.of("a"))).isZero();
        assertThat(TokenCounts.of(" ").cosine(TokenCounts.of(""))).isEqualTo(1);
    }
}
