package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.collect.Plan;
import dev.kinprint.collect.PlanOptions;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Subject;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import dev.kinprint.watch.Stopping;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A run that asks each suspect no more than it takes: first everyone else is asked everything, then the suspects a few
 * questions at a time, until a line of candidates is named or no question is left.
 */
final class StoppedEarly {
    private final Console console;
    private final Collecting collecting;
    private final Prepared prepared;
    private final Plan whole;
    private final PlanOptions options;
    private final Audit audit;

    StoppedEarly(Console console, Collecting collecting, Prepared prepared, Plan whole, PlanOptions options) {
        this.console = console;
        this.collecting = collecting;
        this.prepared = prepared;
        this.whole = whole;
        this.options = options;
        this.audit = prepared.audit();
    }

    /**
     * Collects, and writes down what was decided.
     *
     * @param level the expected share of false names that is accepted
     */
    Ending.Told collect(double level) {
        IdentifyCommand.checkLevel(level);
        List<String> suspects = ids(Subject.Role.SUSPECT);
        List<String> candidates = ids(Subject.Role.CANDIDATE);
        if (suspects.isEmpty() || candidates.isEmpty()) {
            throw OperatorError.usage(
                    "There is nothing to decide",
                    "--stop-when-decided",
                    "the audit has no " + (suspects.isEmpty() ? "suspect" : "candidate"),
                    "Give models the role suspect or candidate, or leave the option out.");
        }
        Audit others = Questioning.among(audit, subject -> subject.role() != Subject.Role.SUSPECT);
        Ending.Told told =
                collecting.round(prepared, Plan.of(others, prepared.suite().probes(), options), whole);
        if (told.exit() != Exit.OK) {
            return told;
        }
        Library library = library(suspects);
        List<String> order = library.order(
                Questioning.comparable(prepared.suite()).keySet(), audit.run().seed());
        SortedMap<String, Stopping.Decision> decisions = new TreeMap<>();
        for (String suspect : suspects) {
            Identification identification = Identification.begin(library, order, level, candidates::contains);
            Audit alone = Questioning.among(audit, subject -> subject.id().equals(suspect));
            Questioning questioning = new Questioning(collecting, prepared, whole, alone, options);
            told = questioning.until(identification, order);
            if (told.exit() == Exit.OK && identification.named().isEmpty()) {
                told = collecting.round(
                        prepared, Plan.of(alone, prepared.suite().probes(), options), whole);
            }
            if (told.exit() != Exit.OK) {
                return told;
            }
            decisions.put(suspect, Stopping.Decision.of(identification, order.size()));
        }
        Stopping stopping = new Stopping(level, audit.run().seed(), decisions);
        try (Archive archive = prepared.folder().write()) {
            archive.putDocument(Stopping.DOCUMENT, Bytes.of(stopping.toJson().canonical()), Instant.now());
        }
        stopping.decisions().forEach((suspect, decision) -> console.answer(line(suspect, decision) + "."));
        return new Ending.Told(Exit.OK, true);
    }

    private List<String> ids(Subject.Role role) {
        return audit.models().stream()
                .filter(subject -> subject.role() == role)
                .map(Subject::id)
                .toList();
    }

    private Library library(List<String> suspects) {
        try (Archive archive = prepared.folder().read().orElseThrow()) {
            return Library.of(
                            Corpus.read(archive), Integer.MAX_VALUE, audit.run().seed())
                    .without(suspects::contains);
        }
    }

    private static String line(String suspect, Stopping.Decision decision) {
        String after = String.format(
                Locale.ROOT, "%s, after %d answers of %d: ", suspect, decision.answers(), decision.order());
        return after
                + (decision.named().isEmpty()
                        ? "no candidate is named by e-value; all questions were asked"
                        : decision.named().stream().map(StoppedEarly::words).collect(Collectors.joining("; ")));
    }

    private static String words(Stopping.Named named) {
        return String.format(
                Locale.ROOT,
                "answers like %s (%s), e-value %,.0f",
                named.line(),
                String.join(", ", named.models()),
                named.eValue());
    }

    /**
     * The suspects of an archive that were asked fewer questions because it was decided, and why they have no likelihood
     * ratio. A suspect that has been asked the rest since is not among them.
     *
     * @throws OperatorError where what the archive says of it cannot be read
     */
    static SortedMap<String, String> withheld(Archive archive) {
        Optional<Bytes> document = archive.document(Stopping.DOCUMENT);
        Optional<Bytes> suite = archive.document(StoredDocuments.SUITE);
        SortedMap<String, String> reasons = new TreeMap<>();
        if (document.isEmpty() || suite.isEmpty()) {
            return reasons;
        }
        try {
            Stopping stopping = Stopping.fromJson(Json.parse(document.get().toArray(), JsonLimits.FILE));
            int probes = Json.parse(suite.get().toArray(), JsonLimits.FILE)
                    .at("probes")
                    .items()
                    .size();
            SortedMap<String, Set<String>> asked = new TreeMap<>();
            archive.forEach(held -> asked.computeIfAbsent(held.cell().key().subject(), subject -> new TreeSet<>())
                    .add(held.cell().key().probe()));
            stopping.decisions().forEach((suspect, decision) -> {
                if (!decision.named().isEmpty()
                        && asked.getOrDefault(suspect, Set.of()).size() < probes) {
                    reasons.put(
                            suspect,
                            "it was asked until that was decided, and a ratio speaks of a fixed number of questions; "
                                    + line(suspect, decision));
                }
            });
            return reasons;
        } catch (JsonFault e) {
            throw new OperatorError(
                    OperatorError.Kind.INTEGRITY,
                    "It cannot be read when the questioning was ended",
                    archive.where(),
                    String.valueOf(e.getMessage()),
                    "Use the version that wrote it, or restore the archive from a copy");
        }
    }
}
