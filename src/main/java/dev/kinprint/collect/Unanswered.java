package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run that may make no call lacks.
 *
 * @param open by subject, how many planned cells a run would still ask
 * @param changed by subject, how many planned cells are stored with another request: another model, address, wording or
 *     parameter
 */
public record Unanswered(SortedMap<String, Integer> open, SortedMap<String, Integer> changed) {
    /** Compares a plan with what is stored, without changing anything. */
    public static Unanswered of(Plan plan, Archive archive) {
        Map<CellKey, Cell> settled = new HashMap<>();
        archive.forEach(held -> {
            if (Stock.standing(held) != Backlog.Standing.OPEN) {
                settled.put(held.cell().key(), held.cell());
            }
        });
        SortedMap<String, Integer> open = new TreeMap<>();
        SortedMap<String, Integer> changed = new TreeMap<>();
        for (Job job : plan.jobs()) {
            Cell stored = settled.get(job.cell().key());
            if (stored == null) {
                open.merge(job.cell().key().subject(), 1, Integer::sum);
            } else if (!stored.sameRequest(job.cell())) {
                changed.merge(job.cell().key().subject(), 1, Integer::sum);
            }
        }
        return new Unanswered(open, changed);
    }

    /** Whether every planned cell is settled. */
    public boolean none() {
        return open.isEmpty() && changed.isEmpty();
    }
}
