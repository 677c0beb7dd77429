package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Limits;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks every open cell of a plan, and archives every attempt before the next. A collector runs once. */
public final class Collector {
    private final Archive archive;
    private final Plan plan;
    private final Limits limits;
    private final CollectOptions options;
    private final CollectListener listener;
    private final Surroundings surroundings;
    private @Nullable Session session;
    private int stops;

    /**
     * A collector for one run.
     *
     * @param archive open for writing
     * @param listener hears how it goes
     * @throws OperatorError where the cost has no limit
     */
    public Collector(Archive archive, Plan plan, Limits limits, CollectOptions options, CollectListener listener) {
        this(archive, plan, limits, options, listener, Surroundings.real());
    }

    Collector(
            Archive archive,
            Plan plan,
            Limits limits,
            CollectOptions options,
            CollectListener listener,
            Surroundings surroundings) {
        Purse.check(plan, limits);
        this.archive = archive;
        this.plan = plan;
        this.limits = limits;
        this.options = options;
        this.listener = listener;
        this.surroundings = surroundings;
    }

    /**
     * Starts no more calls and lets those in flight come to their end for a while; called again, breaks them off. From
     * any thread.
     */
    public synchronized void stop() {
        stops++;
        if (session != null) {
            session.stop();
        }
    }

    /**
     * Asks until nothing is left that may be asked, or something stops it.
     *
     * @throws OperatorError where the archive holds answers to other requests for the same cells
     */
    public CollectSummary run() {
        Timing timing = surroundings.timing();
        Backlog backlog = Backlog.of(archive, plan, options.inDoubtRetries(), timing.now());
        Purse purse = new Purse(limits, archive.spend());
        Traffic traffic = new Traffic(options, listener);
        plan.lanes().forEach((lane, start) -> traffic.lane(lane, start, limits.concurrency(), timing.nanos()));
        fill(traffic, backlog);
        GuardedDns dns = new GuardedDns(
                surroundings.dns(), plan.localHosts(), plan.outlet().proxy().map(InetSocketAddress::getHostString));
        try (Wire wire = new Wire(dns, plan.outlet(), surroundings.timeouts(), new Redactor(plan.secrets()))) {
            Session running =
                    new Session(archive, wire, timing, listener, backlog, purse, traffic, options, limits.deadline());
            begin(running);
            CollectSummary.Ended ended = running.run();
            return new CollectSummary(
                    ended,
                    plan.size(),
                    backlog.count(Backlog.Standing.STORED),
                    backlog.count(Backlog.Standing.DOUBT),
                    backlog.count(Backlog.Standing.REJECTED),
                    running.asked(),
                    traffic.halted(),
                    purse.spend());
        }
    }

    private synchronized void begin(Session running) {
        session = running;
        for (int i = 0; i < stops; i++) {
            running.stop();
        }
    }

    private void fill(Traffic traffic, Backlog backlog) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Job job : plan.jobs()) {
            int[] count = counts.computeIfAbsent(job.cell().key().subject(), subject -> new int[2]);
            count[0]++;
            if (backlog.get(job.cell().key()) == Backlog.Standing.OPEN) {
                traffic.add(job);
            } else {
                count[1]++;
            }
        }
        counts.forEach((subject, count) -> listener.planned(subject, count[0], count[1]));
    }
}
