package dev.kinprint.suite;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Gives a document the meaning of an audit. */
final class AuditReader {
    private static final int DEFAULT_CONCURRENCY = 8;
    private static final long DEFAULT_SEED = 1;
    private static final int LONGEST_CONDITION = 500;

    private final Path folder;
    private final Predicate<Path> exists;

    private AuditReader(Path folder, Predicate<Path> exists) {
        this.folder = folder;
        this.exists = exists;
    }

    static Audit read(Yaml root, String file, Path folder, Predicate<Path> exists) {
        Fields fields = new Fields(
                file, "", root, "version", "run", "limits", "models", "panel", "params", "probes", "judge", "gate");
        fields.text("version");
        fields.whole("version", 1, 1);
        return new AuditReader(folder.toAbsolutePath().normalize(), exists).audit(fields);
    }

    private Audit audit(Fields fields) {
        List<Subject> models = models(fields);
        // With a panel, a condition may speak of an imported model, and those are not read here.
        List<String> known = fields.has("panel")
                ? List.of()
                : models.stream().map(Subject::id).toList();
        return new Audit(
                run(fields.inner("run", "name", "samples", "seed", "out").orElseThrow(() -> fields.missing("run"))),
                limits(fields.inner("limits", "budgetUsd", "maxCalls", "deadline", "concurrency")),
                models,
                IntStream.range(0, fields.texts("panel").size())
                        .mapToObj(i -> panel(fields, i))
                        .toList(),
                params(fields, "params"),
                probes(fields),
                judge(fields.inner("judge", "embedder", "calibration", "channels", "ablations")),
                gate(fields, known));
    }

    private RunSettings run(Fields run) {
        return new RunSettings(
                run.id("name"),
                run.whole("samples", 1, 10_000).map(Long::intValue),
                run.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(DEFAULT_SEED),
                run.optionalText("out")
                        .map(text -> path(run, run.path("out"), run.line("out"), text))
                        .orElse(folder.resolve("results")));
    }

    private static Limits limits(Optional<Fields> fields) {
        return new Limits(
                fields.flatMap(limits -> limits.amount("budgetUsd", "1000000")),
                fields.flatMap(limits -> limits.whole("maxCalls", 0, Integer.MAX_VALUE))
                        .map(Long::intValue),
                fields.flatMap(limits -> limits.optionalText("deadline").map(text -> Span.parse(text)
                        .orElseThrow(() -> limits.wrong(
                                "deadline",
                                "'" + Shown.text(text) + "' is no time such as 2h, 90m, 45s or 1h30m",
                                "Give hours, minutes and seconds, in this order.")))),
                fields.flatMap(limits -> limits.whole("concurrency", 1, 256))
                        .map(Long::intValue)
                        .orElse(DEFAULT_CONCURRENCY));
    }

    private List<Subject> models(Fields fields) {
        List<Subject> subjects = new ArrayList<>();
        List<Fields> entries = fields.each("models", SubjectReader.KEYS);
        for (Fields entry : entries) {
            Subject subject = SubjectReader.read(entry, params(entry, "params"));
            for (Subject earlier : subjects) {
                if (earlier.id().toLowerCase(Locale.ROOT).equals(subject.id().toLowerCase(Locale.ROOT))) {
                    throw entry.wrong(
                            "id",
                            "'" + subject.id() + "' is the id of an earlier model; upper and lower case count as one",
                            "Choose another id.");
                }
            }
            subjects.add(subject);
        }
        List<String> ids = subjects.stream().map(Subject::id).toList();
        entries.forEach(entry -> SubjectReader.checkRelationship(entry, ids));
        return subjects;
    }

    private SortedMap<String, String> params(Fields fields, String key) {
        SortedMap<String, String> params = new TreeMap<>();
        for (Yaml.Entry entry : fields.entries(key)) {
            String where = fields.path(key) + "." + Shown.text(entry.key());
            Param param = Param.of(entry.key())
                    .orElseThrow(() -> fields.error(
                            entry.line(),
                            "unknown key '" + Shown.text(entry.key()) + "' in " + fields.path(key),
                            "the keys here are " + String.join(", ", Param.keys()),
                            Fields.hint(entry.key(), Param.keys(), "Correct or delete it.")));
            if (!(entry.value() instanceof Yaml.Text text) || !param.accepts(text.value())) {
                throw fields.error(
                        entry.line(),
                        "wrong " + where,
                        "it must be " + param.range() + ", or null for the vendor's default",
                        "Give such a value.");
            }
            params.put(param.key(), text.value());
        }
        return Collections.unmodifiableSortedMap(params);
    }

    private PanelSource panel(Fields fields, int item) {
        String text = fields.texts("panel").get(item);
        int line = fields.line("panel", item);
        if (!text.startsWith("import:")) {
            throw fields.error(
                    line,
                    "wrong panel[" + item + "]",
                    "'" + Shown.text(text) + "' does not begin with import:",
                    "Write 'import:PATH' with a file or folder of stored outputs.");
        }
        return new PanelSource(existing(fields, "panel[" + item + "]", line, text.substring("import:".length())));
    }

    private List<ProbeSource> probes(Fields fields) {
        List<String> texts = fields.texts("probes");
        if (texts.isEmpty()) {
            throw fields.has("probes")
                    ? fields.wrong("probes", "it is empty", "Write for example [ builtin:core ].")
                    : fields.missing("probes");
        }
        List<ProbeSource> sources = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ProbeSource source = probe(fields, "probes[" + i + "]", fields.line("probes", i), texts.get(i));
            if (sources.contains(source)) {
                throw fields.error(
                        fields.line("probes", i),
                        "wrong probes[" + i + "]",
                        "it stands in the list already",
                        "Delete it.");
            }
            sources.add(source);
        }
        return sources;
    }

    private ProbeSource probe(Fields fields, String where, int line, String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (kind) {
            case "builtin" -> {
                if (!Suites.names().contains(rest)) {
                    throw fields.error(
                            line,
                            "wrong " + where,
                            "there is no built-in suite '" + Shown.text(rest) + "', only "
                                    + String.join(", ", Suites.names()),
                            Fields.hint(rest, Suites.names(), "Choose one of them."));
                }
                yield new ProbeSource.Builtin(rest);
            }
            case "file" -> new ProbeSource.File(existing(fields, where, line, rest));
            case "corpus" -> new ProbeSource.CorpusFolder(existing(fields, where, line, rest));
            default ->
                throw fields.error(
                        line,
                        "wrong " + where,
                        "'" + Shown.text(text) + "' begins with none of builtin:, file:, corpus:",
                        Fields.hint(
                                kind, List.of("builtin", "file", "corpus"), "Write 'builtin:core' or 'file:PATH'."));
        };
    }

    private JudgeSettings judge(Optional<Fields> fields) {
        List<JudgeSettings.Ablation> ablations = new ArrayList<>();
        for (String word : fields.map(judge -> judge.texts("ablations")).orElse(List.of())) {
            Fields judge = fields.orElseThrow();
            JudgeSettings.Ablation ablation = judge.choice("ablations", word, JudgeSettings.Ablation.class);
            if (ablations.contains(ablation)) {
                throw judge.wrong("ablations", "'" + word + "' stands twice", "Delete one of the two.");
            }
            ablations.add(ablation);
        }
        List<String> channels = fields.map(judge -> judge.texts("channels")).orElse(List.of());
        for (String channel : channels) {
            if (Collections.frequency(channels, channel) > 1) {
                throw fields.orElseThrow()
                        .wrong("channels", "'" + Shown.text(channel) + "' stands twice", "Delete one of the two.");
            }
        }
        return new JudgeSettings(
                part(fields, "embedder", "none"), part(fields, "calibration", "lab"), channels, ablations);
    }

    /** A part of judging; beside the default there is one other built-in one of each. */
    private JudgeSettings.Part part(Optional<Fields> fields, String key, String other) {
        Optional<String> given = fields.flatMap(judge -> judge.optionalText(key));
        if (given.isEmpty() || given.get().equals("builtin")) {
            return new JudgeSettings.Part.Builtin("default");
        }
        Fields judge = fields.orElseThrow();
        String text = given.get();
        if (text.equals("builtin:default") || text.equals("builtin:" + other)) {
            return new JudgeSettings.Part.Builtin(text.substring("builtin:".length()));
        } else if (text.startsWith("file:")) {
            return new JudgeSettings.Part.Own(
                    existing(judge, judge.path(key), judge.line(key), text.substring("file:".length())));
        }
        throw judge.wrong(
                key,
                "'" + Shown.text(text) + "' is neither builtin, builtin:" + other + " nor file:PATH",
                "Write one of the three.");
    }

    /** The conditions, each read once so that a slip in one is found before anything is spent. */
    private static List<String> gate(Fields fields, List<String> models) {
        List<String> conditions = fields.texts("gate");
        for (int i = 0; i < conditions.size(); i++) {
            int line = fields.line("gate", i);
            String where = "wrong gate[" + i + "]";
            if (conditions.get(i).length() > LONGEST_CONDITION) {
                throw fields.error(
                        line, where, "a condition has at most " + LONGEST_CONDITION + " characters", "Shorten it.");
            }
            try {
                for (String model : Condition.parse(conditions.get(i)).models()) {
                    if (!models.isEmpty() && !models.contains(model)) {
                        throw fields.error(
                                line,
                                where,
                                "there is no model '" + model + "' in this file",
                                Fields.hint(model, models, "Use the id of one of the models."));
                    }
                }
            } catch (ConditionFault e) {
                throw fields.error(line, where, "at character " + e.column() + ": " + e.getMessage(), e.next());
            }
        }
        return conditions;
    }

    private Path existing(Fields fields, String where, int line, String text) {
        Path path = path(fields, where, line, text);
        if (!exists.test(path)) {
            throw fields.error(
                    line,
                    "wrong " + where,
                    "there is nothing at '" + Shown.text(text) + "', seen from the folder of the audit file",
                    "Correct the path.");
        }
        return path;
    }

    private Path path(Fields fields, String where, int line, String text) {
        try {
            if (!text.isBlank()) {
                return folder.resolve(text).normalize();
            }
        } catch (InvalidPathException e) {
            // the same complaint as for no path at all
        }
        throw fields.error(line, "wrong " + where, "'" + Shown.text(text) + "' is no path", "Give a path.");
    }
}
