package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.embed.Embedder;
import dev.kinprint.report.Disclosure;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings;
import dev.kinprint.suite.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges a run as its audit says. */
record AuditJudge(Function<String, Optional<String>> environment) implements Judge {
    @Override
    public int judge(RunFolder folder, Audit audit, Console console) {
        CorpusSource.Opened opened;
        try (Archive archive = Archive.openReadOnly(folder.archive())) {
            opened = CorpusSource.opened(archive, audit.run().name(), folder.toString(), folder.path());
        }
        return judge(opened, audit, Disclosure.FULL, folder.path(), console);
    }

    /**
     * Judges what was opened as an audit says.
     *
     * @param tells how much the report tells
     * @param out where the report goes
     */
    int judge(CorpusSource.Opened opened, Audit audit, Disclosure tells, Path out, Console console) {
        JudgingRequest request = request(audit);
        Optional<Embedder> embedder = embedder(audit, environment);
        try {
            String again = "kinprint judge " + opened.file().name() + " --calibration " + request.calibration()
                    + " --seed "
                    + audit.run().seed();
            return new JudgedRun(console).judge(new JudgedRun.Note(opened, again, tells), request, embedder, out);
        } finally {
            embedder.ifPresent(Embedder::close);
        }
    }

    /**
     * How an audit wants to be judged.
     *
     * @throws dev.kinprint.fault.OperatorError where it names a channel that there is not
     */
    static JudgingRequest request(Audit audit) {
        return new JudgingRequest(
                ids(audit, Subject.Role.SUSPECT),
                ids(audit, Subject.Role.CANDIDATE),
                CorpusSource.channels("judge.channels: ", audit.judge().channels()),
                calibration(audit.judge().calibration()),
                JudgingRequest.DRAWS,
                audit.run().seed(),
                audit.judge().ablations());
    }

    /** What makes the vectors; empty where the audit wants none. The caller closes it. */
    static Optional<Embedder> embedder(Audit audit, Function<String, Optional<String>> environment) {
        return request(audit).embeds() ? EmbeddingOptions.of(audit.judge().embedder(), environment) : Optional.empty();
    }

    private static List<String> ids(Audit audit, Subject.Role role) {
        return audit.models().stream()
                .filter(subject -> subject.role() == role)
                .map(Subject::id)
                .toList();
    }

    static String calibration(JudgeSettings.Part part) {
        if (part instanceof JudgeSettings.Part.Own own) {
            return own.path().toString();
        }
        return part instanceof JudgeSettings.Part.Builtin builtin
                        && builtin.name().equals(Calibrations.LAB)
                ? Calibrations.LAB
                : Calibrations.BUILTIN;
    }
}
