package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Policy;
import dev.kinprint.verdict.Support;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The verdicts as a table of at most 80 columns. */
final class VerdictTable {
    private static final int FEW = 3;
    private static final int NAME = 21;
    private static final int TAIL = 7;

    private VerdictTable() {}

    /** The lines of the table: for each suspect its candidates, or the best for each relation where they are many. */
    static List<String> lines(Judged judged) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-21s %-10s %-20s %s", "candidate", "relation", "log10 LR [95 %]", "support"));
        Map<String, List<Verdict>> verdicts = judged.bySuspect();
        for (int suspect : judged.suspects()) {
            String id = judged.id(suspect);
            List<Verdict> own = verdicts.getOrDefault(id, List.of());
            List<Verdict> rows = rows(own);
            lines.add("");
            lines.add("suspect " + cut(id, 60));
            rows.forEach(verdict -> lines.add(row(verdict)));
            judged.attributions().stream()
                    .filter(attribution -> attribution.suspect().equals(id)
                            && !attribution.named().isEmpty())
                    .map(Attribution::words)
                    .distinct()
                    .forEach(words -> lines.addAll(wrap("  => " + words)));
            if (judged.attributions().stream()
                    .allMatch(attribution -> !attribution.suspect().equals(id)
                            || attribution.named().isEmpty())) {
                lines.addAll(wrap("  => " + none(judged, id, own)));
            }
            lines.addAll(beside(judged, suspect, rows));
        }
        return lines;
    }

    /** The p-values of the tests beside the verdict for the candidates of the table; the report's data hold all. */
    private static List<String> beside(Judged judged, int suspect, List<Verdict> rows) {
        List<String> lines = new ArrayList<>();
        Set<String> shown =
                rows.stream().map(verdict -> verdict.evidence().candidate()).collect(Collectors.toSet());
        for (int candidate : judged.candidates()) {
            if (!shown.contains(judged.id(candidate))) {
                continue;
            }
            String tests = judged.beside().stream()
                    .filter(found -> found.pair().suspect() == suspect
                            && found.pair().candidate() == candidate
                            && found.finding().pValue().isPresent())
                    .map(found -> String.format(
                            Locale.ROOT,
                            "%s p = %.3f",
                            found.test().id(),
                            found.finding().pValue().orElseThrow()))
                    .collect(Collectors.joining(", "));
            if (!tests.isEmpty()) {
                lines.addAll(wrap("  beside, in no ratio: " + cut(judged.id(candidate), NAME) + ": " + tests));
            }
        }
        return lines;
    }

    private static String none(Judged judged, String suspect, List<Verdict> all) {
        if (all.stream().allMatch(verdict -> verdict.support() == Support.INSUFFICIENT_DATA)) {
            return "Insufficient data: " + all.get(0).evidence().why().orElse("") + ".";
        }
        int examined = judged.attributions().stream()
                .filter(attribution -> attribution.suspect().equals(suspect))
                .mapToInt(Attribution::examined)
                .max()
                .orElse(0);
        return "None of the " + examined + " listed is named."
                + Policy.lacking(all, examined).map(why -> " " + why).orElse("");
    }

    /** Few candidates are all shown; of many, the first for each relation. */
    private static List<Verdict> rows(List<Verdict> verdicts) {
        long candidates =
                verdicts.stream().map(v -> v.evidence().candidate()).distinct().count();
        return verdicts.stream()
                .filter(verdict -> candidates <= FEW || verdict.evidence().rank() == 1)
                .sorted(Comparator.comparing((Verdict v) -> v.evidence().candidate())
                        .thenComparing(v -> v.evidence().relation()))
                .toList();
    }

    private static String row(Verdict verdict) {
        Evidence evidence = verdict.evidence();
        String figure = evidence.logLr().map(VerdictTable::figure).orElse("-");
        // The column's head says what it is; with the word in every row the longest would not fit.
        String support = verdict.support() == Support.NONE || verdict.support() == Support.INSUFFICIENT_DATA
                ? verdict.support().words()
                : verdict.support().words().replace(" support", "") + (verdict.forRelation() ? "" : ", against");
        return String.format(
                Locale.ROOT,
                "%-21s %-10s %-20s %s",
                cut(evidence.candidate(), NAME),
                evidence.relation().words(),
                figure,
                support);
    }

    private static String figure(LogLr lr) {
        return String.format(Locale.ROOT, "%5.2f [%5.2f, %5.2f]", lr.value(), lr.low(), lr.high());
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most - TAIL - 1) + "~" + text.substring(text.length() - TAIL);
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > 80) {
                lines.add(line.toString());
                line = new StringBuilder("    ");
            }
            line.append(line.length() == 0 || line.toString().isBlank() ? "" : " ")
                    .append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
