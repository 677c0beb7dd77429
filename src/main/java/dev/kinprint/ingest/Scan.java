package dev.kinprint.ingest;

import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Turn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a first reading of all files learns. It keeps questions, names and counts, and no answer. */
final class Scan {
    /** The token limit under which imported questions are put to further models; AlpacaEval's own. */
    private static final int MAX_TOKENS = 2048;

    private final Names names;
    private final SortedMap<String, Question> questions = new TreeMap<>();
    private final SortedMap<String, Model> models = new TreeMap<>();
    private final Map<Asked, BitSet> samples = new HashMap<>();

    /**
     * A model and how many of its answers there are.
     *
     * @param name in the words of the source
     * @param answers how many
     */
    record Model(String name, int answers) {}

    private record Question(String prompt, int samples) {}

    private record Asked(String model, String probe) {}

    Scan(Names names) {
        this.names = names;
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
            }
        }
        return seals;
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
