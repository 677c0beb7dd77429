package dev.kinprint.cli;

import dev.kinprint.calibrate.RelationFigures;
import dev.kinprint.calibrate.Validation;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a validation as plain lines of at most 80 columns. */
final class ValidationTable {
    private ValidationTable() {}

    static List<String> lines(Validation validation) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d models, %d questions, %,d answers; calibration: %s",
                validation.models(),
                validation.questions(),
                validation.responses(),
                validation.calibration()));
        validation.relations().forEach(figures -> add(lines, figures));
        validation.byQuestions().forEach((count, relations) -> {
            lines.add("");
            lines.add("with " + count + " questions");
            relations.forEach(figures -> add(lines, figures));
        });
        validation.robustness().forEach(one -> {
            lines.add("");
            lines.add("suspects' answers " + one.rewrite().words());
            one.relations().forEach(figures -> add(lines, figures));
        });
        Validation.FalseAccusations accusations = validation.falseAccusations();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "unrelated pairs at \"moderate\" or more: %d of %d, %s",
                accusations.accused(),
                accusations.pairs(),
                figure(accusations.rate())));
        lines.add(String.format(
                Locale.ROOT,
                "  of these not connected by any chain: %d of %d; models accused: %d",
                accusations.cleanAccused(),
                accusations.cleanPairs(),
                accusations.models()));
        lines.add("  models accused at least once: " + figure(accusations.modelRate()));
        lines.add(String.format(
                Locale.ROOT, "  labs or lines with one: %d, %s", accusations.labs(), figure(accusations.labRate())));
        lines.add("");
        lines.add("the worst ratios of unrelated pairs, and of related ones");
        validation
                .worst()
                .forEach(one -> lines.add(String.format(
                        Locale.ROOT,
                        "  %s %-9s %-28s %-28s %5.2f",
                        one.relation(),
                        one.holds() ? "related" : "unrelated",
                        cut(one.suspect()),
                        cut(one.candidate()),
                        one.log10Lr())));
        return lines;
    }

    private static void add(List<String> lines, RelationFigures figures) {
        StringBuilder counts = new StringBuilder();
        for (Map.Entry<String, Integer> count : figures.counts().entrySet()) {
            counts.append(counts.length() == 0 ? "" : ", ")
                    .append(count.getValue())
                    .append(' ')
                    .append(count.getKey());
        }
        lines.add(figures.relation() + ": " + counts);
        figures.measures()
                .forEach((name, value) -> lines.add(String.format(Locale.ROOT, "    %-24s %s", name, figure(value))));
    }

    private static String figure(Interval interval) {
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", interval.value(), interval.low(), interval.high());
    }

    private static String cut(String name) {
        return name.length() <= 28 ? name : name.substring(0, 27) + "~";
    }
}
