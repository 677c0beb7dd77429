package dev.kinprint.watch;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.stats.BettingProcess;
import dev.kinprint.stats.FalseDiscovery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the line of models that an endpoint belongs to, one answer after the other, and stops as soon as that is decided.
 *
 * <p>After each answer every line gets a score, one over its rank ({@link Ranking}). Against each line stands the
 * hypothesis that its mean score is at most a tolerance: the greatest mean that a model of any other lab in the library
 * has with it, over the same questions. A betting process tests each ({@link BettingProcess}), and the e-BH procedure
 * over all lines decides. It holds the share of false names under the level whenever one stops, as far as the endpoint
 * is to a line that it does not belong to no closer than all the strangers in the library are. Students of a line, and
 * models that are trained on the same texts, may be.
 */
public final class Identification {
    private static final int LEAST_LABS = 10;
    private static final int LEAST_QUESTIONS = 20;
    private static final double LEAST_TOLERANCE = 0.02;
    private static final double MOST_TOLERANCE = 0.95;

    private final Library library;
    private final Lines lines;
    private final double level;
    private final SortedMap<String, Ranking> rankings;
    private final List<BettingProcess> processes = new ArrayList<>();
    private final double[] sums;
    private final double[] tolerances;
    private final List<Integer> questioned;
    private int calls;

    /**
     * A line and how much speaks for it.
     *
     * @param line its name
     * @param models its models, sorted
     * @param eValue how many times a gambler's stake has grown by betting on it; at most 1 on average where it is not it
     * @param mean its mean score so far, 0 to 1
     * @param tolerance what strangers have at most
     */
    public record Standing(String line, List<String> models, double eValue, double mean, double tolerance) {
        /** Copies the models. */
        public Standing {
            models = List.copyOf(models);
        }
    }

    private Identification(
            Library library,
            Lines lines,
            SortedMap<String, Ranking> rankings,
            double level,
            Predicate<String> inQuestion) {
        this.library = library;
        this.lines = lines;
        this.rankings = rankings;
        this.level = level;
        this.sums = new double[lines.count()];
        this.tolerances = tolerances();
        this.questioned = IntStream.range(0, lines.count())
                .filter(line -> members(line).stream().anyMatch(inQuestion))
                .boxed()
                .toList();
        for (double tolerance : tolerances) {
            processes.add(BettingProcess.against(tolerance));
        }
    }

    /**
     * Begins, with every line of the library in question.
     *
     * @param order the questions in the order in which they will be asked, as {@link Library#order} gives it
     * @param level the expected share of false names that is accepted, between 0 and 1
     * @throws OperatorError where the library is too small, or knows too few of the questions
     */
    public static Identification begin(Library library, List<String> order, double level) {
        return begin(library, order, level, model -> true);
    }

    /**
     * Begins, with some lines in question. The others are competitors in every ranking and strangers that the tolerances
     * are taken from, but none of them is named, and none counts in the correction for several.
     *
     * @param order the questions in the order in which they will be asked, as {@link Library#order} gives it
     * @param level the expected share of false names that is accepted, between 0 and 1
     * @param inQuestion the ids of the models whose lines are in question
     * @throws OperatorError where the library is too small, or knows too few of the questions
     */
    public static Identification begin(
            Library library, List<String> order, double level, Predicate<String> inQuestion) {
        Lines lines = new Lines(library.fingerprints());
        long labs = IntStream.range(0, library.fingerprints().size())
                .mapToObj(lines::lab)
                .distinct()
                .count();
        if (labs < LEAST_LABS || order.size() < LEAST_QUESTIONS) {
            throw new OperatorError(
                    OperatorError.Kind.INSUFFICIENT,
                    "Nothing can be identified",
                    "the library",
                    "it holds models of " + labs + " labs, of at least " + LEAST_LABS + ", and " + order.size()
                            + " of its questions can be asked, of at least " + LEAST_QUESTIONS,
                    "Make a library of more models that were asked the same questions");
        }
        SortedMap<String, Ranking> rankings = new TreeMap<>();
        order.stream()
                .parallel()
                .map(question -> Map.entry(
                        question,
                        new Ranking(
                                new Resemblances(library.fingerprints().stream()
                                        .map(fingerprint -> java.util.Optional.ofNullable(
                                                fingerprint.answers().get(question)))
                                        .toList()),
                                lines,
                                library.fingerprints().size())))
                .toList()
                .forEach(entry -> rankings.put(entry.getKey(), entry.getValue()));
        return new Identification(library, lines, rankings, level, inQuestion);
    }

    /** For each line the greatest mean score that a model of another lab and line has with it. */
    private double[] tolerances() {
        int members = library.fingerprints().size();
        double[][] means =
                IntStream.range(0, members).parallel().mapToObj(this::decoy).toArray(double[][]::new);
        double[] tolerances = new double[lines.count()];
        for (int line = 0; line < tolerances.length; line++) {
            double most = LEAST_TOLERANCE;
            for (double[] mean : means) {
                most = Math.max(most, mean[line]);
            }
            tolerances[line] = Math.min(MOST_TOLERANCE, most);
        }
        return tolerances;
    }

    private double[] decoy(int model) {
        double[] mean = new double[lines.count()];
        int answered = 0;
        for (Ranking ranking : rankings.values()) {
            if (ranking.answered(model)) {
                answered++;
                double[] scores = ranking.decoy(model);
                for (int line = 0; line < mean.length; line++) {
                    mean[line] += scores[line];
                }
            }
        }
        for (int line = 0; line < mean.length; line++) {
            mean[line] /= Math.max(1, answered);
        }
        return mean;
    }

    /**
     * Takes the endpoint's answer to a question.
     *
     * @param question one of the order's
     */
    public void take(String question, String answer) {
        Ranking ranking = rankings.get(question);
        if (ranking == null) {
            throw new IllegalArgumentException("question: " + question + " is not of the order");
        }
        double[] scores = ranking.scores(Sketch.of(answer));
        for (int line = 0; line < scores.length; line++) {
            processes.set(line, processes.get(line).after(scores[line]));
            sums[line] += scores[line];
        }
        calls++;
    }

    /** How many answers were taken. */
    public int calls() {
        return calls;
    }

    /** How many lines are examined. */
    public int examined() {
        return questioned.size();
    }

    /** The lines that are named by now, those with most evidence first; none where nothing is decided. */
    public List<Standing> named() {
        double[] eValues = questioned.stream()
                .mapToDouble(line -> processes.get(line).eValue())
                .toArray();
        TreeSet<String> found = new TreeSet<>();
        for (int place : FalseDiscovery.byEValues(eValues, level)) {
            found.add(lines.name(questioned.get(place)));
        }
        return standings().stream()
                .filter(standing -> found.contains(standing.line()))
                .toList();
    }

    /** All lines in question, those with most evidence first. */
    public List<Standing> standings() {
        return questioned.stream()
                .map(line -> new Standing(
                        lines.name(line),
                        members(line),
                        processes.get(line).eValue(),
                        calls == 0 ? 0 : sums[line] / calls,
                        tolerances[line]))
                .sorted(Comparator.comparingDouble((Standing standing) -> -standing.eValue())
                        .thenComparing(Standing::line))
                .toList();
    }

    private List<String> members(int line) {
        return IntStream.range(0, library.fingerprints().size())
                .filter(member -> lines.of(member) == line)
                .mapToObj(member -> library.models().get(member))
                .toList();
    }
}
