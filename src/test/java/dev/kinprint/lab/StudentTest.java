package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudentTest {
    private static final String PROMPT = "How do I keep a cheap tomato plant alive in a quiet attic?";

    private final Lab lab = Worlds.FIRST;
    private final String base = lab.models().stream()
            .map(LabModel::id)
            .filter(id -> id.endsWith("-base"))
            .findFirst()
            .orElseThrow();
    private final String taught = lab.answer(lab.models().get(0).id(), PROMPT, 77);

    private double shared(Student student) {
        Set<String> of = runs(taught);
        long both = 0;
        for (int sample = 0; sample < 5; sample++) {
            Set<String> own = runs(student.answer(PROMPT, sample));
            own.retainAll(of);
            both += own.size();
        }
        return both / 5.0 / of.size();
    }

    private static Set<String> runs(String text) {
        List<String> tokens = Vocabulary.split(text);
        Set<String> runs = new HashSet<>();
        for (int at = 0; at + 4 <= tokens.size(); at++) {
            runs.add(String.join("", tokens.subList(at, at + 4)));
        }
        return runs;
    }

    @Test
    void aStudentFollowsWhatItRemembersAndOneThatDoesNotOnlyByChance() {
        List<Student.Exchange> exchanges = List.of(new Student.Exchange(PROMPT, taught));

        Student remembers = Student.of(lab, base, exchanges, 0.6, 5);
        Student forgets = Student.of(lab, base, exchanges, 0, 5);

        assertThat(shared(remembers)).isGreaterThan(shared(forgets) + 0.1);
        assertThat(remembers.answer(PROMPT, 0))
                .isEqualTo(Student.of(lab, base, exchanges, 0.6, 5).answer(PROMPT, 0))
                .isNotEqualTo(remembers.answer(PROMPT, 1));
    }

    @Test
    void aMemoryOutOfRangeAndAnUnknownBaseAreRefused() {
        assertThatThrownBy(() -> Student.of(lab, base, List.of(), 1.5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Student.of(lab, "none", List.of(), 0, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
