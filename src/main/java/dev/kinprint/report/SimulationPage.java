package dev.kinprint.report;

import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Simulation;
import dev.kinprint.calibrate.SimulationFigures;
import dev.kinprint.stats.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A simulation as a page of Markdown. */
public final class SimulationPage {
    private static final List<String> MEASURES = List.of("auroc", "cllr", "cllrMin");

    private SimulationPage() {}

    /**
     * The page.
     *
     * @param command what makes it again
     */
    public static String of(Simulation simulation, String command) {
        StringBuilder page = new StringBuilder();
        line(page, "# Simulation from known lineages");
        line(page, "");
        line(page, "Written by this command, beside `simulation.json` with the same figures:");
        line(page, "");
        line(page, "```");
        line(page, command);
        line(page, "```");
        line(page, "");
        line(
                page,
                "The lab makes worlds of small text models, here of the seeds "
                        + String.join(
                                ", ",
                                simulation.worlds().stream()
                                        .map(String::valueOf)
                                        .toList())
                        + ". In each, four teachers are"
                        + " the candidates. Suspects are students of each teacher, of whose training texts the teacher"
                        + " wrote a part (the dose) and their base the others; a wrapper and a derived model of each"
                        + " teacher; and strangers, which learnt nothing from a candidate: students of dose 0, and second"
                        + " models of labs that stand in the background. Suspects declare nothing. All are judged as an"
                        + " audit is, with the calibration `" + simulation.calibration()
                        + "`, which other worlds made.");
        for (SimulationFigures figures : simulation.settings()) {
            setting(page, figures);
        }
        line(page, "");
        line(page, "## How to read it");
        line(page, "");
        line(
                page,
                "- \"At ten\" is the share of suspects with a pair whose likelihood ratio is ten or more: \"moderate\""
                        + " support. A candidate is *named* only where the ratio divided by the number of candidates still is ten,"
                        + " so for one of four at forty.");
        line(
                page,
                "- Brackets of shares are exact 95 % intervals for so many suspects (Clopper and Pearson). Suspects of"
                        + " one world share its candidates and background, so they are a little too narrow.");
        line(
                page,
                "- Cllr is 0 for perfect likelihood ratios and 1 for ratios that say nothing; Cllr_min is what remains"
                        + " after the best recalibration. Their brackets draw worlds anew, and mean nothing where there is one world."
                        + " \"Distilled\" is taken over all doses.");
        line(
                page,
                "- \"Misnamed\" counts suspects that are named as something that they are not: another source, or"
                        + " another relation to their own. Where the data do not tell \"same model\" from \"derived\","
                        + " both are named together, and that counts as the right one of the two.");
        line(page, "");
        line(page, "## What it does not mean");
        line(page, "");
        line(
                page,
                "The lab's models are n-gram models of invented styles. What holds here shows that the method does what"
                        + " it says where the truth is known, and a change of the figures shows that the method changed. It says"
                        + " nothing about how far real models lie apart: for that see `results/validation`.");
        return page.toString();
    }

    private static void setting(StringBuilder page, SimulationFigures figures) {
        line(page, "");
        line(page, "## " + figures.probes() + " probes, a background of " + figures.labs() + " labs");
        line(page, "");
        figures.accused().ifPresent(accused -> {
            line(page, "Strangers for which any candidate is named for any relation: " + percent(accused) + ".");
            line(page, "");
            line(page, "| strangers, weighed as | suspects | with a ratio | pairs at ten | at ten | named |");
            line(page, "|---|--:|--:|--:|--:|--:|");
            for (SimulationFigures.Group group : figures.unrelated()) {
                line(
                        page,
                        "| " + group.relation().words() + " | " + group.suspects() + " | " + group.weighed() + " | "
                                + group.pairsAtTen() + " of " + group.pairs() + " | " + percent(group.atTen()) + " | "
                                + percent(group.named()) + " |");
            }
            line(page, "");
        });
        line(
                page,
                "| suspects and their source | suspects | with a ratio | median log10 ratio | at ten | named | misnamed |");
        line(page, "|---|--:|--:|--:|--:|--:|--:|");
        for (SimulationFigures.Group group : figures.related()) {
            line(
                    page,
                    "| " + name(group) + " | " + group.suspects() + " | " + group.weighed() + " | "
                            + group.median().map(SimulationPage::decimal).orElse("none") + " | "
                            + percent(group.atTen()) + " | "
                            + percent(group.named()) + " | " + group.misnamed() + " |");
        }
        if (!figures.calibration().isEmpty()) {
            line(page, "");
            line(page, "| relation | AUROC | Cllr | Cllr_min |");
            line(page, "|---|--:|--:|--:|");
            for (Map.Entry<Relation, SortedMap<String, Interval>> one :
                    figures.calibration().entrySet()) {
                StringBuilder cells = new StringBuilder();
                for (String measure : MEASURES) {
                    cells.append(" | ")
                            .append(figure(Optional.ofNullable(one.getValue().get(measure))));
                }
                line(page, "| " + one.getKey().words() + cells + " |");
            }
        }
    }

    private static String name(SimulationFigures.Group group) {
        return group.kind() == Simulation.Kind.STUDENT
                ? "student, dose " + group.percent() + " %"
                : group.kind().words();
    }

    private static String percent(Interval share) {
        return String.format(
                Locale.ROOT, "%.1f %% [%.1f, %.1f]", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    private static String figure(Optional<Interval> known) {
        return known.map(interval -> decimal(interval.value()) + " [" + decimal(interval.low()) + ", "
                        + decimal(interval.high()) + "]")
                .orElse("none");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void line(StringBuilder page, String text) {
        page.append(text).append('\n');
    }
}
