package dev.kinprint.report;

import dev.kinprint.calibrate.Contribution;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.table.TableWriter;
import dev.kinprint.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every verdict as one record, with three columns for each channel. A number that is not there leaves its cell empty. */
final class ScoresCsv {
    private static final List<String> FIRST = List.of(
            "suspect",
            "candidate",
            "relation",
            "log10_lr",
            "log10_lr_low",
            "log10_lr_high",
            "support",
            "for_relation",
            "why_none",
            "rank",
            "questions",
            "background",
            "labs");

    private ScoresCsv() {}

    static void write(List<Verdict> verdicts, Appendable out) throws IOException {
        Set<String> channels = verdicts.stream()
                .flatMap(verdict -> verdict.evidence().contributions().stream())
                .map(Contribution::channel)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> columns = new ArrayList<>(FIRST);
        channels.forEach(channel -> columns.addAll(List.of(channel + " score", channel + " z", channel + " log10")));
        TableWriter table = new TableWriter(out, columns);
        for (Verdict verdict : verdicts) {
            table.row(record(verdict, channels).toArray());
        }
    }

    private static List<Object> record(Verdict verdict, Set<String> channels) {
        Evidence evidence = verdict.evidence();
        List<Object> cells = new ArrayList<>(List.of(
                evidence.suspect(),
                evidence.candidate(),
                evidence.relation().name(),
                evidence.logLr().map(LogLr::value).map(Numbers::exact),
                evidence.logLr().map(LogLr::low).map(Numbers::exact),
                evidence.logLr().map(LogLr::high).map(Numbers::exact),
                verdict.support().words(),
                Boolean.toString(verdict.forRelation()),
                evidence.why(),
                evidence.rank(),
                evidence.questions(),
                evidence.background(),
                evidence.labs()));
        Map<String, Contribution> parts = evidence.contributions().stream()
                .collect(Collectors.toMap(Contribution::channel, part -> part, (first, second) -> first));
        for (String channel : channels) {
            Optional<Contribution> part = Optional.ofNullable(parts.get(channel));
            cells.add(part.map(Contribution::score).map(Numbers::exact));
            cells.add(part.map(Contribution::z).map(Numbers::exact));
            cells.add(part.flatMap(Contribution::log10).map(Numbers::exact));
        }
        return cells;
    }
}
