package dev.kinprint.lab;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a running lab was asked, for tests and benchmarks. Only requests that were understood are counted. */
public final class Ledger {
    private final Map<Asked, LongAdder> counts = new ConcurrentHashMap<>();

    Ledger() {}

    void enter(String model, String prompt) {
        counts.computeIfAbsent(new Asked(model, prompt), asked -> new LongAdder())
                .increment();
    }

    /** How often a model was asked a prompt, the last user turn of a request. */
    public long count(String model, String prompt) {
        LongAdder count = counts.get(new Asked(model, prompt));
        return count == null ? 0 : count.sum();
    }

    /** How many requests there were. */
    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How many requests each model had; models without any are left out. */
    public Map<String, Long> byModel() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((asked, count) -> sums.merge(asked.model(), count.sum(), Long::sum));
        return sums;
    }

    private record Asked(String model, String prompt) {}
}
