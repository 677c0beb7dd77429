package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.Parity;
import dev.kinprint.collect.Plan;
import dev.kinprint.collect.Stock;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.suite.Limits;
import dev.kinprint.suite.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run would ask, before it asks.
 *
 * @param prepared the audit with its probes and panel
 * @param plan every call
 * @param stock how the cells of each model stand
 */
record Preflight(Prepared prepared, Plan plan, List<Stock> stock) {
    static Preflight of(Prepared prepared, Plan plan) {
        Optional<Archive> archive = prepared.folder().read();
        try {
            return new Preflight(prepared, plan, Stock.of(plan, archive));
        } finally {
            archive.ifPresent(Archive::close);
        }
    }

    /** How many cells are to be asked. */
    int toFetch() {
        return stock.stream().mapToInt(Stock::toFetch).sum();
    }

    /** The plan as a table, with what is odd about it below. */
    String text() {
        TextTable table = new TextTable(
                "model", "role", "cells", "stored", "in doubt", "to fetch", "tokens (low-high)", "USD (low-high)");
        for (Stock each : stock) {
            table.row(
                    each.subject(),
                    role(each.subject()),
                    each.cells(),
                    each.stored(),
                    each.inDoubt(),
                    each.toFetch(),
                    count(each.lowTokens()) + " - " + count(each.highTokens()),
                    each.worst().isPresent() ? usd(each.low()) + " - " + usd(each.worst()) : "unknown");
        }
        StringBuilder text = new StringBuilder(table.toString());
        text.append(String.format(
                Locale.ROOT,
                "%n%,d cells of %d models and %d probes (%s@%s), %,d to fetch, USD %s at most.",
                plan.size(),
                stock.size(),
                prepared.suite().probes().size(),
                prepared.suite().id(),
                prepared.suite().version(),
                toFetch(),
                usd(worst())));
        prepared.panel()
                .forEach(outputs -> text.append(String.format(
                        Locale.ROOT,
                        "%nPanel: %,d answers of %d models, imported.",
                        outputs.answers(),
                        outputs.models().size())));
        plan.priceSources().forEach(source -> text.append("\nPrices of ")
                .append(source.date())
                .append(": ")
                .append(source.url())
                .append(", ")
                .append(source.what())
                .append("."));
        text.append("\nThe low end is a guess, the high end is what is reserved.");
        for (Parity one : plan.parity()) {
            one.dropped()
                    .forEach((param, why) ->
                            text.append("\n! " + one.subject() + " is asked without " + param + ": " + why));
            one.idle()
                    .forEach((param, why) ->
                            text.append("\n! " + param + " has no effect on " + one.subject() + ": " + why));
        }
        plan.warnings().forEach(warning -> text.append("\n! ").append(warning));
        if (!plan.unpriced().isEmpty()) {
            text.append("\n! No price is known for ").append(String.join(", ", plan.unpriced()));
            text.append(limits().maxCalls().isEmpty() ? ": give --max-calls." : ".");
        }
        return text.toString();
    }

    /** The same for whoever reads JSON. */
    Json json() {
        return Json.object(
                "run", prepared.folder().toString(),
                "probes", prepared.suite().probes().size(),
                "suite", prepared.suite().id() + "@" + prepared.suite().version(),
                "cells", plan.size(),
                "toFetch", toFetch(),
                "usdAtMost", CellData.usd(worst()),
                "prices",
                        plan.priceSources().stream()
                                .map(source -> Json.object(
                                        "date", source.date().toString(), "url", source.url(), "what", source.what()))
                                .toList(),
                "models", stock.stream().map(this::json).toList(),
                "parameters",
                        plan.parity().stream()
                                .map(one -> Json.object(
                                        "model", one.subject(),
                                        "sent", one.sent(),
                                        "dropped", one.dropped(),
                                        "idle", one.idle()))
                                .toList(),
                "warnings", plan.warnings(),
                "unpriced", plan.unpriced());
    }

    private Json json(Stock each) {
        return Json.object(
                "model", each.subject(),
                "role", role(each.subject()),
                "cells", each.cells(),
                "stored", each.stored(),
                "inDoubt", each.inDoubt(),
                "rejected", each.rejected(),
                "toFetch", each.toFetch(),
                "tokensLow", each.lowTokens(),
                "tokensHigh", each.highTokens(),
                "usdLow", CellData.usd(each.low()),
                "usdHigh", CellData.usd(each.worst()));
    }

    /**
     * Asks the user before anything is spent.
     *
     * @param yes whether the command line agreed already
     * @return whether to go on
     * @throws OperatorError where nothing limits the cost, or nobody is there to ask
     */
    boolean agreed(boolean yes, Console console) {
        if (!plan.unpriced().isEmpty() && limits().maxCalls().isEmpty()) {
            throw OperatorError.usage(
                    "The cost has no limit",
                    String.join(", ", plan.unpriced()),
                    "no price is known, so a budget cannot hold it",
                    "Give limits.maxCalls, or --max-calls " + plan.size() + ".");
        }
        boolean free = worst().isPresent() && worst().getAsLong() == 0;
        if (yes || free || toFetch() == 0) {
            return true;
        } else if (console.interactive()) {
            return console.agreed("Ask " + toFetch() + " cells?");
        } else if (limits().budgetUsd().isPresent() || limits().maxCalls().isPresent()) {
            return true;
        }
        throw OperatorError.usage(
                "Nobody has agreed to the cost",
                "the command line",
                "there is no terminal to ask on, and no budget",
                "Give --yes, --budget-usd or --max-calls.");
    }

    private Limits limits() {
        return prepared.audit().limits();
    }

    private String role(String subject) {
        return prepared.audit().models().stream()
                .filter(model -> model.id().equals(subject))
                .map(Subject::role)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow();
    }

    /** The most that all open cells can cost; empty where the price of one is not known. */
    private OptionalLong worst() {
        return stock.stream().allMatch(each -> each.worst().isPresent())
                ? OptionalLong.of(
                        stock.stream().mapToLong(each -> each.worst().orElse(0)).sum())
                : OptionalLong.empty();
    }

    private static String count(long tokens) {
        return tokens >= 1_000_000
                ? String.format(Locale.ROOT, "%.1f M", tokens / 1e6)
                : String.format(Locale.ROOT, "%.1f k", tokens / 1e3);
    }

    private static String usd(OptionalLong nano) {
        return nano.isPresent() ? String.format(Locale.ROOT, "%.2f", nano.getAsLong() / 1e9) : "unknown";
    }
}
