package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseCountsTest {
    private static final List<String> FIRST = List.of(
            "It is a rich tapestry of ideas. A rich tapestry!", "A Rich Tapestry, it is", "nothing of the kind it is");
    private static final List<String> SECOND = List.of("a rich tapestry", "a rich\ntapestry", "what a rich tapestry");

    private static int[] count(PhraseCounts counts, List<String> texts) {
        return PhraseCounts.count(List.of(PhraseCounts.common(SECOND, SECOND, 1), counts), texts)
                .get(1);
    }

    @Test
    void countsTextsAndNotOccurrencesWithinSentencesAlone() {
        PhraseCounts counts = PhraseCounts.common(FIRST, SECOND, 2);

        assertThat(IntStream.range(0, counts.size()).mapToObj(counts::phrase))
                .containsExactly("a rich", "a rich tapestry", "rich tapestry");
        assertThat(count(counts, FIRST)).containsExactly(2, 2, 2);
        assertThat(count(counts, SECOND)).as("a line end cuts a phrase").containsExactly(3, 2, 2);
        assertThat(count(counts, List.of("tapestry rich a", ""))).containsExactly(0, 0, 0);
    }

    @Test
    void aPhraseMustBeCommonToBoth() {
        assertThat(PhraseCounts.common(FIRST, List.of(), 1).size()).isZero();
        assertThat(PhraseCounts.common(FIRST, SECOND, 4).size()).isZero();
    }
}
