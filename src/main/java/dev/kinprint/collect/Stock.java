package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.archive.StoredExchange;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How the planned cells of one model stand before anything is asked.
 *
 * @param subject the id of the model
 * @param cells how many cells are planned
 * @param stored how many of them hold an answer
 * @param inDoubt how many may have been paid for and hold no whole answer
 * @param rejected how many the vendor will not answer
 * @param lowTokens tokens that the other cells may come to, as a guess
 * @param highTokens the most tokens that they can come to
 * @param low the price of the guess, in billionths of a US dollar; empty where no price is known
 * @param worst the most that the other cells can cost, in billionths of a US dollar; empty where no price is known
 */
public record Stock(
        String subject,
        int cells,
        int stored,
        int inDoubt,
        int rejected,
        long lowTokens,
        long highTokens,
        OptionalLong low,
        OptionalLong worst) {
    /** How many cells are to be asked. */
    public int toFetch() {
        return cells - stored - inDoubt - rejected;
    }

    /**
     * Takes stock without changing anything.
     *
     * @param archive what is there already
     * @return by subject
     */
    public static List<Stock> of(Plan plan, Optional<Archive> archive) {
        Map<CellKey, Backlog.Standing> standings = new HashMap<>();
        archive.ifPresent(
                held -> held.forEach(exchange -> standings.put(exchange.cell().key(), standing(exchange))));
        Map<String, Count> counts = new TreeMap<>();
        for (Job job : plan.jobs()) {
            CellKey key = job.cell().key();
            counts.computeIfAbsent(key.subject(), subject -> new Count())
                    .add(standings.getOrDefault(key, Backlog.Standing.OPEN), job.cost());
        }
        return counts.entrySet().stream()
                .map(count -> count.getValue().stock(count.getKey()))
                .toList();
    }

    /** How a cell stands while nobody is collecting: a call that seems to be in flight was cut off. */
    static Backlog.Standing standing(StoredExchange held) {
        return held.state() == State.INTENT ? Backlog.Standing.DOUBT : Backlog.standing(held);
    }

    private static final class Count {
        private final Map<Backlog.Standing, Integer> cells = new EnumMap<>(Backlog.Standing.class);
        private long worst;
        private long low;
        private long lowTokens;
        private long highTokens;
        private boolean priced = true;

        void add(Backlog.Standing standing, Cost cost) {
            cells.merge(standing, 1, Integer::sum);
            if (standing == Backlog.Standing.OPEN) {
                lowTokens += cost.lowTokens();
                highTokens += cost.highTokens();
                low += cost.low().orElse(0);
                worst += cost.high().orElse(0);
                priced &= cost.high().isPresent();
            }
        }

        Stock stock(String subject) {
            return new Stock(
                    subject,
                    cells.values().stream().mapToInt(Integer::intValue).sum(),
                    cells.getOrDefault(Backlog.Standing.STORED, 0),
                    cells.getOrDefault(Backlog.Standing.DOUBT, 0),
                    cells.getOrDefault(Backlog.Standing.REJECTED, 0),
                    lowTokens,
                    highTokens,
                    priced ? OptionalLong.of(low) : OptionalLong.empty(),
                    priced ? OptionalLong.of(worst) : OptionalLong.empty());
        }
    }
}
