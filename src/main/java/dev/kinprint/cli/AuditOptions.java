package dev.kinprint.cli;

import dev.kinprint.collect.PlanOptions;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.provider.Pace;
import dev.kinprint.provider.Profiles;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.AuditFile;
import dev.kinprint.suite.Limits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The audit file, and what may be said of it on the command line. */
final class AuditOptions {
    @Parameters(arity = "0..1", paramLabel = "AUDIT", description = "The audit file (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("kinprint.yaml");

    @Option(names = "--max-calls", paramLabel = "N", description = "The most calls, instead of limits.maxCalls.")
    private Optional<Integer> maxCalls = Optional.empty();

    @Option(names = "--budget-usd", paramLabel = "USD", description = "The most money, instead of limits.budgetUsd.")
    private Optional<BigDecimal> budgetUsd = Optional.empty();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "The longest time, such as 45s, 90m or 1h30m, instead of limits.deadline.")
    private Optional<String> deadline = Optional.empty();

    @Option(
            names = "--lenient-params",
            description = "Leave out and list the parameters that a vendor does not take, instead of refusing them.")
    private boolean lenientParams;

    @Option(
            names = "--allow-key-host",
            paramLabel = "HOST",
            description = "Let keys go to this host too; else a vendor's key goes to that vendor alone.")
    private List<String> keyHosts = new ArrayList<>();

    @Option(
            names = "--rpm",
            paramLabel = "PROVIDER=N",
            description = "The most calls a minute to a provider, instead of what its profile says.")
    private Map<String, Long> callsAMinute = new TreeMap<>();

    @Option(
            names = "--tpm",
            paramLabel = "PROVIDER=N",
            description = "The most tokens a minute, of questions and longest answers together.")
    private Map<String, Long> tokensAMinute = new TreeMap<>();

    /** An audit file without anything said of it on the command line. */
    static AuditOptions of(Path file) {
        AuditOptions options = new AuditOptions();
        options.file = file;
        return options;
    }

    /** The audit file's audit, with the limits of the command line. */
    Audit audit() {
        Audit audit = AuditFile.read(file);
        Limits limits = new Limits(
                budgetUsd.map(AuditOptions::amount).or(audit.limits()::budgetUsd),
                maxCalls.map(AuditOptions::count).or(audit.limits()::maxCalls),
                deadline.map(AuditOptions::time).or(audit.limits()::deadline),
                audit.limits().concurrency());
        return new Audit(
                audit.run(),
                limits,
                audit.models(),
                audit.panel(),
                audit.params(),
                audit.probes(),
                audit.judge(),
                audit.gate());
    }

    /** What a plan takes from the command line. */
    PlanOptions plan(Function<String, Optional<String>> environment) {
        HashSet<String> hosts = new HashSet<>();
        keyHosts.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        return new PlanOptions(lenientParams, paces(), hosts, environment);
    }

    private Map<String, Pace> paces() {
        Map<String, Pace> paces = new TreeMap<>();
        callsAMinute.forEach((provider, most) ->
                paces.put(provider, new Pace(Optional.of(pace("--rpm", provider, most)), Optional.empty())));
        tokensAMinute.forEach((provider, most) -> paces.merge(
                provider,
                new Pace(Optional.empty(), Optional.of(pace("--tpm", provider, most))),
                (calls, tokens) -> calls.or(tokens)));
        return paces;
    }

    private static Long pace(String option, String provider, Long most) {
        Profiles.get(provider, option);
        if (most < 1) {
            throw wrong(option, most + " is under 1", "Give 1 or more.");
        }
        return most;
    }

    private static BigDecimal amount(BigDecimal usd) {
        if (usd.signum() < 0) {
            throw wrong("--budget-usd", usd + " is negative", "Give 0 or more.");
        }
        return usd;
    }

    private static Integer count(Integer calls) {
        if (calls < 0) {
            throw wrong("--max-calls", calls + " is negative", "Give 0 or more.");
        }
        return calls;
    }

    private static Duration time(String text) {
        try {
            Duration time = Duration.parse("PT" + text);
            if (!time.isNegative() && !time.isZero()) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // the same complaint as for no time at all
        }
        throw wrong("--deadline", "'" + text + "' is no time", "Give a time such as 45s, 90m or 1h30m.");
    }

    private static OperatorError wrong(String option, String why, String next) {
        return OperatorError.usage("Wrong " + option, "the command line", why, next);
    }
}
