package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the models of a world, in order: teachers, bases, students, wrappers, derived models, independents, decoys. */
final class Population {
    private static final List<Dialect> DIALECTS = List.of(Dialect.values());
    private static final int TEACHERS = 4;
    private static final int BASES = 6;
    private static final int DECOYS = 48;
    private static final int DECOY_LABS = 36;
    private static final int SCHOOLS = 5;

    /** The part of a style that is its own and not of the school of writing that it follows. */
    private static final double OWN = 0.65;

    /** The part of a style in which two models of one lab differ. */
    private static final double WITHIN_LAB = 0.6;

    /** The part of its style that a derived model loses. */
    private static final double DERIVED = 0.2;

    /** Every sixth decoy and the independent model are language models as the students are, without any teacher. */
    private static final int TRAINED_DECOYS = 6;

    private final long seed;
    private final List<Integer> percents;
    private final List<Taught> taught = new ArrayList<>();
    private final Names names;
    private final List<Curriculum.Asked> curriculum = Curriculum.questions();
    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final List<Made> teachers = new ArrayList<>();
    private final List<Made> bases = new ArrayList<>();

    private Population(long seed, List<Integer> percents) {
        this.seed = seed;
        this.percents = percents;
        this.names = new Names(Hash.of(seed, "names"));
    }

    /**
     * The world of a seed.
     *
     * @param percents of how many percent of its training texts a teacher wrote, for each student of a teacher
     */
    static Population of(long seed, List<Integer> percents) {
        Population population = new Population(seed, percents);
        population.makeTeachers();
        population.makeBases();
        population.makeRelatives();
        population.makeDecoys();
        return population;
    }

    /** The students, in the order in which they were made. */
    List<Taught> taught() {
        return List.copyOf(taught);
    }

    /** The models, by id, in the order in which they were made. None has been trained yet. */
    Map<String, Planned> planned() {
        return planned;
    }

    private void makeTeachers() {
        for (int i = 0; i < TEACHERS; i++) {
            teachers.add(original(names.model(), names.lab(), ownStyle("teacher" + i)));
        }
    }

    private void makeBases() {
        for (int i = 0; i < BASES; i++) {
            String id = names.fresh().toLowerCase(Locale.ROOT) + "-base";
            bases.add(original(id, names.lab(), ownStyle("base" + i)));
        }
    }

    private void makeRelatives() {
        int base = 0;
        for (int t = 0; t < TEACHERS; t++) {
            Made teacher = teachers.get(t);
            // The first teacher's relatives have the plain names, the second's end in -b, and so on.
            String suffix = t == 0 ? "" : "-" + (char) ('a' + t);
            for (int percent : percents) {
                student("student-" + percent + suffix, teacher, bases.get(base++ % BASES), percent);
            }
            wrapper("wrapper" + suffix, teacher, t % 2 == 1);
            derived("derived" + suffix, teacher);
        }
        trained("independent", names.lab(), ownStyle("independent"));
    }

    private void makeDecoys() {
        List<String> labs = new ArrayList<>();
        List<Style> styles = new ArrayList<>();
        for (int i = 0; i < DECOYS; i++) {
            int lab = i % DECOY_LABS;
            if (lab == i) {
                labs.add(names.lab());
                styles.add(ownStyle("decoy" + i));
            }
            Style style = lab == i ? styles.get(i) : styles.get(lab).adapted(Hash.of(seed, "decoy" + i), WITHIN_LAB);
            if (i % TRAINED_DECOYS == 1) {
                trained(names.model(), labs.get(lab), style);
            } else {
                original(names.model(), labs.get(lab), style);
            }
        }
    }

    /** A style that follows one of a few schools of writing in a part of its dimensions. */
    private Style ownStyle(String name) {
        long key = Hash.of(seed, name);
        long school = Hash.of(seed, "school" + Math.floorMod(Hash.of(key, 1), (long) SCHOOLS));
        return Style.drawn(school).adapted(key, OWN);
    }

    private Made original(String id, String lab, Style style) {
        Made made = new Made(id, lab, style, new StyledGenerator(style, Pen.capital(id), lab));
        add(independent(id, lab), made::generator, false);
        return made;
    }

    private void trained(String id, String lab, Style style) {
        Generator base = new StyledGenerator(style, Pen.capital(id), lab);
        add(independent(id, lab), learner(id, base, base, 0), false);
    }

    private void student(String id, Made teacher, Made base, int percent) {
        taught.add(new Taught(id, teacher.id(), percent));
        add(
                new LabModel(
                        id,
                        names.lab(),
                        base.id(),
                        id,
                        percent == 0 ? LabModel.Relation.INDEPENDENT : LabModel.Relation.DISTILLED,
                        percent == 0 ? List.of() : List.of(teacher.id()),
                        dialect(planned.size())),
                learner(id, teacher.generator(), base.generator(), percent / 100.0),
                false);
    }

    private void wrapper(String id, Made teacher, boolean brief) {
        add(
                new LabModel(
                        id,
                        teacher.lab(),
                        teacher.id(),
                        family(teacher.id()),
                        LabModel.Relation.SAME_MODEL,
                        List.of(teacher.id()),
                        dialect(planned.size())),
                teacher::generator,
                brief);
    }

    private void derived(String id, Made teacher) {
        String lab = names.lab();
        Style style = teacher.style().adapted(Hash.of(seed, id), DERIVED);
        add(
                new LabModel(
                        id,
                        lab,
                        teacher.id(),
                        id,
                        LabModel.Relation.SAME_BASE,
                        List.of(teacher.id()),
                        dialect(planned.size())),
                () -> new StyledGenerator(style, Pen.capital(id), lab),
                false);
    }

    private Supplier<Generator> learner(String id, Generator teacher, Generator base, double dose) {
        return () ->
                new NgramGenerator(Curriculum.lessons(curriculum, teacher, base, dose, Hash.of(seed, id + " lessons")));
    }

    private LabModel independent(String id, String lab) {
        String slug = lab.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new LabModel(
                id,
                lab,
                "proprietary:" + slug,
                family(id),
                LabModel.Relation.INDEPENDENT,
                List.of(),
                dialect(planned.size()));
    }

    private void add(LabModel model, Supplier<Generator> generator, boolean brief) {
        Optional<String> prefix = brief ? Optional.of("Keep your answers compact.") : Optional.empty();
        if (planned.put(model.id(), new Planned(model, generator, prefix, Hash.of(seed, model.id()))) != null) {
            throw new IllegalStateException("models: " + model.id() + " twice");
        }
    }

    private static String family(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    private static Dialect dialect(int place) {
        return DIALECTS.get(place % DIALECTS.size());
    }

    /** A model with the style that others can be made from. */
    private record Made(String id, String lab, Style style, Generator generator) {}
}
