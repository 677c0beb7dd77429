package dev.kinprint.suite;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What a run may cost.
 *
 * @param budgetUsd the most money, in US dollars
 * @param maxCalls the most calls
 * @param deadline the longest time from start to end
 * @param concurrency the most calls in flight to one host
 */
public record Limits(
        Optional<BigDecimal> budgetUsd, Optional<Integer> maxCalls, Optional<Duration> deadline, int concurrency) {
    /** Checks that no limit is negative and that something may be in flight; drops a budget's trailing zeros. */
    public Limits {
        if (budgetUsd.isPresent() && budgetUsd.get().signum() < 0) {
            throw new IllegalArgumentException("budgetUsd: " + budgetUsd.get() + " is negative");
        } else if (maxCalls.isPresent() && maxCalls.get() < 0) {
            throw new IllegalArgumentException("maxCalls: " + maxCalls.get() + " is negative");
        } else if (deadline.isPresent()
                && (deadline.get().isNegative() || deadline.get().isZero())) {
            throw new IllegalArgumentException("deadline: " + deadline.get() + " is no time at all");
        } else if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: " + concurrency + " is less than 1");
        }
        // 10 and 10.00 are one budget, and equal only without their trailing zeros.
        budgetUsd = budgetUsd.map(usd -> new BigDecimal(usd.stripTrailingZeros().toPlainString()));
    }
}
