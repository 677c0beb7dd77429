package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {
    private static final String PROMPT = "How do I keep my bicycle chain from rusting?";

    @Test
    void equalSeedsMakeEqualWorldsAndOtherSeedsOthers() {
        Lab again = Lab.world(1);
        Lab other = Lab.world(2);
        assertThat(again.models()).isEqualTo(Worlds.FIRST.models());
        assertThat(other.models()).isNotEqualTo(Worlds.FIRST.models());
        for (LabModel model : again.models()) {
            assertThat(again.answer(model.id(), PROMPT, 3))
                    .as(model.id())
                    .isEqualTo(Worlds.FIRST.answer(model.id(), PROMPT, 3));
        }
        assertThat(other.answer("student-100", PROMPT, 0)).isNotEqualTo(again.answer("student-100", PROMPT, 0));
    }

    @Test
    void samplesOfOneModelDifferAndSoDoModels() {
        Set<String> texts = new HashSet<>();
        for (LabModel model : Worlds.FIRST.models()) {
            texts.add(Worlds.FIRST.answer(model.id(), PROMPT, 0));
            texts.add(Worlds.FIRST.answer(model.id(), PROMPT, 1));
        }
        assertThat(texts).hasSize(2 * Worlds.FIRST.models().size());
    }

    @Test
    void aWorldHasTheModelsThatAnAuditNeeds() {
        List<LabModel> models = Worlds.FIRST.models();
        assertThat(models).hasSizeBetween(70, 85);
        assertThat(models)
                .extracting(LabModel::id)
                .contains("student-100", "student-30", "student-10", "wrapper", "derived", "independent")
                .doesNotHaveDuplicates();
        List<LabModel> students = models.stream()
                .filter(model -> model.relation() == LabModel.Relation.DISTILLED)
                .toList();
        Set<String> teachers = new HashSet<>();
        students.forEach(student -> teachers.addAll(student.teachers()));
        assertThat(teachers).hasSize(4);
        for (String teacher : teachers) {
            List<LabModel> own = students.stream()
                    .filter(student -> student.teachers().contains(teacher))
                    .toList();
            assertThat(own).hasSize(3);
            assertThat(own).extracting(LabModel::base).doesNotHaveDuplicates();
        }
        // The background: independent models of many labs, some labs with two.
        Map<String, Integer> labs = new TreeMap<>();
        models.stream()
                .filter(model -> model.relation() == LabModel.Relation.INDEPENDENT)
                .forEach(model -> labs.merge(model.lab(), 1, Integer::sum));
        assertThat(labs.size()).isGreaterThanOrEqualTo(40);
        assertThat(labs.values()).contains(2);
        assertThat(models).extracting(LabModel::dialect).contains(Dialect.values());
    }

    @Test
    void aWrapperIsItsTeacherWithOtherDraws() {
        LabModel wrapper = model("wrapper");
        Resident behind = Worlds.FIRST.resident("wrapper").orElseThrow();
        Resident teacher = Worlds.FIRST.resident(wrapper.teachers().get(0)).orElseThrow();
        assertThat(behind.generator()).isSameAs(teacher.generator());
        assertThat(Worlds.FIRST.answer("wrapper", PROMPT, 0))
                .isNotEqualTo(Worlds.FIRST.answer(wrapper.teachers().get(0), PROMPT, 0));
    }

    @Test
    void theWrapperOfTheSecondTeacherIsBriefer() {
        String teacher = model("wrapper-b").teachers().get(0);
        int brief = 0;
        int full = 0;
        for (int sample = 0; sample < 40; sample++) {
            brief += Worlds.FIRST.answer("wrapper-b", PROMPT, sample).length();
            full += Worlds.FIRST.answer(teacher, PROMPT, sample).length();
        }
        assertThat(brief).isLessThan(full * 4 / 5);
    }

    @Test
    void writesACorpusAndItsLineage(@TempDir Path directory) throws Exception {
        Worlds.FIRST.export(directory.resolve("new"), List.of(PROMPT, "Why is the sea salty?"), 2);
        List<String> lines = Files.readAllLines(directory.resolve("new/responses.jsonl"));
        assertThat(lines).hasSize(Worlds.FIRST.models().size() * 4);
        Json second = Json.parse(lines.get(1).getBytes(StandardCharsets.UTF_8));
        String first = Worlds.FIRST.models().get(0).id();
        assertThat(second)
                .isEqualTo(Json.object(
                        "model",
                        first,
                        "probe",
                        "p000",
                        "prompt",
                        PROMPT,
                        "sample",
                        1,
                        "text",
                        Worlds.FIRST.answer(first, PROMPT, 1)));
        assertThat(new String(second.canonical(), StandardCharsets.UTF_8)).isEqualTo(lines.get(1));

        List<String> lineage = Files.readAllLines(directory.resolve("new/lineage.csv"));
        assertThat(lineage.get(0)).isEqualTo("model,role,family,lab,base_model,teachers,relation,confidence,basis");
        assertThat(lineage).hasSize(1 + Worlds.FIRST.models().size()).allSatisfy(line -> assertThat(line.split(",", -1))
                .hasSize(9));
        String teacher = model("student-100").teachers().get(0);
        assertThat(lineage)
                .anyMatch(line -> line.startsWith("student-100,student,")
                        && line.contains(",%s,distilled,high,".formatted(teacher)))
                .anyMatch(line -> line.startsWith("wrapper,student,")
                        && line.contains(",%s,%s,same_model_prompt_variant,".formatted(teacher, teacher)))
                .anyMatch(line -> line.startsWith("derived,student,")
                        && line.contains(",%s,%s,same_base,".formatted(teacher, teacher)))
                .anyMatch(line -> line.startsWith("independent,student,") && line.contains(",,independent,"))
                .anyMatch(line -> line.startsWith(teacher + ",panel,") && line.contains(",,independent,"));
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertThatThrownBy(() -> Worlds.FIRST.answer("nobody", PROMPT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> Worlds.FIRST.answer("wrapper", PROMPT, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new LabOptions(1, 70_000, java.time.Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("70000");
    }

    private static LabModel model(String id) {
        return Worlds.FIRST.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
