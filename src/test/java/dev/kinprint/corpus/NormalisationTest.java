package dev.kinprint.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    @Test
    void transportAccidentsGo() {
        assertThat(Normalisation.normalise("\uFEFF \n\tHello \t\r\nworld\u00A0\rof\n\n\nmen. \n "))
                .isEqualTo("Hello\nworld\nof\n\n\nmen.");
        assertThat(Normalisation.normalise("e\u0301")).isEqualTo("\u00e9");
        assertThat(Normalisation.normalise(" \n\t\r\n")).isEmpty();
    }

    @Test
    void styleStays() {
        String text = "- one\n    - two  three\n\n\t```\n\tcode\n“quotes” – dashes… ﬁ ２ ½";

        assertThat(Normalisation.normalise(text)).isEqualTo(text);
    }

    @Test
    void doneTwiceIsDoneOnce() {
        long seed = 5;
        Random random = new Random(seed);
        String alphabet = "ae \t\n\r\u00A0\uFEFF\u0301\u0308\u2028\uD800\uDC00\u1100\u1161\u11A8\u212B";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String once = Normalisation.normalise(text.toString());
            assertThat(Normalisation.normalise(once))
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(once);
        }
    }
}
