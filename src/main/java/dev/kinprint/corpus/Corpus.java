package dev.kinprint.corpus;

import dev.kinprint.archive.Archive;
import dev.kinprint.suite.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts under study: for every model and question the sampled answers, normalised, and the gaps with their reasons.
 *
 * <p>Members and questions are sorted by id, so that nothing to the right of here can depend on the order in which they
 * were stored. {@code responses + gaps = asks}.
 */
public final class Corpus {
    private final List<Member> members;
    private final List<Question> questions;
    private final List<List<String>> texts;
    private final List<Gap> gaps;

    private Corpus(List<Member> members, List<Question> questions, List<List<String>> texts, List<Gap> gaps) {
        this.members = members;
        this.questions = questions;
        this.texts = texts;
        this.gaps = gaps;
    }

    /**
     * Reads an archive: every stored exchange becomes a text or a gap. Only a whole answer becomes a text; one that the
     * token limit cut is a gap.
     *
     * @throws dev.kinprint.fault.OperatorError where the archive's documents do not say what was asked
     */
    public static Corpus read(Archive archive) {
        return CorpusReader.read(archive);
    }

    /** The models, sorted by id. */
    public List<Member> members() {
        return members;
    }

    /** The questions, sorted by id. */
    public List<Question> questions() {
        return questions;
    }

    /** The gaps, sorted by member, question and sample. */
    public List<Gap> gaps() {
        return gaps;
    }

    /**
     * The answers of a model to a question in the order of their sample index; none where each one is a gap.
     *
     * @param member position in {@link #members}
     * @param question position in {@link #questions}
     */
    public List<String> texts(int member, int question) {
        return texts.get(member * questions.size() + question);
    }

    /** The first answer of a model to a question, which channels that compare single texts read. */
    public Optional<String> first(int member, int question) {
        List<String> samples = texts(member, question);
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples.get(0));
    }

    /** How many texts there are. */
    public int size() {
        return texts.stream().mapToInt(List::size).sum();
    }

    /** What there is of each model and what is missing, in the order of {@link #members}. */
    public List<Coverage> coverage() {
        Map<String, SortedMap<Gap.Reason, Integer>> missing = new TreeMap<>();
        for (Gap gap : gaps) {
            missing.computeIfAbsent(gap.member(), member -> new TreeMap<>()).merge(gap.reason(), 1, Integer::sum);
        }
        List<Coverage> coverage = new ArrayList<>(members.size());
        for (int m = 0; m < members.size(); m++) {
            List<String> own = texts.subList(m * questions.size(), (m + 1) * questions.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            Member member = members.get(m);
            coverage.add(new Coverage(
                    member, own.size(), new HashSet<>(own).size(), missing.getOrDefault(member.id(), new TreeMap<>())));
        }
        return coverage;
    }

    /** The position of a member in {@link #members}, by id. */
    public Optional<Integer> position(String member) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).id().equals(member)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** This corpus with at most a number of samples of each question, the first ones. */
    public Corpus firstSamples(int most) {
        List<List<String>> fewer = texts.stream()
                .map(samples -> samples.size() <= most ? samples : List.copyOf(samples.subList(0, most)))
                .toList();
        return new Corpus(members, questions, fewer, gaps);
    }

    /**
     * This corpus with the repeated samples of some models parted in two, so that a model can be compared with itself:
     * every second sample of a question goes to a new member beside it, whose id is the old one with {@code " (again)"}.
     * The new member is declared of the same lab and of no base.
     *
     * @param parted positions in {@link #members}
     */
    public Corpus parted(Collection<Integer> parted) {
        Builder halves = new Builder();
        questions.forEach(halves::question);
        gaps.forEach(halves::gap);
        for (int m = 0; m < members.size(); m++) {
            Member member = members.get(m);
            boolean split = parted.contains(m);
            Origin origin = member.origin();
            Optional<String> lab = split ? origin.lab().or(() -> Optional.of("model:" + member.id())) : origin.lab();
            halves.member(new Member(member.id(), new Origin(lab, origin.base(), origin.family(), origin.released())));
            String again = again(member.id());
            if (split) {
                halves.member(new Member(again, new Origin(lab, Optional.empty(), origin.family(), origin.released())));
            }
            for (int q = 0; q < questions.size(); q++) {
                List<String> samples = texts(m, q);
                for (int s = 0; s < samples.size(); s++) {
                    String to = split && s % 2 == 1 ? again : member.id();
                    halves.normal(to, questions.get(q).id(), s, samples.get(s));
                }
            }
        }
        return halves.build();
    }

    /** The id of the member that {@link #parted} puts beside a model. */
    public static String again(String member) {
        return member + " (again)";
    }

    /** A part of this corpus: the given members and questions, by their positions here. */
    public Corpus restrict(Collection<Integer> keptMembers, Collection<Integer> keptQuestions) {
        Builder part = new Builder();
        List<Integer> ms = keptMembers.stream().sorted().distinct().toList();
        List<Integer> qs = keptQuestions.stream().sorted().distinct().toList();
        ms.forEach(m -> part.member(members.get(m)));
        qs.forEach(q -> part.question(questions.get(q)));
        for (int m : ms) {
            for (int q : qs) {
                List<String> samples = texts(m, q);
                for (int s = 0; s < samples.size(); s++) {
                    part.normal(members.get(m).id(), questions.get(q).id(), s, samples.get(s));
                }
            }
        }
        for (Gap gap : gaps) {
            if (part.members.containsKey(gap.member()) && part.questions.containsKey(gap.question())) {
                part.gap(gap);
            }
        }
        return part.build();
    }

    /** Collects a corpus in any order. */
    public static final class Builder {
        private final Map<String, Member> members = new TreeMap<>();
        private final Map<String, Question> questions = new TreeMap<>();
        private final Map<String, Map<String, TreeMap<Integer, String>>> texts = new TreeMap<>();
        private final List<Gap> gaps = new ArrayList<>();

        /** Adds a model. */
        public Builder member(Member member) {
            members.put(member.id(), member);
            return this;
        }

        /** Adds a question. */
        public Builder question(Question question) {
            questions.put(question.id(), question);
            return this;
        }

        /** Adds an answer, which is normalised here ({@link Normalisation}); a blank one becomes a gap. */
        public Builder text(String member, String question, int sample, String text) {
            return normal(member, question, sample, Normalisation.normalise(text));
        }

        /** Adds a text that is normalised already. */
        Builder normal(String member, String question, int sample, String normal) {
            if (normal.isEmpty()) {
                return gap(new Gap(member, question, sample, Gap.Reason.EMPTY, "blank text"));
            }
            String before = texts.computeIfAbsent(member, m -> new TreeMap<>())
                    .computeIfAbsent(question, q -> new TreeMap<>())
                    .put(sample, normal);
            if (before != null) {
                throw new IllegalArgumentException(
                        "text: sample " + sample + " of " + member + " for " + question + " stands twice");
            }
            return this;
        }

        /** Adds a gap. */
        public Builder gap(Gap gap) {
            gaps.add(gap);
            return this;
        }

        /**
         * The corpus.
         *
         * @throws IllegalArgumentException where a text or gap names a member or question that was not added
         */
        public Corpus build() {
            for (Map.Entry<String, Map<String, TreeMap<Integer, String>>> member : texts.entrySet()) {
                require(members, "member", member.getKey());
                member.getValue().keySet().forEach(question -> require(questions, "question", question));
            }
            for (Gap gap : gaps) {
                require(members, "member", gap.member());
                require(questions, "question", gap.question());
            }
            List<List<String>> cells = new ArrayList<>(members.size() * questions.size());
            for (String member : members.keySet()) {
                Map<String, TreeMap<Integer, String>> row = texts.getOrDefault(member, Map.of());
                for (String question : questions.keySet()) {
                    TreeMap<Integer, String> samples = row.get(question);
                    cells.add(samples == null ? List.of() : List.copyOf(samples.values()));
                }
            }
            List<Gap> sorted = gaps.stream()
                    .sorted(Comparator.comparing(Gap::member)
                            .thenComparing(Gap::question)
                            .thenComparingInt(Gap::sample))
                    .toList();
            return new Corpus(
                    List.copyOf(members.values()), List.copyOf(questions.values()), List.copyOf(cells), sorted);
        }

        private static void require(Map<String, ?> known, String kind, String id) {
            if (!known.containsKey(id)) {
                throw new IllegalArgumentException(kind + ": " + id + " was not added");
            }
        }
    }
}
