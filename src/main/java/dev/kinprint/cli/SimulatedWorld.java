package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.LogLr;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.calibrate.Simulation;
import dev.kinprint.calibrate.Weighing;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.channel.Profiles;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.Taught;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A world of the lab as an audit sees it: the teachers are candidates; students, wrappers, derived models and some
 * strangers are suspects that declare nothing; one model of each other lab is background.
 */
final class SimulatedWorld {
    /** From how many labs a background can come: those of bases and decoys, and one more. */
    static final int LABS = 43;

    private final Corpus corpus;
    private final Map<String, Simulation.Suspect> suspects = new LinkedHashMap<>();
    private final Map<String, String> source = new TreeMap<>();
    private final Set<String> teachers = new TreeSet<>();
    private final List<String> background = new ArrayList<>();

    /**
     * Makes a world and asks its models.
     *
     * @param percents the doses of each teacher's students; a student of dose 0 is a stranger
     * @param labs the most models that a background holds
     * @param samples how many answers to each probe
     */
    SimulatedWorld(long seed, List<Integer> percents, List<Probe> probes, int labs, int samples) {
        Lab lab = Lab.world(seed, percents);
        sort(lab, seed);
        Set<String> asked = kept(labs);
        Corpus.Builder builder = new Corpus.Builder();
        probes.forEach(probe ->
                builder.question(new Question(probe.id(), probe.category(), probe.prompt(), Optional.empty())));
        for (LabModel model : lab.models()) {
            if (!asked.contains(model.id())) {
                continue;
            }
            builder.member(new Member(model.id(), origin(model)));
            for (Probe probe : probes) {
                for (int sample = 0; sample < samples; sample++) {
                    builder.text(model.id(), probe.id(), sample, lab.answer(model.id(), probe.prompt(), sample));
                }
            }
        }
        corpus = builder.build();
    }

    private void sort(Lab lab, long seed) {
        Map<String, Taught> students = new TreeMap<>();
        lab.students().forEach(student -> students.put(student.model(), student));
        lab.models().forEach(model -> teachers.addAll(model.teachers()));
        Set<String> labs = new TreeSet<>();
        for (LabModel model : lab.models()) {
            String id = model.id();
            int percent = students.containsKey(id) ? students.get(id).percent() : 0;
            Simulation.Kind kind =
                    switch (model.relation()) {
                        case DISTILLED -> Simulation.Kind.STUDENT;
                        case SAME_MODEL -> Simulation.Kind.SAME;
                        case SAME_BASE -> Simulation.Kind.DERIVED;
                        case INDEPENDENT -> Simulation.Kind.UNRELATED;
                    };
            boolean first = labs.add(model.lab());
            if (teachers.contains(id)) {
                continue;
            }
            if (kind == Simulation.Kind.UNRELATED && first && !students.containsKey(id)) {
                background.add(id);
                continue;
            }
            // A stranger is a model of a base alone, or a second model of a lab of the background.
            suspects.put(id, new Simulation.Suspect(seed, id, kind, percent));
            model.teachers().forEach(teacher -> source.put(id, teacher));
        }
    }

    /** Whoever hides something declares nothing. */
    private Origin origin(LabModel model) {
        return suspects.containsKey(model.id())
                ? Origin.unknown()
                : new Origin(Optional.of(model.lab()), Optional.of(model.base()), Optional.empty(), Optional.empty());
    }

    /**
     * Judges every suspect against every candidate, as an audit does.
     *
     * @param probes of how many questions, spread evenly over all
     * @param labs how many models of as many labs stand in the background
     * @param draws how many bootstrap draws
     */
    List<Simulation.Weighed> judge(Calibrations calibration, int probes, int labs, int draws, long seed) {
        Corpus part = part(probes, labs);
        Profiles profiles = Channels.fit(Material.of(part), channels(calibration));
        Set<Integer> outside = positions(part, suspects.keySet());
        Comparison comparison = Comparison.of(profiles, outside, seed);
        List<Pair> pairs = new ArrayList<>();
        for (int suspect : outside) {
            positions(part, teachers).forEach(candidate -> pairs.add(new Pair(suspect, candidate)));
        }
        List<Integer> panel = IntStream.range(0, part.members().size())
                .filter(m -> !outside.contains(m))
                .boxed()
                .toList();
        Weighing weighing = calibration.weigh(comparison, pairs, panel, draws, seed);
        List<Verdict> verdicts = Judging.verdicts(comparison, weighing);
        Map<String, Set<Relation>> named = new TreeMap<>();
        for (Attribution attribution : Judging.attributions(weighing, verdicts)) {
            for (String candidate : attribution.named()) {
                named.computeIfAbsent(attribution.suspect() + "|" + candidate, pair -> new TreeSet<>())
                        .add(attribution.relation());
            }
        }
        return weighing.evidence().stream()
                .map(evidence -> weighed(
                        evidence, named.getOrDefault(evidence.suspect() + "|" + evidence.candidate(), Set.of())))
                .toList();
    }

    /** What is named as one of two that are not told apart counts as the right one, if one of them is. */
    private Simulation.Weighed weighed(Evidence evidence, Set<Relation> named) {
        Simulation.Suspect suspect = java.util.Objects.requireNonNull(suspects.get(evidence.suspect()));
        boolean fromIt = evidence.candidate().equals(source.get(evidence.suspect()));
        Optional<Relation> right = suspect.relation().filter(relation -> fromIt && named.contains(relation));
        return new Simulation.Weighed(
                suspect,
                fromIt,
                evidence.relation(),
                evidence.logLr().map(LogLr::value),
                right.map(relation -> relation == evidence.relation()).orElse(named.contains(evidence.relation())));
    }

    private Corpus part(int probes, int labs) {
        return corpus.restrict(
                positions(corpus, kept(labs)), spread(probes, corpus.questions().size()));
    }

    private Set<String> kept(int labs) {
        Set<String> kept = new TreeSet<>(suspects.keySet());
        kept.addAll(teachers);
        kept.addAll(background.subList(0, Math.min(labs, background.size())));
        return kept;
    }

    /** Some of all places, spread evenly, so that all kinds of probes are among them. */
    static List<Integer> spread(int some, int all) {
        return IntStream.range(0, some)
                .mapToObj(k -> (int) ((long) k * all / some))
                .toList();
    }

    /** What enters a ratio or decides between two; the others change nothing here and take their time. */
    private static List<String> channels(Calibrations calibration) {
        Set<String> wanted = new TreeSet<>(calibration.source().distilledBy());
        wanted.addAll(List.of("content-ngram", "openings", "closings", "verbatim"));
        return Channels.ids().stream().filter(wanted::contains).toList();
    }

    private static Set<Integer> positions(Corpus corpus, Set<String> ids) {
        Set<Integer> found = new TreeSet<>();
        ids.forEach(id -> found.add(corpus.position(id).orElseThrow()));
        return found;
    }
}
