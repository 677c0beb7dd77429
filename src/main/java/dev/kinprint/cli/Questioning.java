package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.Plan;
import dev.kinprint.collect.PlanOptions;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Suite;
import dev.kinprint.watch.Identification;
import dev.kinprint.watch.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asks one suspect a few questions at a time, and looks at its answers in between, until it is decided which line of
 * models it is of.
 *
 * @param collecting asks
 * @param prepared the audit with its probes
 * @param whole every call that the audit could make
 * @param alone the audit with the suspect as its only model
 * @param options how calls are planned
 */
record Questioning(Collecting collecting, Prepared prepared, Plan whole, Audit alone, PlanOptions options) {
    private static final int ROUND = 5;

    /** The probes that can be compared with a library, by the library's names of the questions. */
    static SortedMap<String, Probe> comparable(Suite suite) {
        SortedMap<String, Probe> probes = new TreeMap<>();
        suite.probes().stream()
                .filter(probe -> probe.turns().size() == 1)
                .forEach(probe -> probes.putIfAbsent(Library.key(probe.prompt()), probe));
        return probes;
    }

    /** An audit with some of its models. */
    static Audit among(Audit audit, Predicate<Subject> kept) {
        List<Subject> models = audit.models().stream().filter(kept).toList();
        Set<String> ids = models.stream().map(Subject::id).collect(Collectors.toSet());
        return new Audit(
                audit.run(),
                audit.limits(),
                models.stream().map(subject -> within(subject, ids)).toList(),
                audit.panel(),
                audit.params(),
                audit.probes(),
                audit.judge(),
                audit.gate());
    }

    private static Subject within(Subject subject, Set<String> ids) {
        var relationship = new TreeMap<>(subject.relationship());
        relationship.keySet().retainAll(ids);
        return new Subject(
                subject.id(),
                subject.role(),
                subject.provider(),
                subject.model(),
                subject.baseUrl(),
                subject.keyEnv(),
                subject.local(),
                subject.origin(),
                relationship,
                subject.params());
    }

    /**
     * Asks.
     *
     * @param order the questions, by their names in libraries
     * @return how the collection ended; where all went well, it is decided, or every question was asked
     */
    Ending.Told until(Identification identification, List<String> order) {
        SortedMap<String, Probe> probes = comparable(prepared.suite());
        String suspect = alone.models().get(0).id();
        List<Probe> asked = new ArrayList<>();
        while (identification.named().isEmpty() && asked.size() < order.size()) {
            List<String> round = order.subList(asked.size(), Math.min(asked.size() + ROUND, order.size()));
            round.forEach(question -> asked.add(Objects.requireNonNull(probes.get(question))));
            Ending.Told told = collecting.round(prepared, Plan.of(alone, asked, options), whole);
            if (told.exit() != Exit.OK) {
                return told;
            }
            SortedMap<String, String> answers = answers(suspect);
            for (String question : round) {
                String answer = answers.get(question);
                if (answer != null && identification.named().isEmpty()) {
                    identification.take(question, answer);
                }
            }
        }
        return new Ending.Told(Exit.OK, true);
    }

    private SortedMap<String, String> answers(String suspect) {
        try (Archive archive = prepared.folder().read().orElseThrow()) {
            Corpus corpus = Corpus.read(archive);
            return corpus.position(suspect)
                    .map(member -> IdentifyCommand.answers(corpus, member))
                    .orElseGet(TreeMap::new);
        }
    }
}
