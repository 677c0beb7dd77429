package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.ingest.Outputs;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.PanelSource;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.ProbeSource;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Suites;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An audit with everything that it names read, and nothing asked yet.
 *
 * @param audit the audit
 * @param suite all its probes
 * @param panel background that was made elsewhere
 * @param folder the folder of the run
 */
record Prepared(Audit audit, Suite suite, List<Outputs> panel, RunFolder folder) {
    Prepared {
        panel = List.copyOf(panel);
        Map<String, String> prompts = new HashMap<>();
        suite.probes().forEach(probe -> prompts.put(probe.id(), probe.prompt()));
        for (Outputs outputs : panel) {
            for (Subject subject : audit.models()) {
                outputs.models().stream()
                        .filter(model -> model.id().equalsIgnoreCase(subject.id()))
                        .findFirst()
                        .ifPresent(model -> {
                            throw clash("model", subject.id(), "an imported model of the panel has it too");
                        });
            }
            for (Probe probe : outputs.suite().probes()) {
                if (!prompts.getOrDefault(probe.id(), probe.prompt()).equals(probe.prompt())) {
                    throw clash("probe", probe.id(), "a question of the imported panel has it too, in other words");
                }
            }
        }
    }

    /** Reads the probes and the panel of an audit. */
    static Prepared of(Audit audit, RunFolder folder, Console console) {
        // Before anything is asked: nothing that is paid for may end at a channel that there is not.
        AuditJudge.request(audit);
        Map<Path, Outputs> scanned = new HashMap<>();
        List<Suite> suites = new ArrayList<>();
        for (ProbeSource source : audit.probes()) {
            if (source instanceof ProbeSource.Builtin builtin) {
                suites.add(Suites.builtin(builtin.name()));
            } else if (source instanceof ProbeSource.File file) {
                suites.add(Suites.read(file.path()));
            } else if (source instanceof ProbeSource.CorpusFolder corpus) {
                suites.add(scan(corpus.path(), scanned, console).suite());
            }
        }
        List<Outputs> panel = new ArrayList<>();
        for (PanelSource source : audit.panel()) {
            panel.add(scan(source.path(), scanned, console));
        }
        return new Prepared(audit, Suites.join(suites), panel, folder);
    }

    private static Outputs scan(Path path, Map<Path, Outputs> scanned, Console console) {
        return scanned.computeIfAbsent(path, source -> {
            console.note("Reading " + source + " ...");
            return Outputs.scan(source);
        });
    }

    /** Writes down what is asked, of whom, and brings in the panel. What is there already stays as it is. */
    void store(Archive archive, Instant now) {
        archive.document(StoredDocuments.SUITE).ifPresent(before -> SuiteChange.check(before, suite, archive.where()));
        panel.forEach(outputs -> outputs.into(archive, now));
        archive.putDocument(
                StoredDocuments.AUDIT, Bytes.of(audit.toJson(folder.path()).canonical()), now);
        archive.putDocument(StoredDocuments.SUITE, Bytes.of(suite.toJson().canonical()), now);
    }

    private static OperatorError clash(String kind, String id, String why) {
        return OperatorError.usage(
                "The " + kind + " id '" + id + "' stands twice", "panel", why, "Rename the " + kind + " in the audit.");
    }
}
