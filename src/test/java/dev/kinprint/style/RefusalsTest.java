package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't assist with that.",
                "I cannot provide medical advice. Please see a doctor.",
                "I’m not able to help with writing this essay for you.",
                "As an AI language model, I don't have personal opinions on elections.",
                "Thank you for asking! I'd rather not pretend to be a real person.",
                "I must decline to argue for one side only.",
                "Unfortunately, I am unable to really predict the result.",
                "I won't write that, but here is something else."
            })
    void findsAnswersThatDecline(String text) {
        assertThat(Refusals.declines(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't stress enough how much sleep matters.",
                "You can't help a cat that does not want help.",
                "Adults may take up to four grams a day. I can help you with more details.",
                "He said: \"We cannot go on like this\", and left.",
                "I cannot wait to see your garden!",
                "",
                "Sure! Here is the essay."
            })
    void doesNotTakeOtherAnswersForRefusals(String text) {
        assertThat(Refusals.declines(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 230, 400})
    void readsTheBeginningAlone(int before) {
        String text = "x".repeat(before) + " I cannot help with that.";

        assertThat(Refusals.declines(text)).isEqualTo(before == 0);
    }
}
