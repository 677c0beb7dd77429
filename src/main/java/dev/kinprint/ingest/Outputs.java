package dev.kinprint.ingest;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Suite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Outputs that were made elsewhere, found and read once from end to end without a fault.
 *
 * <p>Two plain forms of records are known, in a JSON array or one a line, plain or gzipped: AlpacaEval's {@code {instruction,
 * output, generator}}, whose model is named by its folder where there is one; and {@code {model, probe, prompt, sample,
 * text}}. The latter may also be the columns of a CSV table. Further the results of promptfoo, the logs of Inspect, the
 * samples of lm-evaluation-harness and the runs of HELM are known. A folder may hold a {@code lineage.csv} ({@link Lineage}).
 *
 * <p>Few answers stay in memory until {@link #into} takes them. Where there are many, it reads the files once more.
 */
public final class Outputs {
    private static final int DIGITS = 16;

    /** With more characters than these no answer stays in memory; at most twice as many bytes. */
    private static final long MOST_KEPT = 100_000_000;

    private final List<SourceFile> files;
    private final List<SourceFile.Seal> seals;
    private final Names names;
    private final List<Model> models;
    private final Suite suite;
    private final Queue<ReadAhead.Batch> kept;

    /**
     * A model whose outputs these are.
     *
     * @param id its id in archives
     * @param name its name in the source
     * @param origin what the source declares about its descent
     * @param answers how many answers of it there are
     */
    public record Model(String id, String name, Origin origin, int answers) {}

    private Outputs(
            List<SourceFile> files,
            List<SourceFile.Seal> seals,
            Names names,
            List<Model> models,
            Suite suite,
            Queue<ReadAhead.Batch> kept) {
        this.files = files;
        this.seals = seals;
        this.names = names;
        this.models = models;
        this.suite = suite;
        this.kept = kept;
    }

    /**
     * Reads the outputs in a file or a folder.
     *
     * @throws dev.kinprint.fault.OperatorError with file and line, for anything that is not exactly right
     */
    public static Outputs scan(Path source) {
        return scan(source, MOST_KEPT);
    }

    static Outputs scan(Path source, long mostKept) {
        Sources sources = new Sources(source);
        SortedMap<String, Origin> lineage = sources.lineage().map(Lineage::read).orElseGet(TreeMap::new);
        List<SourceFile> files = sources.files();
        Names names = new Names();
        Scan scan = new Scan(names, mostKept);
        List<SourceFile.Seal> seals = scan.read(files);
        if (scan.models().isEmpty()) {
            throw new Place(source.toString()).error("it holds no output");
        }
        String content = seals.stream()
                .map(seal -> seal.sha256() + "  " + seal.name() + "\n")
                .collect(Collectors.joining());
        List<Model> models = scan.models().entrySet().stream()
                .map(model -> new Model(
                        model.getKey(),
                        model.getValue().name(),
                        lineage.getOrDefault(model.getValue().name(), Origin.unknown()),
                        model.getValue().answers()))
                .toList();
        return new Outputs(
                files,
                seals,
                names,
                models,
                scan.suite(Bytes.utf8(content).sha256().substring(0, DIGITS)),
                scan.kept());
    }

    /** The questions that were asked; its version is made from the hashes of the files. */
    public Suite suite() {
        return suite;
    }

    /** The models, sorted by id. */
    public List<Model> models() {
        return models;
    }

    /** How many answers there are. */
    public long answers() {
        return models.stream().mapToLong(Model::answers).sum();
    }

    /**
     * Brings everything into an archive, or nothing of it: the answers, and a document {@code import/VERSION} that names
     * the files with their hashes, the models with their names and origins, and the questions.
     *
     * <p>An archive that holds these outputs already takes at most the document, where origins are declared anew.
     *
     * @param at the time to note
     * @return whether anything was added
     * @throws dev.kinprint.fault.OperatorError where the archive holds another answer for the same model, probe and
     *     sample, or a file has changed since it was scanned
     */
    public boolean into(Archive archive, Instant at) {
        String document = "import/" + suite.version();
        Bytes source = Bytes.of(toJson().canonical());
        Optional<Bytes> before = archive.document(document);
        if (before.isPresent()) {
            archive.putDocument(document, source, at);
            return !before.get().equals(source);
        }
        try (Answers answers = kept.isEmpty() ? Answers.read(files, seals, names) : Answers.take(kept, seals, names)) {
            archive.importAll(document, source, answers, at);
        }
        return true;
    }

    private Json toJson() {
        return Json.object(
                "schema",
                "kinprint.import/1",
                "files",
                seals.stream()
                        .map(seal -> Json.object("name", seal.name(), "sha256", seal.sha256(), "bytes", seal.size()))
                        .toList(),
                "models",
                models.stream().map(Outputs::toJson).toList(),
                "suite",
                suite.toJson());
    }

    private static Json toJson(Model model) {
        Origin origin = model.origin();
        SortedMap<String, Object> members = new TreeMap<>();
        members.put("id", model.id());
        members.put("name", model.name());
        members.put("answers", model.answers());
        put(members, "lab", origin.lab());
        put(members, "base", origin.base());
        put(members, "family", origin.family());
        put(members, "released", origin.released().map(Object::toString));
        return Json.of(members);
    }

    private static void put(SortedMap<String, Object> members, String key, Optional<String> value) {
        value.ifPresent(declared -> members.put(key, declared));
    }
}
