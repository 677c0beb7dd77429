package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Span;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.ingest.Outputs;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.report.FileNote;
import dev.kinprint.report.Header.SuiteNote;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings.Ablation;
import dev.kinprint.suite.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a corpus comes from: the archive of a run, or outputs that were made elsewhere. */
final class CorpusSource {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The folder of a run.")
    private Optional<Path> run = Optional.empty();

    @Option(
            names = "--corpus",
            paramLabel = "DIR|FILE",
            description = "Outputs made elsewhere, in AlpacaEval's layout or as JSON lines, instead of a run.")
    private Optional<Path> corpus = Optional.empty();

    /**
     * A corpus and what to say of it.
     *
     * @param corpus the texts
     * @param name its name
     * @param suite what was asked
     * @param file what the figures rest on
     * @param from when the first answer was collected; empty for outputs made elsewhere
     * @param to when the last one was
     * @param folder where its report goes where nothing else is said
     * @param suspects the suspects of the run's audit; none where there is no audit
     * @param candidates likewise
     * @param channels the channels that the run's audit names; none for all
     * @param ablations the variants of the texts that the run's audit names
     * @param withheld by suspect, why no likelihood ratio of it may be printed
     * @param called what models are called in the files they came from
     */
    record Opened(
            Corpus corpus,
            String name,
            SuiteNote suite,
            FileNote file,
            Optional<Instant> from,
            Optional<Instant> to,
            Path folder,
            List<String> suspects,
            List<String> candidates,
            List<String> channels,
            List<Ablation> ablations,
            SortedMap<String, String> withheld,
            ImportedNames called) {}

    /** Whether a run or a corpus is named. */
    boolean given() {
        return run.isPresent() || corpus.isPresent();
    }

    /** Reads the corpus. */
    Opened open() {
        if (run.isPresent() == corpus.isPresent()) {
            throw OperatorError.usage(
                    "It is not clear what is to be judged",
                    "RUN, --corpus",
                    run.isPresent() ? "both are given" : "neither is given",
                    "Name the folder of a run, or outputs with --corpus DIR");
        }
        if (run.isPresent()) {
            RunFolder folder = new RunFolder(run.get());
            try (Archive archive = folder.read()
                    .orElseThrow(() -> OperatorError.usage(
                            "There is no run",
                            folder.toString(),
                            "the folder holds no archive",
                            "Collect one with `kinprint run`, or name outputs with --corpus"))) {
                return opened(archive, name(folder.path()), folder.toString(), folder.path());
            }
        }
        Path source = corpus.orElseThrow();
        try (Archive archive = Archive.inMemory()) {
            // The time of an import decides nothing that is judged; a fixed one keeps the archive's root the same.
            Outputs.scan(source).into(archive, Instant.EPOCH);
            return opened(
                    archive, name(source), source.toString(), Path.of("results").resolve(name(source)));
        }
    }

    private static String name(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** What an archive holds. */
    static Opened opened(Archive archive, String name, String where, Path folder) {
        Optional<Audit> audit = audit(archive);
        Optional<Span> collected = archive.span();
        return new Opened(
                Corpus.read(archive),
                name,
                new SuiteNote(name, archive.root()),
                new FileNote(where, archive.root(), "root of the archive's hash chain"),
                collected.map(Span::from),
                collected.map(Span::to),
                folder,
                ids(audit, Subject.Role.SUSPECT),
                ids(audit, Subject.Role.CANDIDATE),
                audit.map(found -> found.judge().channels()).orElse(List.of()),
                audit.map(found -> found.judge().ablations()).orElse(List.of()),
                StoppedEarly.withheld(archive),
                ImportedNames.of(archive));
    }

    static Optional<Audit> audit(Archive archive) {
        return archive.document(StoredDocuments.AUDIT).map(document -> {
            try {
                return Audit.fromJson(Json.parse(document.toArray(), JsonLimits.FILE), Path.of(""));
            } catch (JsonFault e) {
                throw new OperatorError(
                        OperatorError.Kind.INTEGRITY,
                        "The stored audit cannot be read",
                        archive.where(),
                        String.valueOf(e.getMessage()),
                        "Use the version that wrote it, or restore the archive from a copy");
            }
        });
    }

    private static List<String> ids(Optional<Audit> audit, Subject.Role role) {
        return audit.stream()
                .flatMap(found -> found.models().stream())
                .filter(subject -> subject.role() == role)
                .map(Subject::id)
                .toList();
    }

    /**
     * Checks the channels that are named somewhere, none for all.
     *
     * @param where what stands before the name there
     * @throws OperatorError where there is no such channel
     */
    static List<String> channels(String where, List<String> named) {
        List<String> known = dev.kinprint.channel.Channels.ids();
        for (String channel : named) {
            if (!known.contains(channel)) {
                throw OperatorError.usage(
                        "There is no such channel",
                        where + channel,
                        "the channels are " + String.join(", ", known),
                        "See what they are with `kinprint channels`");
            }
        }
        return named;
    }
}
