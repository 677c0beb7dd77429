package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseCountsTest {
    private static final List<String> FIRST = List.of(
            "It is a rich tapestry of ideas. A rich tapestry!", "A Rich Tapestry, it is", "nothing of the kind it is");
    private static final List<String> SECOND = List.of("a rich tapestry", "a rich\ntapestry", "what a rich tapestry");

    @Test
    void countsTextsAndNotOccurrencesWithinSentencesAlone() {
        NavigableSet<String> phrases = PhraseCounts.common(FIRST, SECOND, 2);
        PhraseCounts counts = new PhraseCounts(phrases);

        assertThat(phrases).containsExactly("a rich", "a rich tapestry", "rich tapestry");
        assertThat(phrases.stream().map(counts::place)).containsExactly(0, 1, 2);
        assertThat(counts.count(FIRST)).containsExactly(2, 2, 2);
        assertThat(counts.count(SECOND)).as("a line end cuts a phrase").containsExactly(3, 2, 2);
        assertThat(counts.count(List.of("tapestry rich a", ""))).containsExactly(0, 0, 0);
    }

    @Test
    void countsAsReadingEveryRunDoes() {
        Random random = new Random(7);
        List<String> texts = IntStream.range(0, 60)
                .mapToObj(t -> random.ints(30, 0, 6)
                        .mapToObj(n -> n == 5 ? "." : "w" + n)
                        .collect(Collectors.joining(" ")))
                .toList();
        NavigableSet<String> phrases = PhraseCounts.common(texts.subList(0, 30), texts.subList(30, 60), 4);

        List<Long> expected = phrases.stream()
                .map(phrase -> texts.stream()
                        .filter(text -> (" " + text + " ").contains(" " + phrase + " "))
                        .count())
                .toList();
        assertThat(Arrays.stream(new PhraseCounts(phrases).count(texts)).asLongStream())
                .as("of %s", phrases)
                .hasSizeGreaterThan(50)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aPhraseMustBeCommonToBoth() {
        assertThat(PhraseCounts.common(FIRST, List.of(), 1)).isEmpty();
        assertThat(PhraseCounts.common(FIRST, SECOND, 4)).isEmpty();
    }
}
