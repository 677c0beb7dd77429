package dev.kinprint.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.channel.Authors;
import dev.kinprint.channel.Authors.Author;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.corpus.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandscapeTest {
    private static final List<String> STYLE = List.of("function-words", "bigrams");
    private static final Comparison COMPARISON = compared(Authors.corpus(Authors.own(8, 5), Authors.names(8), 6));

    private static Comparison compared(Corpus corpus) {
        return Comparison.of(Channels.fit(Material.of(corpus), STYLE), 1);
    }

    @Test
    void isOneLessTheMeanScore() {
        Landscape land = Landscape.of(COMPARISON, STYLE, List.of(4, 0, 7)).orElseThrow();
        assertThat(land.members()).containsExactly(4, 0, 7);
        double mean = STYLE.stream()
                .mapToDouble(channel -> COMPARISON.score(channel, 0, 7).orElseThrow())
                .average()
                .orElseThrow();
        assertThat(land.distances()[1][2]).isCloseTo(Math.max(0, 1 - mean), within(1e-12));
        assertThat(land.distances()[2][1]).isEqualTo(land.distances()[1][2]);
    }

    @Test
    void drawsFollowFromTheSeedAlone() {
        Landscape land = Landscape.of(
                        COMPARISON, STYLE, IntStream.range(0, 8).boxed().toList())
                .orElseThrow();
        List<double[][]> draws = land.draws(6, 3);
        assertThat(draws).isNotEmpty();
        assertThat(Arrays.deepToString(land.draws(6, 3).toArray())).isEqualTo(Arrays.deepToString(draws.toArray()));
        assertThat(Arrays.deepToString(land.draws(6, 4).toArray())).isNotEqualTo(Arrays.deepToString(draws.toArray()));
        assertThat(Arrays.deepToString(draws.get(0))).isNotEqualTo(Arrays.deepToString(land.distances()));
    }

    @Test
    void leavesOutWhoHasNoScores() {
        List<Author> authors = new ArrayList<>(Authors.own(7, 5));
        Corpus corpus = Authors.corpus(authors, Authors.names(7), 6);
        Corpus.Builder thinner = new Corpus.Builder();
        corpus.members().forEach(thinner::member);
        corpus.questions().forEach(thinner::question);
        for (int m = 0; m < 7; m++) {
            for (int q = 0; q < 6; q++) {
                String text = m == 2 ? "yes" : corpus.first(m, q).orElseThrow();
                thinner.text(
                        corpus.members().get(m).id(), corpus.questions().get(q).id(), 0, text);
            }
        }
        Comparison comparison = compared(thinner.build());
        assertThat(Landscape.of(comparison, STYLE, IntStream.range(0, 7).boxed().toList())
                        .orElseThrow()
                        .members())
                .containsExactly(0, 1, 3, 4, 5, 6);
        assertThat(Landscape.of(comparison, STYLE, List.of(0, 2, 5))).isEmpty();
    }
}
