package dev.kinprint.trace;

import dev.kinprint.stats.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found of one suspect in one log.
 *
 * @param suspect the suspect's id
 * @param provider the id of the provider's own model
 * @param suspected how many probes of suspected accounts are compared
 * @param controls how many of other accounts are
 * @param suspectedEcho mean excess echo of the suspected, with its interval over accounts
 * @param controlEcho mean excess echo of the others, likewise
 * @param p the permutation p-value of the suspected as a whole, after the controls' echo was taken off
 * @param standing the suspect among the background models
 * @param ratio the likelihood ratio with its interval, where one may be printed
 * @param withheld why it may not; blank where it may
 * @param accounts a test for each account, the strongest first
 * @param clusters a test for each cluster that has probes, the strongest first; empty where none was named
 * @param gaps probes that could not be compared, by reason
 * @param kin background models that were left out as kin
 */
record EchoFindings(
        String suspect,
        String provider,
        int suspected,
        int controls,
        Interval suspectedEcho,
        Interval controlEcho,
        double p,
        Standing standing,
        Optional<Interval> ratio,
        String withheld,
        List<GroupEcho> accounts,
        List<GroupEcho> clusters,
        Map<String, Integer> gaps,
        List<String> kin) {
    /** With fewer background models nothing can be said of kinship. */
    static final int FEWEST_BACKGROUND = 5;

    /** A background model with at least this ratio shows that the calibration does not hold in this run. */
    private static final double FALSE_ALARM = 10;

    EchoFindings {
        accounts = List.copyOf(accounts);
        clusters = List.copyOf(clusters);
        gaps = new TreeMap<>(gaps);
        kin = List.copyOf(kin);
        if (ratio.isPresent() != withheld.isEmpty()) {
            throw new IllegalArgumentException("withheld: '" + withheld + "' with ratio " + ratio);
        }
    }

    /** Judges compared probes. */
    static EchoFindings of(
            TracedRun run,
            List<Nearness> probes,
            Map<String, Integer> gaps,
            Map<String, String> clusterOf,
            EchoCalibration calibration,
            long seed) {
        Echo echo = Echo.of(probes, run.suspect(), run.background(), seed);
        Standing standing = Standing.of(echo, probes, run.background(), seed);
        String withheld = withheld(run, echo, standing, calibration);
        return new EchoFindings(
                run.suspect(),
                run.provider(),
                echo.probes(Side.SUSPECTED),
                echo.probes(Side.CONTROL),
                echo.side(Side.SUSPECTED),
                echo.side(Side.CONTROL),
                echo.p(),
                standing,
                withheld.isEmpty()
                        ? Optional.of(calibration.ratio(echo.strength(), echo.strengthDraws()))
                        : Optional.empty(),
                withheld,
                strongestFirst(echo.accounts()),
                strongestFirst(echo.groups(clusterOf)),
                gaps,
                run.kin());
    }

    private static List<GroupEcho> strongestFirst(List<GroupEcho> tests) {
        return tests.stream()
                .sorted(Comparator.comparingDouble(GroupEcho::p)
                        .thenComparing(group -> -group.excess().value())
                        .thenComparing(GroupEcho::name))
                .toList();
    }

    private static String withheld(TracedRun run, Echo echo, Standing standing, EchoCalibration calibration) {
        if (run.background().size() < FEWEST_BACKGROUND) {
            return "there are fewer than " + FEWEST_BACKGROUND + " background models that are no kin";
        }
        if (echo.probes(Side.SUSPECTED) < calibration.fewestProbes()) {
            return "the calibration covers " + calibration.fewestProbes() + " suspected probes or more";
        }
        return standing.background().entrySet().stream()
                .filter(model -> calibration.ratio(model.getValue()) >= FALSE_ALARM)
                .findFirst()
                .map(model -> "background model " + model.getKey() + ", which saw nothing, would get "
                        + Words.of("%.0f", calibration.ratio(model.getValue()))
                        + ": the calibration does not hold here")
                .orElse("");
    }

    /** The accounts whose exchanges are echoed more than expected. */
    List<GroupEcho> listed() {
        return accounts.stream().filter(GroupEcho::listed).toList();
    }
}
