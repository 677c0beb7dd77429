package dev.kinprint.cli;

import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Spend;
import dev.kinprint.collect.CollectListener;
import dev.kinprint.provider.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Shows how a collection goes: how many cells are done, with which outcomes, what they cost, who keeps it waiting. */
final class CollectProgress implements CollectListener {
    private final Console console;
    private final ProgressLine line;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final long total;
    private long done;
    private long missed;
    private long nanoUsd;
    private String waiting = "";

    /**
     * Progress of a collection.
     *
     * @param total how many cells are planned
     */
    CollectProgress(Console console, ProgressLine line, long total) {
        this.total = total;
        this.console = console;
        this.line = line;
    }

    @Override
    public void planned(String subject, int cells, int settled) {
        done += settled;
        show();
    }

    @Override
    public void stored(CellKey cell, Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        done++;
        waiting = "";
        show();
    }

    @Override
    public void missed(CellKey cell, String reason) {
        missed++;
        show();
    }

    @Override
    public void waiting(String host, String reason, Duration pause) {
        waiting = "waiting " + Math.max(1, pause.toSeconds()) + " s for " + host + " (" + reason + ")";
        show();
    }

    @Override
    public void halted(String subject, String reason) {
        console.problem("! " + subject + " is asked no more: " + TerminalText.line(reason, 200));
    }

    @Override
    public void spent(Spend spend) {
        nanoUsd = spend.total();
        show();
    }

    private void show() {
        StringBuilder note = new StringBuilder();
        outcomes.forEach((outcome, count) ->
                note.append(outcome.word()).append(' ').append(count).append(' '));
        if (missed > 0) {
            note.append("without answer ").append(missed).append(' ');
        }
        if (nanoUsd > 0) {
            note.append(String.format(Locale.ROOT, "$%.2f ", nanoUsd / 1e9));
        }
        line.at(done, total, note.append(waiting).toString().strip());
    }
}
