package dev.kinprint.calibrate;

import dev.kinprint.compare.Kinship;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The documented relations between the models of a corpus, as labelled pairs.
 *
 * <p>Two models are <em>connected</em> when a chain of shared labs, base generations, weights and documented source
 * families leads from one to the other. Only pairs that are not connected at all are clean negatives. Pairs that share a
 * base alone, co-students of one source, and pairs that only a longer chain connects are sets of their own.
 */
public final class Truth {
    /** What a pair is by its documentation. */
    public enum Kind {
        /** The same weights. */
        SAME,
        /** One derived from the other's weights. */
        DERIVED,
        /** Not connected. */
        CLEAN,
        /** The same base generation, but neither derived from the other nor both from one model of the corpus. */
        SAME_BASE,
        /** Trained on outputs of a common source family, without a common lab or base. */
        CO_STUDENTS,
        /** One is trained on outputs of the other's family or lab, on another base. */
        TAUGHT,
        /** Connected by a longer chain alone. */
        DISTANT,
        /** Related in another way, or not known well enough. */
        OTHER
    }

    private final Corpus corpus;
    private final Kinship kinship;
    private final List<Optional<Documented>> documented;
    private final NavigableMap<String, List<Integer>> families;
    private final Partition components;
    private final Partition clusters;
    private final Set<Integer> students;
    private final Set<Integer> independents;

    private Truth(Corpus corpus, Labels labels) {
        this.corpus = corpus;
        this.kinship = Kinship.of(labels.members(corpus));
        this.documented =
                corpus.members().stream().map(member -> labels.of(member.id())).toList();
        this.families = families();
        this.components = new Partition(size());
        this.clusters = new Partition(size());
        connect();
        this.students = new TreeSet<>();
        for (int m : where(Documented.Descent.DISTILLED)) {
            if (!documented.get(m).orElseThrow().panel() && !sources(m).isEmpty()) {
                students.add(m);
            }
        }
        this.independents = new TreeSet<>(where(Documented.Descent.INDEPENDENT));
    }

    /** The documented relations of the models of a corpus; models without a label are background only. */
    public static Truth of(Corpus corpus, Labels labels) {
        return new Truth(corpus, labels);
    }

    private int size() {
        return documented.size();
    }

    private NavigableMap<String, List<Integer>> families() {
        NavigableMap<String, List<Integer>> found = new TreeMap<>();
        for (int m = 0; m < size(); m++) {
            int member = m;
            documented.get(m).filter(Documented::panel).ifPresent(model -> found.computeIfAbsent(
                            family(model.family()), f -> new ArrayList<>())
                    .add(member));
        }
        return Collections.unmodifiableNavigableMap(found);
    }

    /**
     * The name under which a family is scored. GPT-4 Turbo and GPT-4o are one, because students of either are documented
     * as students of "GPT-4" models of their time; ChatGPT is the product name of GPT-3.5 Turbo.
     */
    static String family(String name) {
        String bare = name.toLowerCase(Locale.ROOT).strip();
        int bracket = bare.indexOf('(');
        bare = bracket < 0 ? bare : bare.substring(0, bracket).strip();
        bare = bare.endsWith("?") ? bare.substring(0, bare.length() - 1) : bare;
        if (bare.startsWith("chatgpt")) {
            return "gpt-3.5-turbo";
        }
        return bare.equals("gpt-4o") ? "gpt-4-turbo" : bare;
    }

    private void connect() {
        Map<String, Integer> taught = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                if (kinship.kin(i, j)) {
                    components.join(i, j);
                }
                if (kinship.sameLab(i, j)) {
                    clusters.join(i, j);
                }
            }
            Optional<Integer> parent = parent(i);
            if (parent.isPresent()) {
                components.join(i, parent.get());
                clusters.join(i, parent.get());
            }
            for (String teacher : documented.get(i).map(Documented::teachers).orElse(List.of())) {
                Optional<Integer> position = corpus.position(teacher);
                if (position.isPresent()) {
                    components.join(i, position.get());
                }
            }
            int student = i;
            for (String source : teachers(i)) {
                components.join(i, taught.computeIfAbsent(source, first -> student));
                families.getOrDefault(source, List.of()).forEach(member -> components.join(student, member));
            }
        }
    }

    /** The model of the corpus whose weights a model starts from. */
    Optional<Integer> parent(int member) {
        return documented
                .get(member)
                .map(Documented::base)
                .flatMap(corpus::position)
                .filter(at -> at != member);
    }

    private int ancestor(int member) {
        int here = member;
        for (int step = 0; step < size(); step++) {
            Optional<Integer> next = parent(here);
            if (next.isEmpty()) {
                return here;
            }
            here = next.get();
        }
        return here;
    }

    /** The panel families on whose outputs a model is documented to be trained. */
    NavigableSet<String> sources(int member) {
        NavigableSet<String> found = teachers(member);
        found.retainAll(families.keySet());
        return found;
    }

    /** The families on whose outputs a model is documented to be trained, whether on the panel or not. */
    private NavigableSet<String> teachers(int member) {
        NavigableSet<String> found = new TreeSet<>();
        for (String teacher : documented.get(member).map(Documented::teachers).orElse(List.of())) {
            Optional<Integer> position = corpus.position(teacher);
            Optional<String> name = position.isPresent()
                    ? documented.get(position.get()).map(Documented::family)
                    : teacher.startsWith("family:") ? Optional.of(teacher.substring(7)) : Optional.empty();
            name.map(Truth::family).ifPresent(found::add);
        }
        return found;
    }

    /** The panel families with the positions of their models. */
    NavigableMap<String, List<Integer>> panelFamilies() {
        return families;
    }

    /** A number that models of one lab, or of one line of weights, share: the unit that is left out together. */
    int cluster(int member) {
        return clusters.of(member);
    }

    Kinship kinship() {
        return kinship;
    }

    Optional<Documented> documented(int member) {
        return documented.get(member);
    }

    /** Models documented, well enough, as trained on outputs of panel families; ascending. */
    Set<Integer> students() {
        return students;
    }

    /** Models documented, well enough, as of no other model's making; ascending. */
    Set<Integer> independents() {
        return independents;
    }

    private List<Integer> where(Documented.Descent descent) {
        List<Integer> found = new ArrayList<>();
        for (int m = 0; m < size(); m++) {
            if (documented
                    .get(m)
                    .filter(model -> model.trusted() && model.descent() == descent)
                    .isPresent()) {
                found.add(m);
            }
        }
        return found;
    }

    /** What a pair is by its documentation, in either order. */
    public Kind kind(Pair pair) {
        int i = pair.suspect();
        int j = pair.candidate();
        Optional<Kind> descent = descent(i, j).or(() -> descent(j, i));
        if (descent.isPresent()) {
            return descent.get();
        }
        if (!usable(i) || !usable(j)) {
            return Kind.OTHER;
        } else if (components.of(i) != components.of(j)) {
            return Kind.CLEAN;
        } else if (kinship.sameLab(i, j) || ancestor(i) == ancestor(j)) {
            return Kind.OTHER;
        } else if (kinship.sameBase(i, j)) {
            return Kind.SAME_BASE;
        }
        NavigableSet<String> common = teachers(i);
        common.retainAll(teachers(j));
        if (!common.isEmpty()) {
            return Kind.CO_STUDENTS;
        }
        return taught(i, j) || taught(j, i) ? Kind.TAUGHT : Kind.DISTANT;
    }

    private Optional<Kind> descent(int child, int base) {
        Optional<Documented> model = documented.get(child).filter(Documented::trusted);
        if (model.isEmpty() || !parent(child).equals(Optional.of(base))) {
            return Optional.empty();
        }
        return switch (model.get().descent()) {
            case PROMPT_VARIANT -> Optional.of(Kind.SAME);
            case SAME_BASE, PREFERENCE_ONLY -> Optional.of(Kind.DERIVED);
            case DISTILLED, ENSEMBLE, INDEPENDENT, UNKNOWN -> Optional.empty();
        };
    }

    private boolean usable(int member) {
        return documented
                .get(member)
                .filter(model -> model.trusted()
                        && model.descent() != Documented.Descent.UNKNOWN
                        && model.descent() != Documented.Descent.ENSEMBLE)
                .isPresent();
    }

    /** Whether a model, or one that its weights come from, learnt from the family or lab of another. */
    private boolean taught(int student, int source) {
        int here = student;
        for (int step = 0; step < size(); step++) {
            for (String family : sources(here)) {
                for (int member : java.util.Objects.requireNonNull(families.get(family))) {
                    if (member == source || kinship.sameLab(member, source)) {
                        return true;
                    }
                }
            }
            Optional<Integer> next = parent(here);
            if (next.isEmpty()) {
                return false;
            }
            here = next.get();
        }
        return false;
    }

    /** Whether a suspect is documented as trained on outputs of a panel model's family. */
    boolean distilled(Pair pair) {
        return documented
                        .get(pair.candidate())
                        .filter(Documented::panel)
                        .map(model -> sources(pair.suspect()).contains(family(model.family())))
                        .orElse(false)
                && students().contains(pair.suspect());
    }

    /**
     * Whether a suspect is documented well enough, and as trained neither on a panel model's family nor on anything of
     * its lab, and is not its kin: a negative for "distilled".
     */
    boolean notDistilled(Pair pair) {
        int suspect = pair.suspect();
        boolean known = students().contains(suspect) || independents().contains(suspect);
        return known
                && documented.get(pair.candidate()).filter(Documented::panel).isPresent()
                && !kinship.kin(suspect, pair.candidate())
                && !taught(suspect, pair.candidate())
                && ancestor(suspect) != ancestor(pair.candidate());
    }
}
