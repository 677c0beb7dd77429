package dev.kinprint.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The lineage that the lab declares is in the texts: a plain style score finds most of it, and not all. */
class LineageTest {
    private static final List<String> PROMPTS = List.of(
            "How do I take care of a leather bag?",
            "What should I pack for a week at the sea?",
            "How can I wake up earlier?",
            "How do I save for a bicycle?",
            "How do I get ready for a talk with my boss?",
            "How do I learn a poem by heart?",
            "Which herbs grow in the shade?",
            "How do I keep my photos safe?",
            "How do I tell a friend the truth?",
            "Why is the sea salty?",
            "How do I write a good letter?",
            "How do I decide between two offers?",
            "Write a story about a tunnel.",
            "How do I cook lentils?",
            "How do I clean a carpet?",
            "How do I explain gravity to a child?");

    private final List<LabModel> models = Worlds.FIRST.models();
    private final List<Map<String, Double>> profiles = profiles();

    @Test
    void relativesAreNearerToTheirTeacherThanUnrelatedModelsAre() {
        List<Double> unrelated = new ArrayList<>();
        for (LabModel model : models) {
            for (LabModel teacher : teachers()) {
                if (model.relation() == LabModel.Relation.INDEPENDENT && !model.equals(teacher)) {
                    unrelated.add(cosine(model, teacher));
                }
            }
        }
        unrelated.sort(null);
        double high = unrelated.get(unrelated.size() * 95 / 100);
        for (LabModel model : Worlds.relatives(Worlds.FIRST)) {
            LabModel teacher = teachers().stream()
                    .filter(other -> model.teachers().contains(other.id()))
                    .findFirst()
                    .orElseThrow();
            boolean strong = model.relation() != LabModel.Relation.DISTILLED
                    || model.id().startsWith("student-100");
            if (strong) {
                assertThat(cosine(model, teacher)).as(model.id()).isGreaterThan(high);
            }
            if (model.id().startsWith("student-10") && !strong) {
                assertThat(cosine(model, teacher))
                        .as(model.id())
                        .isLessThan(cosine(byId(model.id().replace("student-10", "student-100")), teacher));
            }
        }
    }

    @Test
    void unrelatedModelsShareTheirEnglish() {
        // Words in at least half of the models' answers make up most of what any model writes.
        Map<String, Integer> spread = new TreeMap<>();
        List<Map<String, Double>> frequencies =
                models.stream().map(this::frequencies).toList();
        frequencies.forEach(words -> words.keySet().forEach(word -> spread.merge(word, 1, Integer::sum)));
        for (int i = 0; i < models.size(); i++) {
            double common = frequencies.get(i).entrySet().stream()
                    .filter(word -> spread.getOrDefault(word.getKey(), 0) * 2 > models.size())
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            assertThat(common).as(models.get(i).id()).isBetween(0.5, 0.97);
        }
    }

    private List<LabModel> teachers() {
        List<String> ids = Worlds.relatives(Worlds.FIRST).stream()
                .flatMap(model -> model.teachers().stream())
                .distinct()
                .toList();
        return models.stream().filter(model -> ids.contains(model.id())).toList();
    }

    private LabModel byId(String id) {
        return models.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Double> frequencies(LabModel model) {
        Map<String, Double> counts = new TreeMap<>();
        double sum = 0;
        for (String prompt : PROMPTS) {
            for (String token : Vocabulary.split(Worlds.FIRST.answer(model.id(), prompt, 0))) {
                counts.merge(token.strip().toLowerCase(Locale.ROOT), 1.0, Double::sum);
                sum++;
            }
        }
        double total = sum;
        counts.replaceAll((token, count) -> count / total);
        return counts;
    }

    /** Frequencies of tokens that four models or more use, as z-scores over the world. */
    private List<Map<String, Double>> profiles() {
        List<Map<String, Double>> raw = models.stream().map(this::frequencies).toList();
        Map<String, List<Double>> columns = new TreeMap<>();
        raw.forEach(words -> words.forEach((word, share) ->
                columns.computeIfAbsent(word, w -> new ArrayList<>()).add(share)));
        columns.values().removeIf(column -> column.size() < 4);
        List<Map<String, Double>> scored = new ArrayList<>();
        raw.forEach(words -> {
            Map<String, Double> scores = new TreeMap<>();
            columns.forEach((word, column) -> {
                double mean = column.stream().mapToDouble(x -> x).sum() / raw.size();
                double square = column.stream().mapToDouble(x -> x * x).sum() / raw.size();
                scores.put(word, (words.getOrDefault(word, 0.0) - mean) / Math.sqrt(square - mean * mean));
            });
            scored.add(scores);
        });
        return scored;
    }

    private double cosine(LabModel left, LabModel right) {
        Map<String, Double> a = profiles.get(models.indexOf(left));
        Map<String, Double> b = profiles.get(models.indexOf(right));
        double dot = 0;
        double lengths = 0;
        double other = 0;
        for (Map.Entry<String, Double> entry : a.entrySet()) {
            double y = b.getOrDefault(entry.getKey(), 0.0);
            dot += entry.getValue() * y;
            lengths += entry.getValue() * entry.getValue();
            other += y * y;
        }
        return dot / Math.sqrt(lengths * other);
    }
}
