package dev.kinprint.cli;

import dev.kinprint.calibrate.Power;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often related pairs reach a likelihood ratio, as a table. */
final class PowerTable {
    private static final double HALF = 0.5;
    private static final double MOST = 0.8;

    private PowerTable() {}

    /** A row for each relation: the share of its pairs that reach the ratio at each number of questions. */
    static String of(Power power, double ratio) {
        List<String> heads = new ArrayList<>(List.of("relation", "at most", "pairs"));
        power.questions().forEach(questions -> heads.add(String.valueOf(questions)));
        heads.addAll(List.of("half from", "80 % from"));
        TextTable table = new TextTable(heads.toArray(String[]::new));
        for (Relation relation : Relation.values()) {
            List<Power.Curve> curves = power.curves().stream()
                    .filter(curve -> curve.relation() == relation)
                    .toList();
            if (!curves.isEmpty()) {
                Power.Curve last = curves.get(curves.size() - 1);
                List<Object> row = new ArrayList<>(
                        List.of(relation.words(), last.mostRatio(), last.pairs().size()));
                for (int questions : power.questions()) {
                    row.add(power.at(relation, questions)
                            .map(curve -> percent(curve.reaching(ratio).value()) + " %")
                            .orElse("unknown"));
                }
                row.add(from(power, relation, ratio, HALF));
                row.add(from(power, relation, ratio, MOST));
                table.row(row.toArray());
            }
        }
        return table.toString();
    }

    private static String from(Power power, Relation relation, double ratio, double share) {
        return power.questionsFor(relation, ratio, share).map(String::valueOf).orElse("none seen");
    }

    /** A share with its interval, in percent. */
    static String percent(Optional<Interval> share) {
        return share.map(known -> String.format(
                        Locale.ROOT,
                        "%s %% [%s, %s]",
                        percent(known.value()),
                        percent(known.low()),
                        percent(known.high())))
                .orElse("unknown");
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(100 * share));
    }

    /** A ratio without decimals where it has none. */
    static String ratio(double ratio) {
        return ratio == Math.rint(ratio)
                ? String.format(Locale.ROOT, "%,.0f", ratio)
                : String.format(Locale.ROOT, "%.1f", ratio);
    }
}
