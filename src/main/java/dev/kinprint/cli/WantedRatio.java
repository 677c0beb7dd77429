package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.verdict.Policy;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The likelihood ratio that an audit is to reach. */
final class WantedRatio {
    /** From this ratio on a single candidate is named. */
    static final double LEAST_NAMED = Policy.NAMED_FROM_RATIO;

    @Option(
            names = "--want-lr",
            paramLabel = "RATIO",
            description =
                    "The likelihood ratio that is wanted. Default: what it takes to name a candidate, ten times the"
                            + " number of candidates.")
    private Optional<Double> ratio = Optional.empty();

    /** What was asked for, or a default. */
    double or(double otherwise) {
        if (ratio.isPresent() && !(ratio.get() > 1 && Double.isFinite(ratio.get()))) {
            throw OperatorError.usage(
                    "There is no such likelihood ratio to want",
                    "--want-lr " + ratio.get(),
                    "a ratio for a relation is more than 1",
                    "Give a number such as 10, 30 or 100.");
        }
        return ratio.orElse(otherwise);
    }
}
