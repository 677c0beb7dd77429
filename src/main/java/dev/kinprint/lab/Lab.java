package dev.kinprint.lab;

import dev.kinprint.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A world of small generative models of known lineage: teachers, students that were trained on their answers, wrappers,
 * derived models, independent ones and decoys. Everything follows from the seed; {@link #serve} puts a world on
 * loopback.
 */
public final class Lab {
    private static final List<Integer> PERCENTS = List.of(100, 30, 10);

    private final Map<String, Planned> planned;
    private final List<Taught> taught;

    private Lab(Population population) {
        this.planned = population.planned();
        this.taught = population.taught();
    }

    /** The world of a seed. Each of its language models is trained when it is first asked, in a part of a second. */
    public static Lab world(long seed) {
        return world(seed, PERCENTS);
    }

    /**
     * The world of a seed with other students.
     *
     * @param percents each teacher has one student for each; of how many percent of the student's training texts it is
     *     the author, 0 to 100, none twice. Its base wrote the others
     */
    public static Lab world(long seed, List<Integer> percents) {
        if (percents.stream().anyMatch(percent -> percent < 0 || percent > 100)
                || percents.stream().distinct().count() != percents.size()) {
            throw new IllegalArgumentException("percents: " + percents + " are not numbers from 0 to 100, each once");
        }
        return new Lab(Population.of(seed, percents));
    }

    /** The students, in the order in which they were made, those among them that learnt nothing from a teacher. */
    public List<Taught> students() {
        return taught;
    }

    /**
     * Makes a world and serves it on 127.0.0.1.
     *
     * @throws IOException where the port is taken
     */
    public static RunningLab serve(LabOptions options) throws IOException {
        return RunningLab.start(world(options.seed()), options);
    }

    /** The models, in the order in which they were made. */
    public List<LabModel> models() {
        return planned.values().stream().map(Planned::model).toList();
    }

    /**
     * An answer, the same that the server gives to the request number {@code sample} of its kind.
     *
     * @param model a model's id
     * @param prompt what is asked
     * @param sample the number of the draw, from 0
     * @throws IllegalArgumentException for an unknown model or a negative sample
     */
    public String answer(String model, String prompt, int sample) {
        if (sample < 0) {
            throw new IllegalArgumentException("sample: " + sample + " is negative");
        }
        return resident(model)
                .orElseThrow(() -> new IllegalArgumentException("model: no " + model + " in this world"))
                .answer(Conversation.of(prompt), sample);
    }

    /** What teachers and bases were asked to get training texts, the same in every world. */
    public static List<String> trainingPrompts() {
        return Curriculum.prompts();
    }

    /**
     * Writes the answers of all models as {@code responses.jsonl} (one canonical object a line with model, probe,
     * prompt, sample and text) and their lineage as {@code lineage.csv}.
     *
     * @param directory is created where it is missing
     * @param prompts probe {@code p000} and so on
     * @param samples how many answers to each, at least 1
     * @throws IOException where the files cannot be written
     */
    public void export(Path directory, List<String> prompts, int samples) throws IOException {
        if (samples < 1) {
            throw new IllegalArgumentException("samples: " + samples + " is less than 1");
        }
        Files.createDirectories(directory);
        planned.values().parallelStream().forEach(Planned::resident);
        try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("responses.jsonl"))) {
            for (LabModel model : models()) {
                for (int p = 0; p < prompts.size(); p++) {
                    for (int sample = 0; sample < samples; sample++) {
                        Json line = Json.object(
                                "model", model.id(),
                                "probe", probe(p),
                                "prompt", prompts.get(p),
                                "sample", sample,
                                "text", answer(model.id(), prompts.get(p), sample));
                        out.write(new String(line.canonical(), StandardCharsets.UTF_8));
                        out.write('\n');
                    }
                }
            }
        }
        Files.writeString(directory.resolve("lineage.csv"), lineage());
    }

    /** A model by its id. */
    Optional<Resident> resident(String id) {
        return Optional.ofNullable(planned.get(id)).map(Planned::resident);
    }

    private static String probe(int number) {
        String digits = Integer.toString(number);
        return "p" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }

    private String lineage() {
        List<String> lines = new ArrayList<>();
        lines.add("model,role,family,lab,base_model,teachers,relation,confidence,basis");
        for (LabModel model : models()) {
            String role = model.relation() == LabModel.Relation.INDEPENDENT
                            && !model.id().equals("independent")
                    ? "panel"
                    : "student";
            // No field holds a comma or a quote: the record of a model sees to that.
            lines.add(String.join(
                    ",",
                    model.id(),
                    role,
                    model.family(),
                    model.lab(),
                    model.base(),
                    String.join(";", model.teachers()),
                    model.relation().word(),
                    "high",
                    "made by the lab"));
        }
        return String.join("\n", lines) + "\n";
    }
}
