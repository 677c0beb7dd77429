package dev.kinprint.collect;

import dev.kinprint.archive.Spend;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Limits;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds a run to its money and its number of calls: what is settled and what is reserved never pass the cap. */
final class Purse {
    private final Optional<Long> cap;
    private final Optional<Integer> maxCalls;
    private long settled;
    private long reserved;
    private long calls;

    Purse(Limits limits, Spend before) {
        this.cap = limits.budgetUsd().map(usd -> usd.movePointRight(9).longValue());
        this.maxCalls = limits.maxCalls();
        this.settled = before.settled();
        this.reserved = before.reserved();
        this.calls = before.calls();
    }

    /** Refuses models without a known price where nothing else limits what they may cost. */
    static void check(Plan plan, Limits limits) {
        if (limits.maxCalls().isEmpty() && !plan.unpriced().isEmpty()) {
            throw OperatorError.usage(
                    "The cost has no limit",
                    "limits",
                    "no price is known for " + String.join(", ", plan.unpriced()),
                    "Give limits.maxCalls, or --max-calls " + plan.size() + ".");
        }
    }

    /** Why a call may not be made, or empty where it may. */
    Optional<CollectSummary.Ended> forbids(Job job) {
        if (maxCalls.isPresent() && calls >= maxCalls.get()) {
            return Optional.of(CollectSummary.Ended.CALLS);
        }
        long worst = job.reserve().orElse(0);
        boolean passes = cap.isPresent() && worst > 0 && settled + reserved + worst > cap.get();
        return passes ? Optional.of(CollectSummary.Ended.BUDGET) : Optional.empty();
    }

    void reserve(Job job) {
        calls++;
        reserved += job.reserve().orElse(0);
    }

    /** A call does not start after all. */
    void release(Job job) {
        calls--;
        reserved -= job.reserve().orElse(0);
    }

    /** A call ended; what it cost, or may have cost, takes the place of what was reserved. */
    void settle(Settlement settlement) {
        long held = settlement.job().reserve().orElse(0);
        OptionalLong cost = settlement.step().cost();
        switch (settlement.step().state()) {
            case RESULT -> {
                reserved -= held;
                settled += cost.orElse(0);
            }
            case REJECTED -> reserved -= held;
            case NOT_SENT -> {
                reserved -= held;
                calls--;
            }
            default -> {
                // In doubt: it stays reserved.
            }
        }
    }

    Spend spend() {
        return new Spend(settled, reserved, calls);
    }
}
