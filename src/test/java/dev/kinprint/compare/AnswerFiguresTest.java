package dev.kinprint.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.embed.Embedding;
import dev.kinprint.embed.Progress;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswerFiguresTest {
    private static final Corpus CORPUS = new Corpus.Builder()
            .member(new Member("a", Origin.unknown()))
            .member(new Member("b", Origin.unknown()))
            .question(question("q1"))
            .question(question("q2"))
            .text("a", "q1", 0, "abcde")
            .text("a", "q1", 1, "abcdf")
            .text("b", "q1", 0, "abcde")
            .text("b", "q1", 1, "zzzzz")
            .text("a", "q2", 0, "# One\n- two three\n\nfour five six")
            .gap(new Gap("a", "q2", 1, Gap.Reason.REFUSED, ""))
            .gap(new Gap("b", "q2", 0, Gap.Reason.ERROR, ""))
            .gap(new Gap("b", "q2", 1, Gap.Reason.FILTERED, ""))
            .build();

    /** One direction for texts that begin with a, another for all others. */
    private static final Embedder FIRST_LETTER = new Embedder() {
        @Override
        public EmbedderId id() {
            return new EmbedderId("first-letter", "0".repeat(64), 2);
        }

        @Override
        public List<Embedding> embed(List<String> texts, Progress progress) {
            return texts.stream()
                    .map(text -> text.startsWith("a") ? Embedding.unit(1, 0) : Embedding.unit(0, 1))
                    .toList();
        }
    };

    private static Question question(String id) {
        return new Question(id, Probe.Category.OPEN, "Say " + id, Optional.empty());
    }

    private static AnswerFigures figures(Optional<Embedder> embedder) {
        return AnswerFigures.of(CORPUS, List.of(0, 1), embedder, Progress.silent());
    }

    @Test
    void wordingIsTheMeanShareOfCommonFourGramsOverAllPairsOfSamples() {
        // abcde has abcd and bcde, abcdf has abcd and bcdf, zzzzz has zzzz once.
        // Pairs: (abcde, abcde) 1, (abcde, zzzzz) 0, (abcdf, abcde) 1/2, (abcdf, zzzzz) 0.
        assertThat(figures(Optional.empty()).wording(0, 1).byQuestion())
                .containsExactly(java.util.Map.entry("q1", 0.375));
        assertThat(figures(Optional.empty()).wording(1, 0))
                .isEqualTo(figures(Optional.empty()).wording(0, 1));
    }

    @Test
    void theFloorIsWhatBothHaveWithThemselves() {
        // a with itself 1/2, b with itself 0.
        assertThat(figures(Optional.empty()).wordingFloor(0, 1).byQuestion())
                .containsExactly(java.util.Map.entry("q1", 0.25));
    }

    @Test
    void similarityIsTheMeanCosineAndNeedsAnEmbedder() {
        assertThat(figures(Optional.empty()).similarity(0, 1)).isEmpty();
        assertThat(figures(Optional.empty()).similarityFloor(0, 1)).isEmpty();
        AnswerFigures figures = figures(Optional.of(FIRST_LETTER));
        assertThat(figures.similarity(0, 1).orElseThrow().byQuestion()).containsEntry("q1", 0.5);
        assertThat(figures.similarityFloor(0, 1).orElseThrow().byQuestion()).containsEntry("q1", 0.5);
    }

    @Test
    void refusalsCountWhatCameBackAndNotWhatFailed() {
        assertThat(figures(Optional.empty()).refusals(0).byQuestion())
                .containsEntry("q1", 0.0)
                .containsEntry("q2", 0.5);
        assertThat(figures(Optional.empty()).refusals(1).byQuestion())
                .containsEntry("q1", 0.0)
                .containsEntry("q2", 1.0);
    }

    @Test
    void lengthIsInWordsAndLayoutInShareOfLines() {
        assertThat(figures(Optional.empty()).words(0).byQuestion())
                .containsEntry("q1", 1.0)
                .containsEntry("q2", 6.0);
        assertThat(figures(Optional.empty()).layout(0).byQuestion().get("q2")).isCloseTo(2 / 3.0, within(1e-4));
    }

    @Test
    void aModelThatWasNotPreparedIsAMistake() {
        AnswerFigures one = AnswerFigures.of(CORPUS, List.of(0), Optional.empty(), Progress.silent());
        assertThatThrownBy(() -> one.wording(0, 1)).hasMessageContaining("was not prepared");
    }

    @Test
    void aSeriesIsRoundedAsFilesHoldIt() {
        Series one = new Series(new TreeMap<>(java.util.Map.of("q", 0.123456, "r", 1.0)));
        assertThat(one.byQuestion()).containsEntry("q", 0.1235);
        assertThat(one.minus(new Series(new TreeMap<>(java.util.Map.of("q", 0.1))))
                        .byQuestion())
                .containsExactly(java.util.Map.entry("q", 0.0235));
    }
}
