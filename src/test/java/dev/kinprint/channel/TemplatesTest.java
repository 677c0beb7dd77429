package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.suite.Origin;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static Material material(int questions, String... samples) {
        Corpus.Builder builder = new Corpus.Builder().member(new Member("one", Origin.unknown()));
        for (int q = 0; q < questions; q++) {
            builder.question(Authors.question(q));
            for (int s = 0; s < samples.length; s++) {
                builder.text("one", Authors.question(q).id(), s, samples[s]);
            }
        }
        return Material.of(builder.build());
    }

    private static long[] read(Templates templates, String... samples) {
        Material material = material(1, samples);
        templates.open(material);
        return templates.features(material, 0, 0);
    }

    @Test
    void aTemplateIsFourPartsOfSpeechInARow() {
        Templates whole = new Templates(0, 100);
        long[] seven = read(whole, "The old sailor slowly repaired nets.");
        // Seven words and marks and the end of the line.
        assertThat(seven).hasSize(5).doesNotHaveDuplicates();
        assertThat(read(whole, "A young teacher quietly corrected papers."))
                .as("other words in the same places")
                .isEqualTo(seven);
        assertThat(read(whole, "Nets were slowly repaired by the sailor.")).isNotEqualTo(seven);
        assertThat(read(whole, "Yes.")).isEmpty();
    }

    @Test
    void aPartOfAnAnswerIsReadByItself() {
        String text = "The old sailor slowly repaired three nets in London. She can sing, but they never listen!";
        long[] whole = read(new Templates(0, 250), text);
        long[] first = read(new Templates(0, 8), text);
        long[] rest = read(new Templates(8, 250), text);
        assertThat(first).hasSize(5).isEqualTo(Arrays.copyOf(whole, 5));
        assertThat(rest).isEqualTo(Arrays.copyOfRange(whole, 8, whole.length));
        assertThat(read(new Templates(100, 250), text)).isEmpty();
    }

    @Test
    void firstAnswersAloneAreReadAndOfAtMostTwoHundredQuestions() {
        Templates templates = new Templates(0, 100);
        assertThat(read(templates, "The dog barks at night.", "Other words say something else entirely here."))
                .isEqualTo(read(templates, "The dog barks at night."));

        Material many = material(401, "The dog barks at night.");
        templates.open(many);
        assertThat(IntStream.range(0, 401).filter(q -> templates.features(many, 0, q).length > 0))
                .hasSize(200)
                .contains(0)
                .anyMatch(q -> q > 395);
    }

    @Test
    void nothingIsReadBeforeItWasOpened() {
        assertThatThrownBy(() -> new Templates(0, 100).features(material(1, "Yes."), 0, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not read");
    }
}
