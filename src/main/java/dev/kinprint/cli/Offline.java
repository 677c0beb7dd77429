package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.Plan;
import dev.kinprint.collect.Unanswered;
import dev.kinprint.fault.OperatorError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A run from stored answers alone, as a build without keys makes it. It has no way to the network. */
final class Offline {
    private static final int SHOWN = 10;

    private final Console console;
    private final String command;

    /**
     * A run without calls.
     *
     * @param command the command that was given
     */
    Offline(Console console, String command) {
        this.console = console;
        this.command = command;
    }

    /**
     * Sees that every planned cell is settled, and writes down what a run writes down.
     *
     * @throws OperatorError where an answer is missing; nothing was changed then
     */
    void run(Prepared prepared, Plan plan) {
        Unanswered unanswered;
        try (Archive stored = prepared.folder()
                .read()
                .orElseThrow(() -> missing(
                        prepared.folder(),
                        "the folder holds no archive",
                        "Restore the run from a cache, or collect it with:  " + online()))) {
            unanswered = Unanswered.of(plan, stored);
        }
        if (!unanswered.none()) {
            throw missing(prepared.folder(), why(plan, unanswered), next(unanswered));
        }
        try (Archive archive = prepared.folder().write()) {
            prepared.store(archive, Instant.now());
            plan.describe(archive, Instant.now());
        }
        console.note(String.format(
                Locale.ROOT, "All %,d cells are settled in %s; no call was made.", plan.size(), prepared.folder()));
    }

    private static OperatorError missing(RunFolder folder, String why, String next) {
        return new OperatorError(
                OperatorError.Kind.INSUFFICIENT, "Stored answers are not enough", folder.toString(), why, next);
    }

    private static String why(Plan plan, Unanswered unanswered) {
        List<String> parts = new ArrayList<>();
        if (!unanswered.open().isEmpty()) {
            parts.add(String.format(
                    Locale.ROOT, "%s of %,d cells hold no answer", counts(unanswered.open()), plan.size()));
        }
        if (!unanswered.changed().isEmpty()) {
            parts.add(counts(unanswered.changed()) + " hold the answer to another request than the audit's");
        }
        return String.join("; ", parts);
    }

    /** Such as {@code 72 (candidate 48, rival 24)}. */
    private static String counts(SortedMap<String, Integer> bySubject) {
        String named = bySubject.entrySet().stream()
                .limit(SHOWN)
                .map(entry -> TerminalText.line(entry.getKey(), 40) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        int all = bySubject.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(Locale.ROOT, "%,d (%s%s)", all, named, bySubject.size() > SHOWN ? ", ..." : "");
    }

    private String next(Unanswered unanswered) {
        return unanswered.changed().isEmpty()
                ? "Collect them where the keys are, with:  " + online()
                : "Give the run another name in the audit, and collect it where the keys are, with:  " + online();
    }

    private String online() {
        return command.replace(" --offline", "");
    }
}
