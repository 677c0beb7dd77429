package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.archive.Step;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.provider.FaultKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where every planned cell stands. */
final class Backlog {
    /** How a cell stands. */
    enum Standing {
        /** It may be asked. */
        OPEN,
        /** It holds an answer. */
        STORED,
        /** It may have been paid for, and holds no whole answer. */
        DOUBT,
        /** The vendor will not answer it. */
        REJECTED
    }

    private final Map<CellKey, Standing> standings = new HashMap<>();
    private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    private final Map<CellKey, Integer> attempts = new HashMap<>();
    private final int retries;

    private Backlog(int retries) {
        this.retries = retries;
    }

    /**
     * Writes the plan into the archive and takes stock. Calls that were in flight when the last process ended are in
     * doubt from now on; where a number of retries is granted, doubtful cells are opened again and the archive says so.
     */
    static Backlog of(Archive archive, Plan plan, int retries, Instant now) {
        Map<CellKey, Cell> planned = new HashMap<>();
        plan.jobs().forEach(job -> planned.put(job.cell().key(), job.cell()));
        Backlog backlog = new Backlog(retries);
        Map<CellKey, Standing> all = new HashMap<>();
        List<Step> found = new ArrayList<>();
        archive.forEach(held -> {
            CellKey key = held.cell().key();
            backlog.attempts.put(key, held.attempts());
            if (held.state() == State.INTENT) {
                found.add(Step.inDoubt(
                        key, now, held.cost(), "no-answer: the process ended while the call was in flight"));
                all.put(key, Standing.DOUBT);
            } else if (!planned.containsKey(key) || planned.get(key).sameRequest(held.cell())) {
                all.put(key, standing(held));
            }
        });
        archive.append(found);
        // A cell with another request than before is planned anew, or refused.
        archive.plan(() -> plan.jobs().stream().map(Job::cell).iterator(), now);
        List<Step> decisions = new ArrayList<>();
        for (Job job : plan.jobs()) {
            CellKey key = job.cell().key();
            Standing standing = all.getOrDefault(key, Standing.OPEN);
            backlog.set(key, standing);
            if (standing == Standing.DOUBT) {
                backlog.secondChance(key, now).ifPresent(decisions::add);
            }
        }
        archive.append(decisions);
        return backlog;
    }

    /** The step that opens a doubtful cell again, where a retry is granted; the cell is open from then on. */
    Optional<Step> secondChance(CellKey key, Instant now) {
        if (attempts.getOrDefault(key, 0) > retries) {
            return Optional.empty();
        }
        set(key, Standing.OPEN);
        return Optional.of(Step.authoriseRetry(
                key, now, "granted beforehand: calls in doubt are tried up to " + (retries + 1) + " times"));
    }

    /** An attempt begins. */
    void attempted(CellKey key) {
        attempts.merge(key, 1, Integer::sum);
    }

    static Standing standing(StoredExchange held) {
        return switch (held.state()) {
            case PLANNED, INTENT, NOT_SENT, RETRY_AUTHORISED -> Standing.OPEN;
            case RESULT -> Standing.STORED;
            case PARTIAL, IN_DOUBT -> Standing.DOUBT;
            case REJECTED ->
                held.reason().startsWith(FaultKind.BAD_REQUEST.word() + ":") ? Standing.REJECTED : Standing.OPEN;
        };
    }

    Standing get(CellKey key) {
        return standings.getOrDefault(key, Standing.OPEN);
    }

    void set(CellKey key, Standing standing) {
        Standing before = standings.put(key, standing);
        if (before != null) {
            counts.merge(before, -1, Integer::sum);
        }
        counts.merge(standing, 1, Integer::sum);
    }

    int count(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }
}
