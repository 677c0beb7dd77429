package dev.kinprint.suite;

import dev.kinprint.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an audit in the shape of an audit file. */
final class AuditJson {
    private final Path folder;

    private AuditJson(Path folder) {
        this.folder = folder;
    }

    static Json.Obj write(Audit audit, Path folder) {
        return new AuditJson(folder).audit(audit);
    }

    private Json.Obj audit(Audit audit) {
        return Json.object(
                "version",
                1,
                "run",
                run(audit.run()),
                "limits",
                limits(audit.limits()),
                "models",
                audit.models().stream().map(AuditJson::subject).toList(),
                "panel",
                audit.panel().stream().map(p -> "import:" + relative(p.path())).toList(),
                "params",
                audit.params(),
                "probes",
                audit.probes().stream().map(this::probes).toList(),
                "judge",
                judge(audit.judge()),
                "gate",
                audit.gate());
    }

    private Json.Obj judge(JudgeSettings judge) {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("embedder", Json.of(part(judge.embedder())));
        members.put("calibration", Json.of(part(judge.calibration())));
        members.put(
                "ablations",
                Json.of(judge.ablations().stream().map(Fields::word).toList()));
        if (!judge.channels().isEmpty()) {
            members.put("channels", Json.of(judge.channels()));
        }
        return new Json.Obj(members);
    }

    private Json.Obj run(RunSettings run) {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("name", Json.of(run.name()));
        members.put("seed", Json.of(run.seed()));
        members.put("out", Json.of(relative(run.out())));
        put(members, "samples", run.samples());
        return new Json.Obj(members);
    }

    private static Json.Obj limits(Limits limits) {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("concurrency", Json.of(limits.concurrency()));
        put(members, "budgetUsd", limits.budgetUsd());
        put(members, "maxCalls", limits.maxCalls());
        put(members, "deadline", limits.deadline().map(Span::write));
        return new Json.Obj(members);
    }

    private static Json.Obj subject(Subject subject) {
        SortedMap<String, Json> members = new TreeMap<>();
        members.put("id", Json.of(subject.id()));
        members.put("role", Json.of(Fields.word(subject.role())));
        members.put("provider", Json.of(subject.provider()));
        members.put("model", Json.of(subject.model()));
        members.put("local", Json.of(subject.local()));
        put(members, "baseUrl", subject.baseUrl());
        put(members, "keyEnv", subject.keyEnv());
        put(members, "lab", subject.origin().lab());
        put(members, "base", subject.origin().base());
        put(members, "family", subject.origin().family());
        put(members, "released", subject.origin().released().map(Object::toString));
        SortedMap<String, Json> relationship = new TreeMap<>();
        subject.relationship().forEach((other, relation) -> relationship.put(other, Json.of(Fields.word(relation))));
        members.put("relationship", new Json.Obj(relationship));
        members.put("params", Json.of(subject.params()));
        return new Json.Obj(members);
    }

    private String probes(ProbeSource source) {
        if (source instanceof ProbeSource.Builtin builtin) {
            return "builtin:" + builtin.name();
        } else if (source instanceof ProbeSource.File file) {
            return "file:" + relative(file.path());
        }
        return "corpus:" + relative(((ProbeSource.CorpusFolder) source).path());
    }

    private String part(JudgeSettings.Part part) {
        if (part instanceof JudgeSettings.Part.Builtin builtin) {
            return "builtin:" + builtin.name();
        }
        return "file:" + relative(((JudgeSettings.Part.Own) part).path());
    }

    /** With forward slashes on every platform; absolute only where the two lie on different drives. */
    private String relative(Path path) {
        if (!path.isAbsolute() || path.equals(folder) || !folder.getRoot().equals(path.getRoot())) {
            return path.equals(folder) ? "." : path.toString();
        }
        List<String> names = new ArrayList<>();
        folder.relativize(path).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    private static void put(SortedMap<String, Json> members, String key, Optional<?> value) {
        value.ifPresent(present -> members.put(key, Json.of(present)));
    }
}
