package dev.kinprint.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static Member member(String id) {
        return new Member(id, Origin.unknown());
    }

    private static Question question(String id) {
        return new Question(id, Probe.Category.OPEN, "Say " + id + ".", Optional.empty());
    }

    private static Gap gap(String member, String question, int sample) {
        return new Gap(member, question, sample, Gap.Reason.REFUSED, "policy");
    }

    private static final List<Consumer<Corpus.Builder>> PARTS = List.of(
            corpus -> corpus.member(member("b")),
            corpus -> corpus.member(member("a")),
            corpus -> corpus.question(question("y")),
            corpus -> corpus.question(question("x")),
            corpus -> corpus.text("a", "x", 2, "third"),
            corpus -> corpus.text("a", "x", 0, " first\r\n"),
            corpus -> corpus.text("a", "y", 0, "first"),
            corpus -> corpus.text("b", "y", 1, " \n"),
            corpus -> corpus.gap(gap("a", "x", 1)),
            corpus -> corpus.gap(gap("b", "x", 0)));

    private static Corpus corpus(List<Consumer<Corpus.Builder>> parts) {
        Corpus.Builder builder = new Corpus.Builder();
        parts.forEach(part -> part.accept(builder));
        return builder.build();
    }

    @Test
    void theOrderOfAddingDoesNotShow() {
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            List<Consumer<Corpus.Builder>> parts = new ArrayList<>(PARTS);
            Collections.shuffle(parts, random);
            Corpus corpus = corpus(parts);

            assertThat(corpus.members()).extracting(Member::id).containsExactly("a", "b");
            assertThat(corpus.questions()).extracting(Question::id).containsExactly("x", "y");
            assertThat(corpus.texts(0, 0)).containsExactly("first", "third");
            assertThat(corpus.first(0, 1)).contains("first");
            assertThat(corpus.first(1, 0)).isEmpty();
            assertThat(corpus.gaps())
                    .containsExactly(
                            gap("a", "x", 1), gap("b", "x", 0), new Gap("b", "y", 1, Gap.Reason.EMPTY, "blank text"));
            assertThat(corpus.size()).isEqualTo(3);
            assertThat(corpus.position("b")).contains(1);
            assertThat(corpus.position("c")).isEmpty();
        }
    }

    @Test
    void coverageCountsTextsAndGaps() {
        List<Coverage> coverage = corpus(PARTS).coverage();

        assertThat(coverage)
                .containsExactly(
                        new Coverage(member("a"), 3, 2, new TreeMap<>(Map.of(Gap.Reason.REFUSED, 1))),
                        new Coverage(
                                member("b"), 0, 0, new TreeMap<>(Map.of(Gap.Reason.REFUSED, 1, Gap.Reason.EMPTY, 1))));
        assertThat(coverage).extracting(Coverage::asks).containsExactly(4, 2);
        assertThatThrownBy(() -> new Coverage(member("a"), 1, 2, new TreeMap<>()))
                .hasMessageContaining("distinctTexts");
        assertThatThrownBy(() -> new Coverage(member("a"), 1, 1, new TreeMap<>(Map.of(Gap.Reason.ERROR, 0))))
                .hasMessageContaining("gaps");
    }

    @Test
    void aPartHoldsJustItsMembersAndQuestions() {
        Corpus part = corpus(PARTS).restrict(List.of(0), List.of(0, 0));

        assertThat(part.members()).extracting(Member::id).containsExactly("a");
        assertThat(part.questions()).extracting(Question::id).containsExactly("x");
        assertThat(part.texts(0, 0)).containsExactly("first", "third");
        assertThat(part.gaps()).containsExactly(gap("a", "x", 1));
    }

    @Test
    void nothingIsTakenTwiceOrForNobody() {
        Corpus.Builder twice = new Corpus.Builder().text("a", "x", 0, "one");
        assertThatThrownBy(() -> twice.text("a", "x", 0, "two")).hasMessageContaining("stands twice");
        assertThatThrownBy(twice::build).hasMessageContaining("member: a was not added");
        twice.member(member("a"));
        assertThatThrownBy(twice::build).hasMessageContaining("question: x was not added");
        Corpus.Builder stray = new Corpus.Builder().member(member("a")).gap(gap("a", "x", 0));
        assertThatThrownBy(stray::build).hasMessageContaining("question: x was not added");
    }
}
