package dev.kinprint.calibrate;

import dev.kinprint.compare.Pair;
import dev.kinprint.stats.Draws;
import dev.kinprint.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Attribution of students to source families: which family, and any family at all. */
final class Sources {
    private static final int DRAWS = 1_000;

    /** No family's ratio counts for more than a hundred either way: hardly more labs than that stand behind one. */
    private static final double LIMIT = 2;

    private final Truth truth;
    private final Function<Pair, OptionalDouble> score;
    private final long seed;

    /**
     * Attribution by a score.
     *
     * @param truth the documented sources
     * @param score the score of a suspect against a panel model for "distilled"
     * @param seed decides the draws
     */
    Sources(Truth truth, Function<Pair, OptionalDouble> score, long seed) {
        this.truth = truth;
        this.score = score;
        this.seed = seed;
    }

    /** A student, its families from best to worst, and its documented ones. */
    private record Ranked(int cluster, List<String> order, NavigableSet<String> sources) {
        double first() {
            return sources.contains(order.get(0)) ? 1 : 0;
        }

        double averagePrecision() {
            int hits = 0;
            double sum = 0;
            for (int r = 0; r < order.size(); r++) {
                if (sources.contains(order.get(r))) {
                    hits++;
                    sum += hits / (r + 1.0);
                }
            }
            return sum / sources.size();
        }
    }

    /** Which family: top-1 over all panel families for students of one, average precision for students of several. */
    RelationFigures family() {
        List<Ranked> single = new ArrayList<>();
        List<Ranked> several = new ArrayList<>();
        for (int student : truth.students()) {
            List<String> order = order(student);
            NavigableSet<String> sources = truth.sources(student);
            if (order.isEmpty()) {
                continue;
            }
            (sources.size() == 1 ? single : several).add(new Ranked(truth.cluster(student), order, sources));
        }
        TreeMap<String, Integer> counts = new TreeMap<>();
        counts.put("students", single.size());
        counts.put("severalSources", several.size());
        counts.put("clusters", clusters(single).size());
        counts.put("families", truth.panelFamilies().size());
        counts.put("trueFamilies", (int) single.stream()
                .map(ranked -> ranked.sources().first())
                .distinct()
                .count());
        TreeMap<String, Interval> measures = new TreeMap<>();
        if (!single.isEmpty()) {
            measures.put("top1", interval(single, all -> mean(all, Ranked::first)));
            measures.put("balancedTop1", interval(single, all -> balanced(all, Ranked::first)));
            measures.put("constantBaseline", constant(single));
        }
        if (!several.isEmpty()) {
            measures.put("averagePrecision", interval(several, all -> mean(all, Ranked::averagePrecision)));
        }
        return new RelationFigures("T-family", counts, measures);
    }

    private List<String> order(int student) {
        TreeMap<String, Double> scores = new TreeMap<>();
        truth.panelFamilies().forEach((family, members) -> {
            OptionalDouble mean = familyScore(student, members);
            if (mean.isPresent()) {
                scores.put(family, mean.getAsDouble());
            }
        });
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private OptionalDouble familyScore(int suspect, List<Integer> members) {
        return members.stream()
                .filter(member -> member != suspect)
                .map(member -> score.apply(new Pair(suspect, member)))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private static List<Integer> clusters(List<Ranked> students) {
        return students.stream().map(Ranked::cluster).distinct().toList();
    }

    private static double mean(List<Ranked> students, ToDoubleFunction<Ranked> value) {
        return students.stream().mapToDouble(value).average().orElse(0);
    }

    /** The mean over true families of the mean over clusters of the mean over students. */
    private static double balanced(List<Ranked> students, ToDoubleFunction<Ranked> value) {
        TreeMap<String, TreeMap<Integer, List<Ranked>>> groups = new TreeMap<>();
        students.forEach(student -> groups.computeIfAbsent(student.sources().first(), f -> new TreeMap<>())
                .computeIfAbsent(student.cluster(), c -> new ArrayList<>())
                .add(student));
        return groups.values().stream()
                .mapToDouble(family -> family.values().stream()
                        .mapToDouble(cluster -> mean(cluster, value))
                        .average()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private Interval interval(List<Ranked> students, ToDoubleFunction<List<Ranked>> measure) {
        List<Integer> clusters = clusters(students);
        double[] draws = new double[DRAWS];
        for (int b = 0; b < DRAWS; b++) {
            double[] often = new Draws(seed, b).bootstrap(clusters.size());
            List<Ranked> drawn = new ArrayList<>();
            for (Ranked student : students) {
                for (int k = 0; k < often[clusters.indexOf(student.cluster())]; k++) {
                    drawn.add(student);
                }
            }
            draws[b] = measure.applyAsDouble(drawn);
        }
        double value = measure.applyAsDouble(students);
        Interval interval = Interval.percentile(value, draws);
        return new Interval(value, Math.min(value, interval.low()), Math.max(value, interval.high()));
    }

    /** The balanced top-1 of always answering the commonest source, which any method must beat. */
    private static Interval constant(List<Ranked> students) {
        TreeMap<String, Integer> often = new TreeMap<>();
        students.forEach(student -> often.merge(student.sources().first(), 1, Integer::sum));
        String commonest = often.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        double value = balanced(students, student -> student.sources().contains(commonest) ? 1 : 0);
        return new Interval(value, value, value);
    }

    /**
     * Any family at all: one score a suspect, the greatest over equally many families of other labs and bases. Positives
     * are students of panel families, negatives are models of no other model's making.
     */
    RelationFigures any() {
        TreeMap<Integer, List<String>> open = new TreeMap<>();
        List<Integer> suspects = new ArrayList<>(truth.students());
        suspects.addAll(truth.independents());
        for (int suspect : new TreeSet<>(suspects)) {
            List<String> families = new ArrayList<>();
            truth.panelFamilies().forEach((family, members) -> {
                if (members.stream().noneMatch(member -> truth.kinship().kin(member, suspect))) {
                    families.add(family);
                }
            });
            open.put(suspect, families);
        }
        int equally = open.values().stream().mapToInt(List::size).min().orElse(0);
        Trial ranked = new Trial();
        Trial weighed = new Trial();
        for (Map.Entry<Integer, List<String>> entry : open.entrySet()) {
            int suspect = entry.getKey();
            List<String> families = entry.getValue();
            int[] order = new Draws(seed, suspect).permutation(families.size());
            double[] scores = Arrays.stream(order)
                    .limit(equally)
                    .mapToObj(k -> familyScore(
                            suspect,
                            java.util.Objects.requireNonNull(
                                    truth.panelFamilies().get(families.get(k)))))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (scores.length > 0) {
                int cluster = truth.cluster(suspect);
                boolean positive = truth.students().contains(suspect);
                ranked.add(Arrays.stream(scores).max().getAsDouble(), positive, cluster, cluster);
                weighed.add(meanRatio(scores), positive, cluster, cluster);
            }
        }
        TreeMap<String, Integer> counts = new TreeMap<>();
        counts.put("positives", ranked.count(true));
        counts.put("negatives", ranked.count(false));
        counts.put("families", equally);
        return new RelationFigures("T-any", counts, Trial.measures(ranked, weighed, seed));
    }

    /** The log10 likelihood ratio of "any of these", each as likely beforehand: the mean of their ratios. */
    private static double meanRatio(double[] log10) {
        return StrictMath.log10(Arrays.stream(log10)
                .map(score -> StrictMath.pow(10, Math.max(-LIMIT, Math.min(LIMIT, score))))
                .average()
                .orElse(1));
    }
}
