package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.channel.Channels;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.JudgeSettings;
import dev.kinprint.suite.Limits;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.ProbeSource;
import dev.kinprint.suite.RunSettings;
import dev.kinprint.suite.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The audit of the demo: four models of a lab world under question, its teachers as candidates, all others as panel. */
final class DemoAudit {
    /** The models under question. */
    static final List<String> SUSPECTS = List.of("student-100", "wrapper", "independent", "student-10");

    private static final String NAME = "demo";
    private static final int SAMPLES = 3;
    private static final int CONCURRENCY = 16;

    /** So many models are asked: enough for a background that does not cap the scale, and fewer than the world has. */
    private static final int MODELS = 50;

    private DemoAudit() {}

    /**
     * The audit of a world.
     *
     * @param root where the lab listens
     * @param folder the folder of the run
     */
    static Audit of(Lab lab, String root, long seed, Path folder) {
        Set<String> teachers = lab.models().stream()
                .flatMap(model -> model.teachers().stream())
                .collect(Collectors.toSet());
        return new Audit(
                new RunSettings(NAME, Optional.of(SAMPLES), seed, folder),
                new Limits(Optional.empty(), Optional.empty(), Optional.empty(), CONCURRENCY),
                asked(lab, teachers).stream()
                        .map(model -> subject(model, teachers, root))
                        .toList(),
                List.of(),
                new TreeMap<>(),
                List.of(new ProbeSource.Builtin("quick")),
                new JudgeSettings(
                        new JudgeSettings.Part.Builtin("default"),
                        new JudgeSettings.Part.Builtin(Calibrations.LAB),
                        channels(),
                        List.of()),
                List.of());
    }

    /**
     * The models that are asked: all relatives of the suspects' teachers, and of the others as many as fit, in the order
     * in which they were made. Relatives of other teachers are left out.
     */
    private static List<LabModel> asked(Lab lab, Set<String> teachers) {
        Set<String> of = lab.models().stream()
                .filter(model -> SUSPECTS.contains(model.id()))
                .flatMap(model -> model.teachers().stream())
                .collect(Collectors.toSet());
        List<LabModel> kin = lab.models().stream()
                .filter(model -> SUSPECTS.contains(model.id())
                        || teachers.contains(model.id())
                        || model.teachers().stream().anyMatch(of::contains))
                .toList();
        List<LabModel> strangers = lab.models().stream()
                .filter(model -> model.teachers().isEmpty() && !kin.contains(model))
                .limit(MODELS - kin.size())
                .toList();
        return lab.models().stream()
                .filter(model -> kin.contains(model) || strangers.contains(model))
                .toList();
    }

    /** All but those that read parts of speech: no ratio on the lab's models rests on them, and they take longest. */
    private static List<String> channels() {
        return Channels.ids().stream()
                .filter(channel -> !channel.startsWith("syntax-"))
                .toList();
    }

    /** Declares what a vendor would declare, and not what was trained on what: that is the question. */
    private static Subject subject(LabModel model, Set<String> teachers, String root) {
        LabEndpoint endpoint = LabEndpoint.of(model.dialect(), root);
        return new Subject(
                model.id(),
                role(model, teachers),
                endpoint.provider(),
                model.id(),
                Optional.of(endpoint.baseUrl()),
                Optional.empty(),
                true,
                origin(model),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** Whoever hides something declares nothing. */
    private static Origin origin(LabModel model) {
        return SUSPECTS.contains(model.id())
                ? Origin.unknown()
                : new Origin(Optional.of(model.lab()), Optional.of(model.base()), Optional.empty(), Optional.empty());
    }

    private static Subject.Role role(LabModel model, Set<String> teachers) {
        if (SUSPECTS.contains(model.id())) {
            return Subject.Role.SUSPECT;
        }
        return teachers.contains(model.id()) ? Subject.Role.CANDIDATE : Subject.Role.PANEL;
    }
}
