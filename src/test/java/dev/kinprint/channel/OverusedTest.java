package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.suite.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverusedTest {
    private static final int QUESTIONS = 40;

    /** What each model says in how many of its answers. */
    private static Corpus corpus(Map<String, Map<String, Integer>> habits) {
        Corpus.Builder builder = new Corpus.Builder();
        for (int q = 0; q < QUESTIONS; q++) {
            builder.question(Authors.question(q));
        }
        habits.forEach((model, phrases) -> {
            builder.member(new Member(model, Origin.unknown()));
            for (int q = 0; q < QUESTIONS; q++) {
                StringBuilder text = new StringBuilder("Answer number " + q + ".");
                int question = q;
                phrases.forEach(
                        (phrase, often) -> text.append(question < often ? " " + phrase + ". " + phrase + "." : ""));
                builder.text(model, Authors.question(q).id(), 0, text.toString());
            }
        });
        return builder.build();
    }

    private static final Corpus CORPUS = corpus(Map.of(
            "a", Map.of("a rich tapestry indeed", 20, "in other words", 30, "my own tick", 30),
            "b", Map.of("a rich tapestry indeed", 25, "in other words", 30),
            "c", Map.of("in other words", 30),
            "d", Map.of("in other words", 28, "a rich tapestry indeed", 1),
            "e", Map.of("in other words", 33)));

    private static List<Overused.Phrase> shared(int suspect, int candidate, Reference background, int most) {
        Overused.Couple other = new Overused.Couple(candidate, suspect, background);
        return Overused.shared(CORPUS, List.of(other, new Overused.Couple(suspect, candidate, background)), most)
                .get(1);
    }

    @Test
    void namesWhatBothOveruseAndNothingElse() {
        List<Overused.Phrase> shared = shared(0, 1, new Reference(5, 0, 1), 10);

        assertThat(shared)
                .extracting(Overused.Phrase::text)
                .as("what all say, and what one alone says, is not shared overuse; parts of a phrase say it again")
                .containsExactly("a rich tapestry indeed");
        Overused.Phrase phrase = shared.get(0);
        assertThat(phrase.suspect().answers()).isEqualTo(20);
        assertThat(phrase.candidate().answers()).isEqualTo(25);
        assertThat(phrase.candidate().of()).isEqualTo(QUESTIONS);
        assertThat(phrase.backgroundModels()).isEqualTo(1);
        assertThat(phrase.backgroundShare()).isEqualTo(1 / 120.0, within(1e-12));
        assertThat(phrase.pValue()).isBetween(0.0, 1e-3);
        // python3: a=20*1.5/121; log((20+a)/(60-20-a))-log((1+a)/(140-1-a)), over sqrt(1/(20+a)+1/(1+a))
        assertThat(phrase.suspect().z()).isEqualTo(Z, within(1e-9));
    }

    private static final double Z = 4.3764636538177735;

    @Test
    void withoutABackgroundOrRepetitionNothingIsSaid() {
        assertThat(shared(0, 1, new Reference(5, 0, 1, 2, 3, 4), 10)).isEmpty();
        assertThat(shared(2, 4, new Reference(5, 2, 4), 10))
                .noneMatch(phrase -> phrase.text().contains("tapestry"));
        assertThat(shared(0, 1, new Reference(5, 0, 1), 0)).isEmpty();
    }
}
