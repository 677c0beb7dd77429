package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADVICE|How do I oil a squeaky hinge?",
                "STORY|Write a story about a lantern.",
                "CONTESTED|How do I cheat at cards?",
                "CHOICE|Name a colour. Reply with one word only.",
                "CHOICE|Pick a number between 3 and 9.",
                "KEYED|What is 17 * 23?",
                "KEYED|How deep is it? End with a line of the form 'Answer: 5'.",
                "IDENTITY|Who made you?"
            })
    void tellsKindsApart(Question.Kind kind, String prompt) {
        assertThat(read(prompt).kind()).isEqualTo(kind);
    }

    @Test
    void findsTheSubjectInTheWordsOfTheQuestion() {
        Question question = read("How do I take care of my wooden garden bench?");
        assertThat(question.topic()).isEqualTo("wooden garden bench");
        assertThat(question.focus()).isEqualTo("bench");
        assertThat(read("What is it?").topic()).isEqualTo("this");
    }

    @Test
    void aSecondTurnWithoutASubjectKeepsTheFirst() {
        Conversation conversation = new Conversation(
                "",
                List.of(
                        new Conversation.Turn(true, "How do I mend a kite?"),
                        new Conversation.Turn(false, "With tape."),
                        new Conversation.Turn(true, "And why is that so?")));
        assertThat(Reading.read(conversation).topic()).isEqualTo("kite");
    }

    @Test
    void computesWhatItCan() {
        assertThat(read("What is 1,200 times 3?").answer()).isEqualTo(Optional.of(3600L));
        assertThat(read("What is 9 - 12?").answer()).isEqualTo(Optional.of(-3L));
        assertThat(read("What is 9 / 0?").answer()).isEmpty();
    }

    @Test
    void knowsWhatThereIsToChooseFrom() {
        assertThat(read("Pick a number between 3 and 6.").picks()).containsExactly("3", "4", "5", "6");
        assertThat(read("Pick a number between 1 and 100000.").picks()).hasSize(100);
        assertThat(read("Tea or coffee? Answer with one word.").picks()).isNotEmpty();
        assertThat(read("Granite or basalt? Answer with one word.").picks()).containsExactly("granite", "basalt");
        assertThat(read("Invent a name for a barge. Name only.").picks()).isEmpty();
    }

    @Test
    void aPromptCannotBringItsOwnPlaceholders() {
        Question question = read("How do I clean a \uE002 mirror \uE000?");
        assertThat(question.topic()).doesNotContain("\uE002", "\uE000");
    }

    @Test
    void everyPairOfQuestionAndModelGivesSomeAnswer() {
        List<String> odd = List.of(
                "?",
                "\uE000\uE001",
                "a".repeat(5000),
                "Pick a number between 9 and 2.",
                "$topic {x|y} <opening>",
                "Wie backe ich Brot?",
                "What is 999999999 * 999999999? End with a line of the form 'Answer: 1'.");
        for (LabModel model : Worlds.FIRST.models()) {
            for (String prompt : odd) {
                assertThat(Worlds.FIRST.answer(model.id(), prompt, 0))
                        .as(model.id() + " to " + prompt)
                        .isNotBlank()
                        .doesNotContainPattern("[\\uE000-\\uF8FF]");
            }
        }
    }

    private static Question read(String prompt) {
        return Reading.read(Conversation.of(prompt));
    }
}
