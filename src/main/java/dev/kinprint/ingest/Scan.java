package dev.kinprint.ingest;

import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a first reading of all files learns: questions, names and counts. It keeps the answers too as long as they are few
 * enough to stay in memory, so that they need not be read again.
 */
final class Scan {
    /** The token limit under which imported questions are put to further models; AlpacaEval's own. */
    private static final int MAX_TOKENS = 2048;

    private final Names names;
    private final SortedMap<String, Question> questions = new TreeMap<>();
    private final SortedMap<String, Model> models = new TreeMap<>();
    private final Map<Asked, BitSet> samples = new HashMap<>();
    private final Queue<ReadAhead.Batch> kept = new ArrayDeque<>();
    private final long mostKept;
    private long characters;

    /**
     * A model and how many of its answers there are.
     *
     * @param name in the words of the source
     * @param answers how many
     */
    record Model(String name, int answers) {}

    private record Question(String prompt, int samples) {}

    private record Asked(String model, String probe) {}

    /**
     * Prepares it.
     *
     * @param mostKept with more characters than these, prompts included, no answer is kept
     */
    Scan(Names names, long mostKept) {
        this.names = names;
        this.mostKept = mostKept;
    }

    /** Reads all files, and gives what they were, in their order. */
    List<SourceFile.Seal> read(List<SourceFile> files) {
        List<SourceFile.Seal> seals = new ArrayList<>();
        try (ReadAhead ahead = new ReadAhead(files)) {
            while (ahead.hasNext()) {
                ReadAhead.Batch batch = ahead.next();
                batch.outputs().forEach(located -> take(located.output(), batch.place(), located.line()));
                batch.fault().ifPresent(fault -> {
                    throw fault;
                });
                batch.seal().ifPresent(seals::add);
                keep(batch);
            }
        }
        return seals;
    }

    private void keep(ReadAhead.Batch batch) {
        for (Records.Located located : batch.outputs()) {
            characters +=
                    located.output().text().length() + located.output().prompt().length();
        }
        if (characters <= mostKept) {
            kept.add(batch);
        } else {
            kept.clear();
        }
    }

    /** All that was read, in order, to be taken out; nothing where it was too much. */
    Queue<ReadAhead.Batch> kept() {
        return kept;
    }

    private void take(Output output, Place place, long line) {
        String model = names.model(output.model(), place, line);
        String probe = Names.probe(output);
        Question question = questions.get(probe);
        if (question != null && !question.prompt().equals(output.prompt())) {
            throw place.error(line, "the same probe stands before with another prompt");
        }
        BitSet seen = samples.computeIfAbsent(new Asked(model, probe), asked -> new BitSet());
        if (seen.get(output.sample())) {
            throw place.error(line, "the same model, probe and sample stands before; number the samples apart");
        }
        seen.set(output.sample());
        int most = Math.max(question == null ? 1 : question.samples(), output.sample() + 1);
        questions.put(probe, new Question(output.prompt(), most));
        models.merge(model, new Model(output.model(), 1), (old, one) -> new Model(old.name(), old.answers() + 1));
    }

    /** The models by id. */
    SortedMap<String, Model> models() {
        return models;
    }

    /** The questions as a suite, sorted by id; a question is asked as often as the model asked most often was. */
    Suite suite(String version) {
        List<Probe> probes = questions.entrySet().stream()
                .map(question -> new Probe(
                        question.getKey(),
                        Probe.Category.IMPORTED,
                        "und",
                        "Asked where the imported outputs were made.",
                        List.of(new Turn(Turn.Speaker.USER, question.getValue().prompt())),
                        MAX_TOKENS,
                        question.getValue().samples(),
                        Optional.empty()))
                .toList();
        return new Suite("imported", version, probes);
    }
}
