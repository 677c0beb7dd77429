package dev.kinprint.trace;

import dev.kinprint.stats.Draws;
import dev.kinprint.stats.FalseDiscovery;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The excess echo of one model. For a probe and each place (the logged answer, or one of the fresh ones) it is the
 * model's closeness to that place less the mean of the background models' closeness to it, less the mean of the same over
 * the other places; divided by the root mean square over all probes and places; averaged over channels.
 *
 * <p>Had the model seen none of it, the logged answer would be one draw of the provider's model among others, and any
 * place could have been the logged one: choosing the place at random in each probe gives the distribution under "no echo"
 * exactly, whatever the answers are like (Fisher 1935). What is tested is the excess squared with its sign: a student
 * repeats some of what it saw at length and the rest not at all, so a few strong echoes say more than many weak ones. A
 * provider's model that changed since breaks the exchange of places; the controls show it, and what they have of it is
 * taken off before anything is tested.
 */
final class Echo {
    private static final int PERMUTATIONS = 20_000;
    private static final int BOOTSTRAPS = 2_000;

    private final List<Scored> probes;
    private final double shift;
    private final long seed;

    /**
     * A probe with its excess at each place, the logged answer's first.
     *
     * @param side which half it belongs to
     * @param account whose exchange was logged
     * @param places the excess echo; the mean is zero
     * @param tested its signed squares less their mean
     */
    private record Scored(Side side, String account, List<Double> places, List<Double> tested) {
        static Scored of(Nearness probe, List<Double> places) {
            List<Double> squares = places.stream().map(x -> x * Math.abs(x)).toList();
            double mean = squares.stream().mapToDouble(x -> x).average().orElse(0);
            return new Scored(
                    probe.side(),
                    probe.account(),
                    List.copyOf(places),
                    squares.stream().map(x -> x - mean).toList());
        }
    }

    private Echo(List<Scored> probes, long seed) {
        this.probes = probes;
        this.seed = seed;
        this.shift = Math.max(0, tested(of(Side.CONTROL)));
    }

    /**
     * Scores a model against others.
     *
     * @param background the models that its closeness is compared with; none of them the model itself
     */
    static Echo of(List<Nearness> probes, String model, Collection<String> background, long seed) {
        List<List<Double>> sums = new ArrayList<>();
        probes.forEach(probe -> sums.add(new ArrayList<>()));
        for (Channel channel : Channel.values()) {
            List<List<Double>> excess = new ArrayList<>();
            double squares = 0;
            long count = 0;
            for (Nearness probe : probes) {
                List<Double> own = probe.closeness().containsKey(channel)
                        ? excess(probe.closeness().get(channel), model, background)
                        : List.of();
                excess.add(own);
                squares += own.stream().mapToDouble(x -> x * x).sum();
                count += own.size();
            }
            double scale = count == 0 || squares == 0 ? 1 : Math.sqrt(squares / count);
            for (int p = 0; p < probes.size(); p++) {
                List<Double> sum = sums.get(p);
                List<Double> own = excess.get(p);
                for (int i = 0; i < own.size(); i++) {
                    double scaled = own.get(i) / scale;
                    if (sum.size() <= i) {
                        sum.add(scaled);
                    } else {
                        sum.set(i, (sum.get(i) + scaled) / 2);
                    }
                }
            }
        }
        List<Scored> scored = new ArrayList<>();
        for (int p = 0; p < probes.size(); p++) {
            // A probe that the model did not answer says nothing of it.
            if (!sums.get(p).isEmpty()) {
                scored.add(Scored.of(probes.get(p), sums.get(p)));
            }
        }
        return new Echo(scored, seed);
    }

    private static List<Double> excess(
            Map<String, List<Double>> closeness, String model, Collection<String> background) {
        List<Double> own = new ArrayList<>(closeness.getOrDefault(model, List.of()));
        List<List<Double>> others = background.stream()
                .filter(closeness::containsKey)
                .map(closeness::get)
                .toList();
        double sum = 0;
        for (int i = 0; i < own.size(); i++) {
            double usual = 0;
            for (List<Double> other : others) {
                usual += other.get(i) / others.size();
            }
            own.set(i, own.get(i) - usual);
            sum += own.get(i);
        }
        int places = own.size();
        double mean = places == 0 ? 0 : sum / places;
        // x less the mean of the others is n / (n - 1) times x less the mean of all.
        own.replaceAll(x -> (x - mean) * places / (places - 1));
        return own;
    }

    /** The probes of a side. */
    private List<Scored> of(Side side) {
        return probes.stream().filter(probe -> probe.side() == side).toList();
    }

    /** How many probes of a side are scored. */
    int probes(Side side) {
        return of(side).size();
    }

    /** The mean excess echo of a side, with a 95 % interval over its accounts; in standard deviations of one probe. */
    Interval side(Side side) {
        return interval(new ArrayList<>(byAccount(of(side)).values()), side == Side.SUSPECTED ? 10 : 11);
    }

    /** What the controls have on average where it is positive: it is not due to the suspected exchanges. */
    double shift() {
        return shift;
    }

    /** The suspected mean of what is tested, less the shift, in standard deviations of that mean under "no echo". */
    double strength() {
        return strength(of(Side.SUSPECTED));
    }

    private double strength(List<Scored> some) {
        double variance = 0;
        for (Scored probe : some) {
            variance += probe.tested().stream().mapToDouble(x -> x * x).sum()
                    / probe.tested().size();
        }
        return variance > 0 ? (tested(some) - shift) * some.size() / Math.sqrt(variance) : 0;
    }

    /** {@link #strength} of bootstrap draws over the suspected accounts. */
    List<Double> strengthDraws() {
        List<List<Scored>> accounts =
                new ArrayList<>(byAccount(of(Side.SUSPECTED)).values());
        Draws draws = new Draws(seed, 12);
        List<Double> strengths = new ArrayList<>();
        for (int d = 0; d < BOOTSTRAPS; d++) {
            List<Scored> drawn = new ArrayList<>();
            double[] counts = draws.bootstrap(accounts.size());
            for (int a = 0; a < counts.length; a++) {
                for (int time = 0; time < counts[a]; time++) {
                    drawn.addAll(accounts.get(a));
                }
            }
            strengths.add(strength(drawn));
        }
        return strengths;
    }

    /** The permutation p-value of the suspected side as a whole. */
    double p() {
        return p(of(Side.SUSPECTED), 13);
    }

    /** A test for each group of accounts: all accounts by themselves, or clusters. Sorted by name. */
    List<GroupEcho> groups(Map<String, String> groupOfAccount) {
        Map<String, List<Scored>> groups = new TreeMap<>();
        for (Scored probe : probes) {
            String group = groupOfAccount.get(probe.account());
            if (group != null) {
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(probe);
            }
        }
        List<String> names = List.copyOf(groups.keySet());
        List<Double> ps = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            ps.add(p(groups.getOrDefault(names.get(g), List.of()), 1_000 + g));
        }
        List<Double> qs = Arrays.stream(FalseDiscovery.adjusted(
                        ps.stream().mapToDouble(Double::doubleValue).toArray()))
                .boxed()
                .toList();
        List<GroupEcho> tests = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            List<Scored> own = groups.getOrDefault(names.get(g), List.of());
            tests.add(new GroupEcho(
                    names.get(g),
                    own.get(0).side(),
                    own.size(),
                    interval(own.stream().map(List::of).toList(), 100_000 + g),
                    ps.get(g),
                    qs.get(g)));
        }
        return tests;
    }

    /** A test for each account. */
    List<GroupEcho> accounts() {
        Map<String, String> alone = new TreeMap<>();
        probes.forEach(probe -> alone.put(probe.account(), probe.account()));
        return groups(alone);
    }

    private double p(List<Scored> some, int stream) {
        Draws draws = new Draws(seed, stream);
        double observed = (tested(some) - shift) * some.size();
        int asMuch = 1;
        for (int d = 0; d < PERMUTATIONS; d++) {
            double sum = 0;
            for (Scored probe : some) {
                sum += probe.tested()
                        .get((int) (draws.uniform() * probe.tested().size()));
            }
            // Rounding must not make an equal sum a smaller one.
            asMuch += sum >= observed - 1e-9 ? 1 : 0;
        }
        return asMuch / (PERMUTATIONS + 1.0);
    }

    private Interval interval(List<List<Scored>> units, int stream) {
        Draws draws = new Draws(seed, stream);
        double[] means = new double[BOOTSTRAPS];
        for (int d = 0; d < BOOTSTRAPS; d++) {
            double[] counts = draws.bootstrap(units.size());
            double sum = 0;
            double size = 0;
            for (int u = 0; u < counts.length; u++) {
                for (Scored probe : units.get(u)) {
                    sum += counts[u] * probe.places().get(0);
                    size += counts[u];
                }
            }
            means[d] = sum / size;
        }
        return Interval.percentile(mean(units.stream().flatMap(List::stream).toList()), means);
    }

    private static Map<String, List<Scored>> byAccount(List<Scored> some) {
        Map<String, List<Scored>> accounts = new TreeMap<>();
        some.forEach(probe -> accounts.computeIfAbsent(probe.account(), account -> new ArrayList<>())
                .add(probe));
        return accounts;
    }

    private static double tested(List<Scored> some) {
        return some.stream()
                .mapToDouble(probe -> probe.tested().get(0))
                .average()
                .orElse(0);
    }

    private static double mean(List<Scored> some) {
        return some.stream()
                .mapToDouble(probe -> probe.places().get(0))
                .average()
                .orElse(0);
    }
}
