package dev.kinprint.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewriteTest {
    private static final String TEXT = "# Café\nIt's one, two. Then **three**! And `four`?\n- last";

    private static Corpus corpus(String text) {
        return new Corpus.Builder()
                .member(new Member("a", Origin.unknown()))
                .member(new Member("b", Origin.unknown()))
                .question(new Question("q", Probe.Category.OPEN, "?", Optional.empty()))
                .text("a", "q", 0, text)
                .text("b", "q", 0, text)
                .build();
    }

    private static String rewritten(Rewrite rewrite, String text) {
        return rewrite.of(corpus(text), Set.of(0)).texts(0, 0).get(0);
    }

    @Test
    void onlyTheNamedModelsAreRewritten() {
        for (Rewrite rewrite : Rewrite.values()) {
            assertThat(rewrite.of(corpus(TEXT), Set.of(0)).texts(1, 0)).containsExactly(TEXT);
            assertThat(rewritten(rewrite, TEXT).equals(TEXT))
                    .as(rewrite.words())
                    .isEqualTo(rewrite == Rewrite.NONE || rewrite == Rewrite.TRUNCATED);
        }
    }

    @Test
    void eachDoesWhatItSays() {
        assertThat(rewritten(Rewrite.PLAIN, TEXT)).isEqualTo("Café\nIt's one, two. Then three! And four?\nlast");
        assertThat(rewritten(Rewrite.LOWER_CASE, TEXT)).startsWith("# café\nit's one");
        assertThat(rewritten(Rewrite.UNICODE, TEXT)).startsWith("# Café\nIt’s");
        assertThat(rewritten(Rewrite.WHITE_SPACE, TEXT)).contains("Café\n\nIt's one,  two.\u00A0 Then");
        assertThat(rewritten(Rewrite.TRUNCATED, "😀 a".repeat(200))).hasSize(400);
        assertThat(rewritten(Rewrite.SHUFFLED, "One a. Two b. Three c. Four d. Five e."))
                .hasSize(38)
                .contains("Three c.")
                .isNotEqualTo("One a. Two b. Three c. Four d. Five e.");
    }
}
