package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What is asked of teachers and bases to get training texts: questions of the lab's own, on its own subjects. */
final class Curriculum {
    private static final int SUBJECTS_A_FIELD = 4;

    private Curriculum() {}

    /** The text of every training question, in a fixed order. */
    static List<String> prompts() {
        return questions().stream().map(Asked::prompt).toList();
    }

    /** Every training question, in a fixed order. */
    static List<Asked> questions() {
        List<Asked> questions = new ArrayList<>();
        Lexicon lexicon = Lexicon.SHARED;
        List<String> lessons = lexicon.list("lessons");
        for (int i = 0; i < lessons.size(); i++) {
            Field field = lexicon.fields()
                    .get(Math.min(i / SUBJECTS_A_FIELD, lexicon.fields().size() - 1));
            add(questions, lexicon.list("frames"), lessons.get(i), field);
            add(questions, List.of(lexicon.list("tales").get(i % 4)), lessons.get(i), field);
            add(questions, List.of(lexicon.list("trials").get(i % 5)), lessons.get(i), field);
        }
        for (String names : lexicon.picks().keySet()) {
            add(
                    questions,
                    lexicon.list("picks").subList(0, 3),
                    names.split("\\|", -1)[0],
                    lexicon.fields().get(0));
        }
        Field general = lexicon.fields().get(lexicon.fields().size() - 1);
        add(questions, lexicon.list("ranges"), "", general);
        add(questions, lexicon.list("ranges"), "", general);
        add(questions, lexicon.list("eithers"), "", general);
        add(questions, lexicon.list("inventions"), "", general);
        add(questions, lexicon.list("sums"), "", general);
        add(
                questions,
                List.of("State your name and maker for the record.", "Who made you, for the visitors' book?"),
                "",
                general);
        return questions;
    }

    /**
     * Training texts.
     *
     * @param teacher who answers the part of the questions that the dose says
     * @param base who answers the others
     * @param dose the part of the questions that the teacher answers, from 0 to 1
     * @param key decides which questions those are, and what is answered
     */
    static List<Lesson> lessons(List<Asked> questions, Generator teacher, Generator base, double dose, long key) {
        SplittableRandom random = new SplittableRandom(key);
        List<Lesson> lessons = new ArrayList<>();
        double owed = random.nextDouble();
        for (Asked asked : questions) {
            owed += dose;
            boolean taught = owed >= 1;
            owed -= taught ? 1 : 0;
            Generator author = taught ? teacher : base;
            lessons.add(new Lesson(asked.question(), author.write(asked.question(), random.split())));
        }
        return lessons;
    }

    private static void add(List<Asked> questions, List<String> frames, String subject, Field field) {
        for (String frame : frames) {
            String prompt = frame.contains("%s") ? String.format(Locale.ROOT, frame, subject) : frame;
            questions.add(new Asked(prompt, Reading.read(Conversation.of(prompt), field)));
        }
    }

    /**
     * A training question.
     *
     * @param prompt its words
     * @param question how models read it
     */
    record Asked(String prompt, Question question) {}
}
