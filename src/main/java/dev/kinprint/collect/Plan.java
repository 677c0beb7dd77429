package dev.kinprint.collect;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.provider.Ask;
import dev.kinprint.provider.Codecs;
import dev.kinprint.provider.Message;
import dev.kinprint.provider.Prices;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.provider.WireRequest;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Param;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every call of a run, written out before the first is made: subjects times probes times samples. */
public final class Plan {
    private final List<Job> jobs = new ArrayList<>();
    private final SortedMap<String, Set<String>> dropped = new TreeMap<>();
    private final Map<String, Integer> lanes = new TreeMap<>();
    private final Set<String> localHosts = new TreeSet<>();
    private final KeyRing keys;

    private Plan(PlanOptions options) {
        this.keys = new KeyRing(options);
    }

    /**
     * Plans an audit. Calls are in an order shuffled across all models by the run's seed, so that no model is asked at
     * another time of day than the others.
     *
     * @param probes what is asked, of all its models
     * @throws OperatorError where a provider, a base URL, a parameter or a key is not what is needed
     */
    public static Plan of(Audit audit, List<Probe> probes, PlanOptions options) {
        Set<String> ids = new HashSet<>();
        for (Probe probe : probes) {
            if (!ids.add(probe.id())) {
                throw OperatorError.usage(
                        "The probe id '" + probe.id() + "' stands twice",
                        "probes",
                        "two suites use it",
                        "Rename it in one of them.");
            }
        }
        Plan plan = new Plan(options);
        for (Subject subject : audit.models()) {
            plan.add(audit, subject, probes, options);
        }
        Collections.shuffle(plan.jobs, new Random(audit.run().seed()));
        return plan;
    }

    private void add(Audit audit, Subject subject, List<Probe> probes, PlanOptions options) {
        String where = subject.id() + " (" + subject.provider() + "/" + subject.model() + ")";
        Profile profile = Profiles.get(subject.provider(), where);
        String base = subject.baseUrl()
                .or(profile::baseUrl)
                .orElseThrow(() -> OperatorError.usage(
                        "A base URL is missing",
                        where,
                        "every user of " + profile.title() + " has an address of their own",
                        "Give baseUrl."));
        Destination to = Destination.of(base, subject.local(), where);
        if (to.local()) {
            localHosts.add(to.host());
        }
        lanes.merge(to.lane(), profile.concurrency(), Math::max);
        Optional<Parcel.KeyHeader> key = keys.header(subject, profile, to);
        SortedMap<String, String> params = new TreeMap<>(audit.params(subject));
        params.remove(Param.MAX_OUTPUT_TOKENS.key());
        for (Probe probe : probes) {
            int maxTokens = audit.maxTokens(subject, probe);
            for (int sample = 0; sample < audit.samples(probe); sample++) {
                Ask ask = new Ask(subject.model(), messages(probe), maxTokens, seeded(params, sample));
                WireRequest request = Codecs.of(profile.dialect()).encode(profile, ask, options.lenientParams());
                if (!request.dropped().isEmpty()) {
                    dropped.computeIfAbsent(subject.id(), id -> new TreeSet<>()).addAll(request.dropped());
                }
                Bytes body = Bytes.of(request.body().canonical());
                Cell cell = new Cell(
                        new CellKey(subject.id(), probe.id(), sample),
                        profile.dialect(),
                        profile.id(),
                        to.base(),
                        subject.model(),
                        body);
                Parcel parcel = new Parcel(to.base() + request.path(), request.headers(), key, body);
                jobs.add(new Job(cell, parcel, to.lane(), worst(subject, body, maxTokens)));
            }
        }
    }

    /** A seed that stayed the same would make every sample the same: each gets the next one. */
    private static SortedMap<String, String> seeded(SortedMap<String, String> params, int sample) {
        SortedMap<String, String> all = new TreeMap<>(params);
        all.computeIfPresent(Param.SEED.key(), (name, seed) -> Long.toString(Long.parseLong(seed) + sample));
        return all;
    }

    /** A token is at least one byte, so that the body's length bounds the tokens of the question. */
    private static OptionalLong worst(Subject subject, Bytes body, int maxTokens) {
        if (subject.local()) {
            return OptionalLong.of(0);
        }
        return Prices.bundled()
                .find(subject.provider(), subject.model())
                .map(price -> OptionalLong.of(price.nanoUsd(body.size(), maxTokens)))
                .orElse(OptionalLong.empty());
    }

    private static List<Message> messages(Probe probe) {
        return probe.turns().stream()
                .map(turn -> new Message(turn.role() == Turn.Speaker.USER, turn.text()))
                .toList();
    }

    /** How many cells there are. */
    public int size() {
        return jobs.size();
    }

    /** By subject, the parameters that are not sent because the vendor does not take them. */
    public SortedMap<String, Set<String>> dropped() {
        return Collections.unmodifiableSortedMap(dropped);
    }

    /** The models without a known price, sorted, as profile/model. */
    public Set<String> unpriced() {
        return jobs.stream()
                .filter(job -> job.reserve().isEmpty())
                .map(job -> job.cell().profile() + "/" + job.cell().model())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Job> jobs() {
        return Collections.unmodifiableList(jobs);
    }

    /** By lane, how many calls may be in flight at first. */
    Map<String, Integer> lanes() {
        return Collections.unmodifiableMap(lanes);
    }

    Set<String> localHosts() {
        return Collections.unmodifiableSet(localHosts);
    }

    Collection<Secret> secrets() {
        return keys.secrets();
    }
}
