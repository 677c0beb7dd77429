package dev.kinprint.trace;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sha2;

import dev.kinprint.archive.Archive;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The run in which the suspect, the provider's own model and the background were asked the probes of a log.
 *
 * @param corpus the answers
 * @param suspect the model under question
 * @param provider the model whose log it is
 * @param background the panel without kin of suspect or provider
 * @param kin the panel members that were left out, because they share a lab or a base with one of the two
 */
record TracedRun(Corpus corpus, String suspect, String provider, List<String> background, List<String> kin) {
    private static final String PROBE_HASH = "probe_hash";
    private static final int FEWEST_FRESH = 2;
    private static final int DIGITS = 24;

    /**
     * Reads a run's folder.
     *
     * @param named the suspect, where the audit has several
     * @throws OperatorError where there is no run, or it lacks one of the parts
     */
    static TracedRun read(Path folder, Optional<String> named) {
        Path file = folder.resolve("archive.sqlite");
        if (!Files.isRegularFile(file)) {
            throw OperatorError.usage(
                    "There is no run",
                    folder.toString(),
                    "the folder holds no archive",
                    "Collect one with `kinprint run`.");
        }
        try (Archive archive = Archive.openReadOnly(file)) {
            Audit audit = audit(archive, folder);
            String suspect = only(audit, Subject.Role.SUSPECT, named, "--suspect ID", folder);
            String provider = only(audit, Subject.Role.CANDIDATE, Optional.empty(), "one candidate", folder);
            Corpus corpus = Corpus.read(archive);
            List<String> panel = ids(audit, Subject.Role.PANEL);
            corpus.members().stream()
                    .map(Member::id)
                    .filter(id -> audit.models().stream()
                            .noneMatch(subject -> subject.id().equals(id)))
                    .forEach(panel::add);
            List<String> kin = panel.stream()
                    .filter(id -> kin(corpus, id, suspect) || kin(corpus, id, provider))
                    .toList();
            panel.removeAll(kin);
            return new TracedRun(corpus, suspect, provider, panel, kin);
        }
    }

    private static Audit audit(Archive archive, Path folder) {
        try {
            return Audit.fromJson(
                    Json.parse(
                            archive.document(StoredDocuments.AUDIT)
                                    .orElseThrow(() -> OperatorError.usage(
                                            "The run has no audit",
                                            folder.toString(),
                                            "it was imported",
                                            "Ask the probes with `kinprint run`."))
                                    .toArray(),
                            JsonLimits.FILE),
                    Path.of(""));
        } catch (JsonFault e) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "The stored audit cannot be read",
                    folder.toString(),
                    String.valueOf(e.getMessage()),
                    "Restore the archive from a copy.");
        }
    }

    private static String only(Audit audit, Subject.Role role, Optional<String> named, String how, Path folder) {
        List<String> ids = ids(audit, role).stream()
                .filter(id -> named.isEmpty() || named.get().equals(id))
                .toList();
        if (ids.size() != 1) {
            throw OperatorError.usage(
                    "The run has " + ids.size() + " models with the role "
                            + role.name().toLowerCase(java.util.Locale.ROOT),
                    folder.toString(),
                    "a trace has one suspect, and one candidate: the model whose log it is",
                    "Give " + how + ".");
        }
        return ids.get(0);
    }

    private static List<String> ids(Audit audit, Subject.Role role) {
        return new ArrayList<>(audit.models().stream()
                .filter(subject -> subject.role() == role)
                .map(Subject::id)
                .toList());
    }

    private static boolean kin(Corpus corpus, String one, String other) {
        Optional<Member> a = corpus.position(one).map(corpus.members()::get);
        Optional<Member> b = corpus.position(other).map(corpus.members()::get);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return same(a.get().origin().lab(), b.get().origin().lab())
                || same(a.get().origin().base(), b.get().origin().base());
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    /**
     * The probes with everything that was answered to them.
     *
     * @param probes those that can be compared
     * @param gaps how many cannot, by reason
     */
    record Joined(List<ProbeAnswers> probes, Map<String, Integer> gaps) {
        Joined {
            probes = List.copyOf(probes);
            gaps = new TreeMap<>(gaps);
        }
    }

    /** Finds the logged exchange of each probe. Only those leave the cluster. */
    Joined join(SparkSession spark, ExchangeLog log) {
        return Engine.reading(log.where(), () -> joined(spark, log));
    }

    private Joined joined(SparkSession spark, ExchangeLog log) {
        Map<String, Integer> gaps = new TreeMap<>();
        Map<String, Integer> questions = new TreeMap<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            Optional<String> hash = hash(corpus.questions().get(q).id());
            if (hash.isPresent()) {
                questions.put(hash.get(), q);
            } else {
                gaps.merge("no probe of a log", 1, Integer::sum);
            }
        }
        Dataset<Row> wanted = spark.createDataset(List.copyOf(questions.keySet()), Encoders.STRING())
                .toDF(PROBE_HASH);
        List<Row> rows = log.exchanges()
                .withColumn(PROBE_HASH, sha2(col("prompt"), 256).substr(1, DIGITS))
                .join(broadcast(wanted), PROBE_HASH)
                .dropDuplicates(new String[] {"entry"})
                .select(PROBE_HASH, "account", "answer")
                .collectAsList();
        Map<String, List<Row>> logged = new TreeMap<>();
        rows.forEach(row -> logged.computeIfAbsent(row.getString(0), hash -> new ArrayList<>())
                .add(row));
        List<ProbeAnswers> probes = new ArrayList<>();
        questions.forEach((hash, q) -> {
            List<Row> own = logged.getOrDefault(hash, List.of());
            List<String> fresh = texts(provider, q);
            Optional<String> gap = own.isEmpty()
                    ? Optional.of("not in this log")
                    : own.size() > 1
                            ? Optional.of("asked more than once in this log")
                            : fresh.size() < FEWEST_FRESH
                                    ? Optional.of("fewer than two fresh answers of the provider")
                                    : texts(suspect, q).isEmpty()
                                            ? Optional.of("no answer of the suspect")
                                            : Optional.empty();
            if (gap.isPresent()) {
                gaps.merge(gap.get(), 1, Integer::sum);
            } else {
                probes.add(answers(q, own.get(0), fresh));
            }
        });
        return new Joined(probes, gaps);
    }

    private static Optional<String> hash(String probe) {
        return Side.SUSPECTED.hash(probe).or(() -> Side.CONTROL.hash(probe));
    }

    private ProbeAnswers answers(int question, Row logged, List<String> fresh) {
        String id = corpus.questions().get(question).id();
        List<String> places = new ArrayList<>(List.of(logged.getString(2)));
        places.addAll(fresh);
        List<String> own = texts(suspect, question);
        Map<String, List<String>> models = new TreeMap<>();
        models.put(suspect, own);
        for (String model : background) {
            // As many samples as the suspect has: the nearest of more would be nearer.
            List<String> texts = texts(model, question);
            if (texts.size() >= own.size()) {
                models.put(model, new ArrayList<>(texts.subList(0, own.size())));
            }
        }
        Side side = Side.SUSPECTED.hash(id).isPresent() ? Side.SUSPECTED : Side.CONTROL;
        return new ProbeAnswers(id, side, logged.getString(1), places, models);
    }

    private List<String> texts(String model, int question) {
        return corpus.position(model)
                .map(member -> List.copyOf(corpus.texts(member, question)))
                .orElse(List.of());
    }
}
