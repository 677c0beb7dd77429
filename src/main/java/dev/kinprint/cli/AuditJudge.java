package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.embed.Embedder;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges a run as its audit says. */
record AuditJudge(Function<String, Optional<String>> environment) implements Judge {
    @Override
    public int judge(RunFolder folder, Audit audit, Console console) {
        if (!audit.judge().ablations().isEmpty()) {
            console.problem("judge.ablations is kept with the run, but this version does not evaluate it.");
        }
        CorpusSource.Opened opened;
        try (Archive archive = Archive.openReadOnly(folder.archive())) {
            opened = CorpusSource.opened(archive, audit.run().name(), folder.toString(), folder.path());
        }
        return judge(opened, audit, true, folder.path(), console);
    }

    /**
     * Judges what was opened as an audit says.
     *
     * @param texts whether the report shows what models said
     * @param out where the report goes
     */
    int judge(CorpusSource.Opened opened, Audit audit, boolean texts, Path out, Console console) {
        String calibration = calibration(audit.judge().calibration());
        JudgingRequest request = new JudgingRequest(
                opened.suspects(),
                opened.candidates(),
                List.of(),
                calibration,
                JudgingRequest.DRAWS,
                audit.run().seed());
        Optional<Embedder> embedder = EmbeddingOptions.of(audit.judge().embedder(), environment);
        try {
            String again = "kinprint judge " + opened.file().name() + " --calibration " + calibration + " --seed "
                    + audit.run().seed();
            return new JudgedRun(console).judge(new JudgedRun.Note(opened, again, texts), request, embedder, out);
        } finally {
            embedder.ifPresent(Embedder::close);
        }
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
