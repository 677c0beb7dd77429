package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.RunningLab;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder in which the commands of the documentation can be typed. The lab stands for the vendors, a corpus of its
 * answers in the layout of AlpacaEval for the public one.
 */
final class ShownWorld {
    /** Enough for ten labs in the background of a pair, and for relations to validate on. */
    private static final int MODELS = 20;

    /** What is embedded costs time by its length. */
    private static final int LONGEST = 60;

    /** As many as identifying takes. */
    private static final List<String> QUESTIONS = IntStream.range(0, 20)
            .mapToObj(number -> "Why does bread number " + number + " rise?")
            .toList();

    /** As few as a gate decides on. */
    private static final int PROBES = 10;

    private final Path folder;
    private final RunningLab lab;
    private final List<LabModel> asked;

    private ShownWorld(Path folder, RunningLab lab) {
        this.folder = folder;
        this.lab = lab;
        this.asked = lab.lab().models().stream()
                .filter(model -> provider(model).equals("openai-compatible"))
                .toList();
    }

    /** Furnishes a folder. */
    static void in(Path folder, RunningLab lab) throws IOException, JsonFault {
        ShownWorld world = new ShownWorld(folder, lab);
        world.corpus();
        world.readmesAudit();
        world.workflowsAudit();
        world.audit("nightly.yaml", "nightly", List.of("production"));
        world.audit("traced.yaml", "traced", List.of("suspect", "own"));
        Files.writeString(
                folder.resolve("probes.yaml"),
                "suite: logged\nversion: 1\ngroups:\n  - category: open\n    language: en\n    maxTokens: 400\n"
                        + "    samples: 1\n    why: As logged.\n    probes:\n"
                        + QUESTIONS.stream()
                                .limit(PROBES)
                                .map(question -> "      - { id: logged-" + QUESTIONS.indexOf(question) + ", ask: "
                                        + question + " }\n")
                                .collect(Collectors.joining()));
    }

    private String provider(LabModel model) {
        return LabEndpoint.of(model.dialect(), lab.baseUrl()).provider();
    }

    /** The same layout as the public corpus: a folder for each model, and lineage beside them. */
    private void corpus() throws IOException, JsonFault {
        Path exported = folder.resolve("exported");
        lab.lab().export(exported, QUESTIONS, 1);
        List<String> others = new ArrayList<>();
        Map<String, List<Json>> byModel = new LinkedHashMap<>();
        for (String line : Files.readAllLines(exported.resolve("responses.jsonl"))) {
            Json answer = Json.parse(line.getBytes(StandardCharsets.UTF_8));
            String model = text(answer, "model");
            String text = text(answer, "text");
            text = text.substring(0, Math.min(LONGEST, text.length()));
            if (byModel.size() == MODELS && !byModel.containsKey(model)) {
                others.add(new String(
                        Json.object("model", model, "prompt", text(answer, "prompt"), "text", text)
                                .canonical(),
                        StandardCharsets.UTF_8));
                continue;
            }
            byModel.computeIfAbsent(model, key -> new ArrayList<>())
                    .add(Json.object(
                            "instruction", text(answer, "prompt"),
                            "output", text,
                            "generator", model));
        }
        Map<String, String> names = new LinkedHashMap<>();
        byModel.keySet().forEach(model -> names.put(model, model));
        List<String> first = List.copyOf(byModel.keySet());
        names.put(first.get(0), "alpaca-7b");
        names.put(first.get(1), "text_davinci_003");
        Path results = folder.resolve("alpaca_eval").resolve("results");
        for (String model : first) {
            Path place = Files.createDirectories(results.resolve(names.get(model)));
            Files.writeString(
                    place.resolve("model_outputs.json"),
                    Json.array(Objects.requireNonNull(byModel.get(model)))
                            .pretty()
                            .replace("\"" + model + "\"", "\"" + names.get(model) + "\""));
        }
        List<String> lineage = new ArrayList<>();
        for (String row : Files.readAllLines(exported.resolve("lineage.csv"))) {
            String model = row.substring(0, row.indexOf(','));
            if (lineage.isEmpty() || byModel.containsKey(model)) {
                lineage.add(names.getOrDefault(model, model) + row.substring(row.indexOf(',')));
            }
        }
        Files.write(results.resolve("lineage.csv"), lineage);
        Files.write(folder.resolve("more-models.jsonl"), others.subList(0, QUESTIONS.size()));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("outputs.jsonl.gz")))) {
            out.write(String.join("\n", others.subList(0, 3 * QUESTIONS.size())).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(Json answer, String key) {
        return answer.at(key).text().orElseThrow();
    }

    /** The audit file that the README shows, with the lab's addresses and models, which need no key. */
    private void readmesAudit() throws IOException {
        Matcher shown =
                Pattern.compile("(?s)```yaml\\n(version: 1\\n.*?)```").matcher(Files.readString(Path.of("README.md")));
        assertThat(shown.find()).isTrue();
        LabModel reference = lab.lab().models().stream()
                .filter(model -> provider(model).equals("anthropic"))
                .findFirst()
                .orElseThrow();
        String text = replaced(
                shown.group(1),
                "    model: claude-sonnet-4-5\n",
                "    baseUrl: \""
                        + LabEndpoint.of(reference.dialect(), lab.baseUrl()).baseUrl()
                        + "\"\n    local: true\n    model: " + reference.id() + "\n");
        text = replaced(text, "https://api.example.com/v1", endpoint());
        text = replaced(text, "keyEnv: SUSPECT_KEY", "local: true");
        text = replaced(text, "acme-large", asked.get(0).id());
        Files.writeString(folder.resolve("audit.yaml"), text);
    }

    /** The audit file of the example workflows. */
    private void workflowsAudit() throws IOException {
        String text = Files.readString(Path.of("src", "site", "examples", "kinprint.yaml"));
        text = replaced(text, "https://api.example.com/v1", endpoint());
        text = replaced(text, "keyEnv: CANDIDATE_KEY", "local: true");
        text = replaced(text, "acme-2.1", asked.get(0).id());
        text = replaced(text, "acme-2.0", asked.get(0).id());
        text = replaced(text, "other-1", asked.get(1).id());
        text = replaced(text, "samples: 3", "samples: 2");
        text = replaced(text, "builtin:quick", "file:probes.yaml");
        Files.writeString(folder.resolve("kinprint.yaml"), text);
    }

    /** An audit that the documentation speaks of and does not show. */
    private void audit(String file, String run, List<String> models) throws IOException {
        StringBuilder text = new StringBuilder("version: 1\nrun: { name: " + run + ", samples: 1 }\nmodels:\n");
        for (int i = 0; i < models.size(); i++) {
            text.append("  - { id: " + models.get(i) + ", provider: openai-compatible, baseUrl: \"" + endpoint()
                    + "\", local: true, model: " + asked.get(i).id() + ", role: "
                    + (i == 0 ? "suspect" : "candidate") + " }\n");
        }
        Files.writeString(folder.resolve(file), text + "probes: [ \"file:probes.yaml\" ]\n");
    }

    private String endpoint() {
        return LabEndpoint.of(asked.get(0).dialect(), lab.baseUrl()).baseUrl();
    }

    private static String replaced(String text, String shown, String here) {
        assertThat(text).contains(shown);
        return text.replace(shown, here);
    }
}
