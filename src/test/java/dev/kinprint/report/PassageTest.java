package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.report.Passage.Stretch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassageTest {
    @Test
    void cutsWhereSpansBeginAndEnd() {
        List<Passage> passages = Passage.cut("abcdefghij", 100, List.of(new Stretch(2, 6)), List.of(new Stretch(4, 8)));
        assertThat(passages)
                .containsExactly(
                        new Passage("ab", false, false),
                        new Passage("cd", true, false),
                        new Passage("ef", true, true),
                        new Passage("gh", false, true),
                        new Passage("ij", false, false));
        assertThat(passages.get(2).marks()).isEqualTo("shared common");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "a\uD83C\uDF5Eb";
        List<Passage> passages = Passage.cut(text, 2, List.of(new Stretch(0, 2)), List.of());
        assertThat(passages).containsExactly(new Passage("a", true, false));
        assertThat(joined(Passage.cut(text, 100, List.of(new Stretch(2, 4)), List.of())))
                .isEqualTo(text);
    }

    @Test
    void cutsLongTextsAtTheLimit() {
        assertThat(joined(Passage.cut("abcdef", 4, List.of(new Stretch(3, 6)), List.of())))
                .isEqualTo("abcd");
        assertThat(Passage.cut("", 4, List.of(), List.of())).isEmpty();
    }

    private static String joined(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining());
    }
}
