package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.State;
import dev.kinprint.collect.CollectSummary;
import dev.kinprint.collect.Respondent;
import dev.kinprint.json.Json;
import dev.kinprint.provider.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says how a collection ended, what is missing, and how to go on. */
final class Ending {
    private static final int SHOWN = 20;
    private static final int REASON = 120;

    private final Console console;
    private final RunFolder folder;
    private final String again;

    Ending(Console console, RunFolder folder, String again) {
        this.console = console;
        this.folder = folder;
        this.again = again;
    }

    /**
     * What was told.
     *
     * @param exit the exit code of the collection
     * @param judge whether what is there should be judged: nothing more will come by itself
     */
    record Told(int exit, boolean judge) {}

    /** Says it. */
    Told tell(CollectSummary summary, Archive archive) {
        console.note(String.format(
                Locale.ROOT,
                "%,d of %,d cells stored in %s; %,d calls this time.",
                summary.stored(),
                summary.cells(),
                folder,
                summary.asked()));
        console.data("collected", () -> json(summary));
        if (summary.rejected() > 0) {
            console.problem(summary.rejected() + " cells were not accepted by their vendor and have no answer.");
        }
        doubts(archive);
        Respondent.of(archive).forEach(one -> one.flags()
                .forEach(flag -> console.problem("! " + one.subject() + ": " + TerminalText.line(flag, 300))));
        int exit = exit(summary);
        if (summary.ended() == CollectSummary.Ended.STORAGE) {
            console.error(
                    "The archive cannot be written",
                    archive.where(),
                    why(summary),
                    "Make room, and resume with the same command:  " + again);
        } else if (exit != Exit.OK || summary.open() > 0) {
            console.problem(why(summary));
            console.problem("Resume with the same command:  " + again);
        }
        boolean judge = summary.ended() == CollectSummary.Ended.COMPLETE && summary.stored() > 0;
        if (exit != Exit.OK && !judge) {
            console.problem(
                    "Judge what is there with:      kinprint judge " + CommandLineText.quoted(folder.toString()));
        }
        return new Told(exit, judge);
    }

    private static Json json(CollectSummary summary) {
        return Json.object(
                "ended", summary.ended().name().toLowerCase(Locale.ROOT),
                "cells", summary.cells(),
                "stored", summary.stored(),
                "open", summary.open(),
                "inDoubt", summary.inDoubt(),
                "rejected", summary.rejected(),
                "asked", summary.asked(),
                "halted", summary.halted());
    }

    private static int exit(CollectSummary summary) {
        return switch (summary.ended()) {
            case STOPPED -> Exit.INTERRUPTED;
            case BUDGET, CALLS, DEADLINE -> Exit.LIMIT;
            case STORAGE -> Exit.INTERNAL;
            case COMPLETE -> {
                if (summary.halted().isEmpty()) {
                    yield Exit.OK;
                }
                yield summary.halted().values().stream().anyMatch(Ending::closed) ? Exit.AUTHENTICATION : Exit.LIMIT;
            }
        };
    }

    /** Whether a vendor does not let us in, or is not who it should be; a host that only fails may recover. */
    private static boolean closed(String reason) {
        return reason.startsWith("not-sent:")
                || Stream.of(FaultKind.AUTHENTICATION, FaultKind.QUOTA, FaultKind.NOT_FOUND, FaultKind.REDIRECT)
                        .anyMatch(kind -> reason.startsWith(kind.word() + ":"));
    }

    private static String why(CollectSummary summary) {
        String open = String.format(Locale.ROOT, "%,d cells are still open", summary.open());
        return switch (summary.ended()) {
            case STOPPED -> "Stopped: " + open + ".";
            case BUDGET -> "The next call could pass the budget: " + open + ". Raise it with --budget-usd.";
            case CALLS -> "The number of calls is used up: " + open + ". Raise it with --max-calls.";
            case DEADLINE -> "The time is up: " + open + ".";
            case STORAGE -> "the disk is full or fails, so nothing more was asked; " + open;
            case COMPLETE ->
                summary.halted().isEmpty()
                        ? open + ", which failed again and again."
                        : "Asked no more: " + String.join(", ", summary.halted().keySet()) + "; " + open + ".";
        };
    }

    private void doubts(Archive archive) {
        List<String> doubts = new ArrayList<>();
        archive.forEach(held -> {
            if (held.state() == State.PARTIAL || held.state() == State.IN_DOUBT) {
                doubts.add("  in doubt: " + held.cell().key() + "  " + TerminalText.line(held.reason(), REASON));
            }
        });
        if (doubts.isEmpty()) {
            return;
        }
        doubts.stream().limit(SHOWN).forEach(console::problem);
        console.problem(doubts.size()
                + (doubts.size() > SHOWN ? " cells in all are" : doubts.size() == 1 ? " cell is" : " cells are")
                + " in doubt: sent, perhaps paid for, and without a whole answer. They are not asked again by"
                + " themselves, and count as gaps.");
    }
}
