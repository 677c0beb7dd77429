package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurriculumTest {
    private final List<Curriculum.Asked> questions = Curriculum.questions();
    private final Generator teacher = new StyledGenerator(Style.drawn(1), "One", "First Lab");
    private final Generator base = new StyledGenerator(Style.drawn(2), "Two", "Second Lab");

    @Test
    void theTeacherAnswersThePartThatTheDoseSaysAndTheBaseTheRest() {
        List<Lesson> taught = Curriculum.lessons(questions, teacher, base, 1, 5);
        List<Lesson> untaught = Curriculum.lessons(questions, teacher, base, 0, 5);
        List<Lesson> mixed = Curriculum.lessons(questions, teacher, base, 0.3, 5);
        int fromTeacher = 0;
        for (int i = 0; i < questions.size(); i++) {
            assertThat(mixed.get(i)).isIn(taught.get(i), untaught.get(i));
            fromTeacher += mixed.get(i).equals(taught.get(i)) && !mixed.get(i).equals(untaught.get(i)) ? 1 : 0;
        }
        // A few short answers are the same from both.
        assertThat((double) fromTeacher / questions.size()).isBetween(0.26, 0.31);
        assertThat(untaught).doesNotContainAnyElementsOf(taught.subList(0, 10));
    }

    @Test
    void aStudentWritesOnlyWordsOfItsLessonsAndOfTheQuestion() {
        List<Lesson> lessons = Curriculum.lessons(questions, teacher, base, 0.3, 5);
        NgramGenerator student = new NgramGenerator(lessons);
        Set<String> known = new HashSet<>();
        lessons.forEach(lesson -> known.addAll(words(lesson.answer())));
        String prompt = "How do I polish a zirconium gramophone?";
        Question question = Reading.read(Conversation.of(prompt));
        known.addAll(words(prompt));
        known.add("Gramophone");
        known.add("Zirconium");
        int names = 0;
        for (int draw = 0; draw < 50; draw++) {
            String text = student.write(question, new SplittableRandom(draw));
            assertThat(words(text)).filteredOn(word -> !known.contains(word)).isEmpty();
            names += text.contains("gramophone") ? 1 : 0;
        }
        assertThat(names).as("answers that name the subject").isGreaterThan(20);
    }

    @Test
    void trainingPromptsAreManyAndKnownToCallers() {
        assertThat(Lab.trainingPrompts()).hasSizeGreaterThan(500).hasSameSizeAs(questions);
        assertThat(new HashSet<>(Lab.trainingPrompts()).size()).isGreaterThan(500);
    }

    @Test
    void answeringTeachesNothing() {
        Resident student = Worlds.FIRST.resident("student-100").orElseThrow();
        String before = student.answer(Conversation.of("How do I mend a kite?"), 0);
        for (int draw = 0; draw < 20; draw++) {
            student.answer(Conversation.of("How do I fold a paper hat number " + draw + "?"), draw);
        }
        assertThat(student.answer(Conversation.of("How do I mend a kite?"), 0)).isEqualTo(before);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String token : Vocabulary.split(text)) {
            if (Character.isLetter(token.strip().isEmpty() ? ' ' : token.strip().charAt(0))) {
                words.add(token.strip());
            }
        }
        return words;
    }
}
