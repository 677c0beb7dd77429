package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.State;
import dev.kinprint.archive.Step;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.provider.Codecs;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The cells of a model without an interface: a person asks it and writes down what it says. Each answer goes through the
 * same states as one that came over the wire, and is marked as brought by hand.
 */
public final class ManualCollection {
    /** The provider that an audit names for such a model, and the profile that its cells carry. */
    public static final String PROVIDER = "manual";

    private final Archive archive;
    private final Map<CellKey, Probe> cells;

    private ManualCollection(Archive archive, Map<CellKey, Probe> cells) {
        this.archive = archive;
        this.cells = cells;
    }

    /**
     * A question that is still open.
     *
     * @param cell which one
     * @param probe what is to be asked
     */
    public record Open(CellKey cell, Probe probe) {}

    /**
     * Plans the cells of one model in an archive.
     *
     * @param id the id of the model
     * @throws OperatorError where the audit has no such model, or one that is asked over the wire
     */
    public static ManualCollection of(Archive archive, Audit audit, String id, List<Probe> probes, Instant now) {
        Subject subject = audit.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> wrong(
                        id,
                        "the audit has no such model",
                        "Add { id: " + id + ", provider: " + PROVIDER
                                + ", model: NAME, role: suspect } to its models."));
        if (!by(subject)) {
            throw wrong(
                    id,
                    "its provider is " + subject.provider() + ", which is asked over the wire",
                    "Collect it with `kinprint run`, or give it provider: " + PROVIDER + ".");
        }
        Map<CellKey, Probe> cells = new LinkedHashMap<>();
        List<Cell> planned = new ArrayList<>();
        for (Probe probe : probes) {
            Bytes request = Bytes.of(Json.object(
                            "turns",
                            probe.turns().stream()
                                    .map(turn -> Json.object("role", turn.role().name(), "text", turn.text()))
                                    .toList())
                    .canonical());
            for (int sample = 0; sample < audit.samples(probe); sample++) {
                CellKey key = new CellKey(id, probe.id(), sample);
                cells.put(key, probe);
                planned.add(new Cell(key, Codecs.IMPORTED, PROVIDER, "", subject.model(), request));
            }
        }
        archive.plan(planned, now);
        return new ManualCollection(archive, cells);
    }

    /** Whether a model is asked by hand. */
    static boolean by(Subject subject) {
        return subject.provider().equals(PROVIDER);
    }

    /** What is still to be asked, in the order of the probes. */
    public List<Open> open() {
        List<Open> open = new ArrayList<>();
        cells.forEach((key, probe) -> {
            if (!stored(key)) {
                open.add(new Open(key, probe));
            }
        });
        return open;
    }

    /** How many cells there are, answered or not. */
    public int size() {
        return cells.size();
    }

    /**
     * Keeps answers, all or none.
     *
     * @throws OperatorError where one answers nothing that was planned, stands twice or is stored already
     */
    public void keep(List<ManualAnswer> answers, Instant now) {
        List<Step> steps = new ArrayList<>();
        Set<CellKey> seen = new HashSet<>();
        for (ManualAnswer answer : answers) {
            CellKey key = answer.cell();
            if (!cells.containsKey(key)) {
                throw refused(key, "no such question was planned for this model", "Check its probe and sample.");
            } else if (!seen.add(key)) {
                throw refused(key, "it is answered twice here", "Keep one answer, or number the samples apart.");
            } else if (stored(key)) {
                throw refused(key, "an answer is stored already, and is never replaced", "Leave it out.");
            }
            steps.add(Step.intent(key, now, OptionalLong.of(0)));
            steps.add(Step.result(
                    key,
                    now,
                    OptionalLong.of(0),
                    Reply.imported(Bytes.of(answer.body().canonical()))));
        }
        archive.append(steps);
    }

    private boolean stored(CellKey key) {
        return archive.find(key).orElseThrow().state() == State.RESULT;
    }

    private static OperatorError wrong(String id, String why, String next) {
        return OperatorError.usage("The model cannot be asked by hand", "--manual " + id, why, next);
    }

    private static OperatorError refused(CellKey key, String why, String next) {
        return OperatorError.usage("The answer is not taken", key.toString(), why, next + " Nothing was stored.");
    }
}
