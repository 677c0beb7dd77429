package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.CellKey;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.provider.Ask;
import dev.kinprint.provider.Codecs;
import dev.kinprint.provider.Message;
import dev.kinprint.provider.Pace;
import dev.kinprint.provider.Prices;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.provider.WireRequest;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Param;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every call of a run, written out before the first is made: subjects times probes times samples. */
public final class Plan {
    private final List<Job> jobs = new ArrayList<>();
    private final List<Parity> parity = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final SortedMap<String, Start> lanes = new TreeMap<>();
    private final Set<String> localHosts = new TreeSet<>();
    private final Set<Prices.Source> priceSources = new LinkedHashSet<>();
    private final KeyRing keys;

    private final Outlet outlet;

    private Plan(PlanOptions options) {
        this.keys = new KeyRing(options);
        this.outlet = Outlet.of(options.environment());
    }

    /**
     * How a lane begins.
     *
     * @param concurrency how many calls may be in flight at first
     * @param pace what it may take in a minute
     */
    record Start(int concurrency, Pace pace) {
        Start with(Start other) {
            return new Start(
                    Math.max(concurrency, other.concurrency),
                    new Pace(least(pace.calls(), other.pace.calls()), least(pace.tokens(), other.pace.tokens())));
        }

        private static Optional<Long> least(Optional<Long> one, Optional<Long> other) {
            return one.isPresent() && other.isPresent()
                    ? Optional.of(Math.min(one.get(), other.get()))
                    : one.or(() -> other);
        }
    }

    /**
     * Plans an audit. Models that are asked by hand get no call. The first samples come before the second ones, each
     * round in one order that the run's seed shuffles across all models: no model is asked at another time of day than
     * the others, and two samples of one question are hardly ever in flight together, so that which came first is no
     * accident.
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
            if (ManualCollection.by(subject)) {
                plan.warnings.add(subject.id() + " is asked by hand: kinprint collect AUDIT --manual " + subject.id());
            } else {
                plan.add(audit, subject, probes, options);
            }
        }
        plan.shuffle(audit.run().seed());
        return plan;
    }

    private void shuffle(long seed) {
        SortedMap<Integer, List<Job>> rounds = new TreeMap<>();
        jobs.forEach(job -> rounds.computeIfAbsent(job.cell().key().sample(), sample -> new ArrayList<>())
                .add(job));
        jobs.clear();
        for (List<Job> round : rounds.values()) {
            Collections.shuffle(round, new Random(seed));
            jobs.addAll(round);
        }
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
        Pace pace = options.paces().getOrDefault(profile.id(), Pace.FREE).or(to.local() ? Pace.FREE : profile.pace());
        lanes.merge(to.lane(), new Start(profile.concurrency(), pace), Start::with);
        Optional<Parcel.KeyHeader> key = keys.header(subject, profile, to);
        SortedMap<String, String> params = new TreeMap<>(audit.params(subject));
        parity.add(parity(subject, profile, params));
        params.remove(Param.MAX_OUTPUT_TOKENS.key());
        Optional<Prices.Price> price = Prices.bundled()
                .find(subject.provider(), profile.split(subject.model()).model());
        if (!subject.local()) {
            price.map(Prices.Price::source).ifPresent(priceSources::add);
        }
        if (profile.upstream().isPresent()
                && profile.split(subject.model()).upstream().isEmpty()) {
            warnings.add(where + " names no upstream, so several may answer: write its model as " + subject.model()
                    + "@UPSTREAM");
        }
        for (Probe probe : probes) {
            int maxTokens = audit.maxTokens(subject, probe);
            for (int sample = 0; sample < audit.samples(probe); sample++) {
                Ask ask = new Ask(subject.model(), messages(probe), maxTokens, seeded(params, sample));
                WireRequest request = Codecs.of(profile.dialect()).encode(profile, ask, options.lenientParams());
                Bytes body = Bytes.of(request.body().canonical());
                Cell cell = new Cell(
                        new CellKey(subject.id(), probe.id(), sample),
                        profile.dialect(),
                        profile.id(),
                        to.base(),
                        subject.model(),
                        body);
                Parcel parcel = new Parcel(to.base() + request.path(), request.headers(), key, body);
                jobs.add(new Job(cell, parcel, to.lane(), Cost.of(body, maxTokens, subject.local(), price)));
            }
        }
    }

    /** A seed that stayed the same would make every sample the same: each gets the next one. */
    private static SortedMap<String, String> seeded(SortedMap<String, String> params, int sample) {
        SortedMap<String, String> all = new TreeMap<>(params);
        all.computeIfPresent(Param.SEED.key(), (name, seed) -> Long.toString(Long.parseLong(seed) + sample));
        return all;
    }

    private static Parity parity(Subject subject, Profile profile, SortedMap<String, String> params) {
        SortedMap<String, String> dropped = new TreeMap<>();
        SortedMap<String, String> idle = new TreeMap<>();
        for (String name : params.keySet()) {
            Optional<String> refused = profile.refuses(subject.model(), name, params);
            if (refused.isPresent()) {
                dropped.put(name, refused.get());
            } else {
                profile.ignores(subject.model(), name).ifPresent(why -> idle.put(name, why));
            }
        }
        return new Parity(subject.id(), params, dropped, idle);
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

    /** What becomes of the parameters, for each model in the order of the audit. */
    public List<Parity> parity() {
        return Collections.unmodifiableList(parity);
    }

    /** Writes into an archive what becomes of the parameters. */
    public void describe(Archive archive, Instant now) {
        archive.putDocument(Parity.DOCUMENT, Bytes.of(Parity.toJson(parity).canonical()), now);
    }

    /** What an operator should know before asking. */
    public List<String> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    /** Where the prices of its models were read, in the order of the audit. */
    public Set<Prices.Source> priceSources() {
        return Collections.unmodifiableSet(priceSources);
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

    /** By lane, how it begins. */
    SortedMap<String, Start> lanes() {
        return Collections.unmodifiableSortedMap(lanes);
    }

    Outlet outlet() {
        return outlet;
    }

    Set<String> localHosts() {
        return Collections.unmodifiableSet(localHosts);
    }

    Collection<Secret> secrets() {
        return keys.secrets();
    }
}
