package dev.kinprint.cli;

import dev.kinprint.suite.Audit;

/** Judges what a run holds, and writes its report. */
interface Judge {
    /**
     * Judges.
     *
     * @param folder the folder of the run; its archive is closed
     * @return the exit code
     */
    int judge(RunFolder folder, Audit audit, Console console);
}
