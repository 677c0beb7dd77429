package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Suite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What a gate reads of a run.
 *
 * @param corpus its answers
 * @param audit its audit; none where all its answers were imported
 * @param probeSetHash over everything that was asked
 * @param usd what its stored answers cost
 * @param withheld by suspect, why no likelihood ratio of it may be printed
 */
record GateRun(
        Corpus corpus, Optional<Audit> audit, String probeSetHash, BigDecimal usd, SortedMap<String, String> withheld) {
    private static final int NANO = 9;
    private static final int CENTS = 2;

    /**
     * Reads a run.
     *
     * @throws OperatorError where there is none; that is too little data and no mistake, since a build of a fork has
     *     neither keys nor answers
     */
    static GateRun read(RunFolder folder) {
        try (Archive archive = folder.read()
                .orElseThrow(() -> new OperatorError(
                        OperatorError.Kind.INSUFFICIENT,
                        "There is no run to check",
                        folder.toString(),
                        "the folder holds no archive",
                        "Collect one with `kinprint run --no-judge`, or restore it from a cache"))) {
            return new GateRun(
                    Corpus.read(archive),
                    CorpusSource.audit(archive),
                    hash(archive),
                    BigDecimal.valueOf(archive.spend().settled(), NANO).setScale(CENTS, RoundingMode.HALF_UP),
                    StoppedEarly.withheld(archive));
        }
    }

    /** The suspects and candidates of the audit. */
    List<String> audited() {
        return Stream.of(Subject.Role.SUSPECT, Subject.Role.CANDIDATE)
                .flatMap(role -> ids(role).stream())
                .toList();
    }

    List<String> ids(Subject.Role role) {
        return audit.stream()
                .flatMap(found -> found.models().stream())
                .filter(subject -> subject.role() == role)
                .map(Subject::id)
                .toList();
    }

    List<String> members() {
        return corpus.members().stream().map(member -> member.id()).toList();
    }

    JudgeSettings.Part embedder() {
        return audit.map(found -> found.judge().embedder()).orElse(new JudgeSettings.Part.Builtin("default"));
    }

    List<String> channels() {
        return audit.map(found -> found.judge().channels()).orElse(List.of());
    }

    String calibration() {
        return audit.map(found -> AuditJudge.calibration(found.judge().calibration()))
                .orElse(Calibrations.BUILTIN);
    }

    long seed() {
        return audit.map(found -> found.run().seed()).orElse(1L);
    }

    private static String hash(Archive archive) {
        Optional<Bytes> own = archive.document(StoredDocuments.SUITE);
        if (own.isPresent()) {
            return suite(own.get(), archive).hash();
        }
        List<String> hashes = new ArrayList<>();
        for (String name : archive.documentNames()) {
            if (name.startsWith(StoredDocuments.IMPORT_PREFIX)) {
                Bytes document = archive.document(name).orElseThrow();
                hashes.add(suite(Bytes.of(json(document, archive).at("suite").canonical()), archive)
                        .hash());
            }
        }
        return hashes.size() == 1
                ? hashes.get(0)
                : Bytes.utf8(String.join("\n", hashes.stream().sorted().toList()))
                        .sha256();
    }

    private static Suite suite(Bytes document, Archive archive) {
        try {
            return Suite.fromJson(json(document, archive));
        } catch (JsonFault e) {
            throw damaged(archive, e);
        }
    }

    private static Json json(Bytes document, Archive archive) {
        try {
            return Json.parse(document.toArray(), JsonLimits.FILE);
        } catch (JsonFault e) {
            throw damaged(archive, e);
        }
    }

    private static OperatorError damaged(Archive archive, JsonFault fault) {
        return new OperatorError(
                OperatorError.Kind.INTEGRITY,
                "The run's probes cannot be read",
                archive.where(),
                String.valueOf(fault.getMessage()),
                "Use the version that wrote it, or restore the archive from a copy");
    }
}
