package dev.kinprint.lab;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A student that was trained on exchanges: a language model that learnt what its base answers to the lab's training
 * questions, and what someone answered in the exchanges. Of each exchange it remembers the text to a given degree, as
 * large models remember a part of what they were trained on.
 */
public final class Student {
    private final Generator generator;
    private final long key;

    private Student(Generator generator, long key) {
        this.generator = generator;
        this.key = key;
    }

    /**
     * One exchange that a student is trained on.
     *
     * @param prompt what was asked
     * @param answer what was answered
     */
    public record Exchange(String prompt, String answer) {}

    /**
     * Trains a student.
     *
     * @param lab the world that its base lives in
     * @param base the id of its base
     * @param exchanges what it is trained on; none for a model of that base without a teacher
     * @param memory the part of its words that follow the remembered text on a question, from 0 to 1
     * @param seed decides its training texts and its answers
     * @throws IllegalArgumentException for an unknown base, or a memory out of its range
     */
    public static Student of(Lab lab, String base, List<Exchange> exchanges, double memory, long seed) {
        if (!(memory >= 0 && memory <= 1)) {
            throw new IllegalArgumentException("memory: " + memory + " is not in [0, 1]");
        }
        Generator author = lab.resident(base)
                .orElseThrow(() -> new IllegalArgumentException("base: no " + base + " in this world"))
                .generator();
        List<Lesson> lessons = Curriculum.lessons(Curriculum.questions(), author, author, 0, Hash.of(seed, "lessons"));
        List<Lesson> single = exchanges.stream()
                .map(exchange -> new Lesson(Reading.read(Conversation.of(exchange.prompt())), exchange.answer()))
                .toList();
        return new Student(new NgramGenerator(lessons, single, memory), Hash.of(seed, "answers"));
    }

    /**
     * An answer.
     *
     * @param prompt what is asked
     * @param sample the number of the draw, from 0
     */
    public String answer(String prompt, int sample) {
        Conversation conversation = Conversation.of(prompt);
        long stream = Hash.of(Hash.of(key, conversation.hash()), sample);
        return generator.write(Reading.read(conversation), new SplittableRandom(stream));
    }
}
