package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.suite.JudgeSettings.Ablation;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextVariantTest {
    private static Corpus corpus(List<String> texts) {
        Corpus.Builder corpus = new Corpus.Builder();
        corpus.question(new Question("q", Probe.Category.OPEN, "Why?", Optional.empty()));
        for (int m = 0; m < texts.size(); m++) {
            corpus.member(new Member("m" + m, Origin.unknown()));
            corpus.text("m" + m, "q", 0, texts.get(m));
        }
        return corpus.build();
    }

    @Test
    void cutsEveryAnswerAtTheLengthThatThreeQuartersReach() {
        Corpus cut = TextVariant.of(
                corpus(List.of("aa", "bbb \uD83C\uDF5Ex and more", "cccccc", "ddddddd")), Ablation.LENGTH_MATCHED);
        assertThat(cut.texts(0, 0)).containsExactly("aa");
        assertThat(cut.texts(1, 0)).containsExactly("bbb \uD83C\uDF5Ex");
        assertThat(cut.texts(2, 0)).containsExactly("cccccc");
        assertThat(cut.texts(3, 0)).containsExactly("dddddd");
    }

    @Test
    void takesOffTheCommonestWordsOfAllModelsAndLeavesAGapWhereNothingStays() {
        String common = "the of and ".repeat(60);
        StringBuilder rare = new StringBuilder();
        for (int i = 0; i < 160; i++) {
            rare.append("word").append(i).append(i < 147 ? " word" + i : "").append(' ');
        }
        Corpus left = TextVariant.of(corpus(List.of(common, rare.toString())), Ablation.CONTENT_WORDS);
        assertThat(left.texts(0, 0)).isEmpty();
        assertThat(left.gaps()).hasSize(1);
        assertThat(left.texts(1, 0).get(0)).startsWith("word147 ").doesNotContain("word146 ");
    }

    @Test
    void takesMarkdownOffAllModels() {
        Corpus bare = TextVariant.of(corpus(List.of("# One\n**two**", "- `three`")), Ablation.NO_MARKDOWN);
        assertThat(bare.texts(0, 0)).containsExactly("One\ntwo");
        assertThat(bare.texts(1, 0)).containsExactly("three");
    }
}
