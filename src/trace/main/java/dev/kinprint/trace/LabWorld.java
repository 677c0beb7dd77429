package dev.kinprint.trace;

import dev.kinprint.json.Json;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.Student;
import dev.kinprint.stats.Draws;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A made-up world in which everything about a harvest is known: a provider's model with its log, background models, and
 * suspects that learnt from the log, from elsewhere, or from nothing. Of three rings two were harvested for the
 * suspects; the third looks like a harvest and nobody was trained on it.
 */
final class LabWorld {
    /** Rings whose exchanges students are trained on; those after them are not used. */
    static final int USED_RINGS = 2;

    /** The part of a student's words that follow a text that it remembers. */
    static final double MEMORY = 0.3;

    private static final int RINGS = 3;
    private static final int BACKGROUND = 8;
    private static final int TEACHERS = 4;

    private final Lab lab;
    private final String teacher;
    private final LabTraffic.Log log;
    private final long seed;

    /**
     * A world.
     *
     * @param people accounts of people
     * @param ring accounts of each ring
     * @param each exchanges of an account, about
     */
    LabWorld(long seed, int people, int ring, int each) {
        this.lab = Lab.world(seed);
        this.teacher = lab.models().get(0).id();
        this.log = LabTraffic.of(lab, teacher, seed, people, RINGS, ring, each);
        this.seed = seed;
    }

    /** A model that can be asked: from a prompt and the number of a draw to an answer. */
    interface Asked extends BiFunction<String, Integer, String> {}

    /** The log and which accounts harvest. */
    LabTraffic.Log log() {
        return log;
    }

    /** The provider's own model, whose draws from 0 on are in no log. */
    Asked provider() {
        return (prompt, draw) -> lab.answer(teacher, prompt, draw);
    }

    /** Models of other labs that have nothing to do with the provider, by id. */
    Map<String, Asked> background() {
        Map<String, Asked> models = new TreeMap<>();
        for (LabModel model : lab.models()) {
            if (model.relation() == LabModel.Relation.INDEPENDENT
                    && !model.id().endsWith("-base")
                    && lab.models().indexOf(model) >= TEACHERS
                    && models.size() < BACKGROUND) {
                models.put(model.id(), (prompt, draw) -> lab.answer(model.id(), prompt, draw));
            }
        }
        return models;
    }

    /** A student that was trained on a part of what the used rings harvested, from 0 to 1. */
    Asked student(double dose) {
        Draws draws = new Draws(seed, (int) Math.round(1_000 * dose));
        return trained(harvested().stream()
                .filter(exchange -> draws.uniform() < dose)
                .map(exchange -> new Student.Exchange(exchange.prompt(), exchange.answer()))
                .toList());
    }

    /** Suspects that saw nothing of the log, by what they are. */
    Map<String, Asked> innocents() {
        String other = lab.models().get(1).id();
        Map<String, Asked> innocents = new TreeMap<>();
        innocents.put("same base, no teacher", trained(List.of()));
        innocents.put("student of another provider", trained(taught(other)));
        // The hardest: the same provider, the same prompts, other answers. Whoever is licensed to do that is no
        // harvester.
        innocents.put("student of fresh answers", trained(taught(teacher)));
        return innocents;
    }

    private List<Student.Exchange> taught(String model) {
        return harvested().parallelStream()
                .map(exchange -> new Student.Exchange(exchange.prompt(), lab.answer(model, exchange.prompt(), 500)))
                .toList();
    }

    private List<Exchange> harvested() {
        return log.exchanges().stream()
                .filter(exchange -> log.rings().getOrDefault(exchange.account(), RINGS) < USED_RINGS)
                .toList();
    }

    private Asked trained(List<Student.Exchange> exchanges) {
        String base = lab.models().stream()
                .map(LabModel::id)
                .filter(id -> id.endsWith("-base"))
                .findFirst()
                .orElseThrow();
        Student student = Student.of(lab, base, exchanges, MEMORY, seed);
        return student::answer;
    }

    /** Writes the log as JSON lines. */
    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Exchange exchange : log.exchanges()) {
                Json line = Json.object(
                        "account", exchange.account(),
                        "time", Instant.ofEpochSecond(exchange.at()).toString(),
                        "prompt", exchange.prompt(),
                        "answer", exchange.answer());
                out.write(new String(line.canonical(), StandardCharsets.UTF_8) + "\n");
            }
        }
    }
}
