package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.report.HeatMap;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The matrices of a report: likelihood ratios for each relation, and likeness for each group of channels. */
final class HeatMaps {
    private static final int MOST = 40;

    private final Judged judged;
    private final Landscapes landscapes;

    /**
     * Prepares them.
     *
     * @param landscapes orders models so that neighbours are alike; gets a tree and a map for each group worth them
     */
    HeatMaps(Judged judged, Landscapes landscapes) {
        this.judged = judged;
        this.landscapes = landscapes;
    }

    List<HeatMap> all() {
        List<Integer> shown = relevant();
        List<HeatMap> maps = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            maps.addAll(ratios(relation));
        }
        for (FigureGroup group : FigureGroup.in(judged.comparison())) {
            if (group.mapped()) {
                landscapes.add(group.title(), group.channels(), shown);
            }
            maps.add(likeness(group, landscapes.order(group.channels(), shown)));
        }
        return maps;
    }

    /** The ratios of one relation, where there are several. */
    private List<HeatMap> ratios(Relation relation) {
        List<String> suspects =
                judged.suspects().stream().limit(MOST).map(judged::id).toList();
        List<String> candidates =
                judged.candidates().stream().limit(MOST).map(judged::id).toList();
        if (suspects.size() * candidates.size() < 2) {
            return List.of();
        }
        List<List<Optional<Double>>> cells = suspects.stream()
                .map(judged::of)
                .map(verdicts -> candidates.stream()
                        .map(candidate -> ratio(verdicts, candidate, relation))
                        .toList())
                .toList();
        return List.of(new HeatMap(
                "Likelihood ratios for \u201C" + relation.words() + "\u201D",
                "log10 of the likelihood ratio",
                "Suspects in rows, candidates in columns. Above 0 the findings speak for the relation, below 0 for"
                        + " \"unrelated\".",
                HeatMap.Scale.DIVERGING,
                suspects,
                candidates,
                cells));
    }

    private static Optional<Double> ratio(List<Verdict> verdicts, String candidate, Relation relation) {
        return verdicts.stream()
                .map(Verdict::evidence)
                .filter(evidence ->
                        evidence.relation() == relation && evidence.candidate().equals(candidate))
                .findFirst()
                .flatMap(Evidence::logLr)
                .map(LogLr::value);
    }

    /** Suspects and candidates, then whoever is most like a suspect. */
    private List<Integer> relevant() {
        List<Integer> shown = new ArrayList<>(judged.suspects());
        judged.candidates().stream().filter(c -> !shown.contains(c)).forEach(shown::add);
        List<Integer> rest = IntStream.range(
                        0, judged.comparison().corpus().members().size())
                .filter(m -> !shown.contains(m))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(m -> -closest(m)).thenComparing(m -> m))
                .toList();
        shown.addAll(rest);
        return shown.subList(0, Math.min(MOST, shown.size()));
    }

    private double closest(int member) {
        return judged.suspects().stream()
                .filter(suspect -> suspect != member)
                .map(suspect -> judged.comparison().score("content-ngram", suspect, member))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(-1);
    }

    private HeatMap likeness(FigureGroup group, List<Integer> shown) {
        List<List<Optional<Double>>> cells = new ArrayList<>();
        for (int row : shown) {
            List<Optional<Double>> line = new ArrayList<>();
            for (int column : shown) {
                line.add(
                        row == column
                                ? judged.self().score(judged.id(row), group.channels())
                                : mean(group.channels(), row, column));
            }
            cells.add(line);
        }
        List<String> names = shown.stream().map(judged::id).toList();
        return new HeatMap(group.title(), group.unit(), group.explanation(), group.scale(), names, names, cells);
    }

    private Optional<Double> mean(List<String> channels, int i, int j) {
        double sum = 0;
        for (String channel : channels) {
            OptionalDouble score = judged.comparison().score(channel, i, j);
            if (score.isEmpty()) {
                return Optional.empty();
            }
            sum += score.getAsDouble();
        }
        return Optional.of(sum / channels.size());
    }
}
