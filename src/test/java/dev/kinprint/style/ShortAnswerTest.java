package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So it is.\\nAnswer: 4,560 | 4560",
                "**Answer:** `11.5`. | 11.5",
                "answer: no\\nANSWER: Monday! | monday",
                "Let me think.\\nThe result is 29. | the result is 29",
                "Answer:\\n-8 1 -8 -1 | -8 1 -8 -1",
                "'Answer: ' | answer"
            })
    void readsTheAnswerToAKeyedQuestion(String text, String answer) {
        assertThat(ShortAnswer.last(text.replace("\\n", "\n"))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Blue. | blue",
                "\\n**Élodie Vance**\\nA doctor. | élodie vance",
                "'Ace of Spades!' | ace of spades"
            })
    void readsAFreeChoice(String text, String choice) {
        assertThat(ShortAnswer.choice(text.replace("\\n", "\n"))).isEqualTo(choice);
    }
}
