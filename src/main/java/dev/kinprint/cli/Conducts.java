package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.collect.Parity;
import dev.kinprint.collect.Respondent;
import dev.kinprint.custody.PlanLock;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.json.Json;
import dev.kinprint.report.Conduct;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a run was conducted, as its archive has it.
 *
 * @param respondents who answered for each model that was asked
 * @param conduct what the report says of it
 * @param called what models are called in the files they came from
 */
record Conducts(List<Respondent> respondents, Conduct conduct, ImportedNames called) {
    static final Conducts UNKNOWN = new Conducts(List.of(), Conduct.UNKNOWN, ImportedNames.NONE);

    /**
     * Reads what a corpus' archive says; nothing is known of outputs that were made elsewhere.
     *
     * @param request how it was judged
     * @param embedder the embedding model that was used
     */
    static Conducts of(CorpusSource.Opened source, JudgingRequest request, Optional<EmbedderId> embedder) {
        Optional<Archive> held = new RunFolder(source.folder()).read();
        try {
            return held.filter(archive -> archive.root().equals(source.file().sha256()))
                    .map(archive -> of(
                            archive,
                            PlannedJudging.of(
                                    archive,
                                    request,
                                    embedder,
                                    !source.withheld().isEmpty()),
                            source.called()))
                    .orElseGet(() -> new Conducts(List.of(), Conduct.UNKNOWN, source.called()));
        } finally {
            held.ifPresent(Archive::close);
        }
    }

    private static Conducts of(Archive archive, Optional<Json.Obj> judged, ImportedNames called) {
        List<Respondent> respondents = Respondent.of(archive);
        return new Conducts(
                respondents,
                new Conduct(
                        judged.map(plan ->
                                new Conduct.Plan(standing(PlanLock.standing(archive, plan)), PlanLock.hash(archive))),
                        Parity.read(archive).stream()
                                .map(one ->
                                        new Conduct.Settings(one.subject(), one.requested(), one.dropped(), one.idle()))
                                .toList(),
                        respondents.stream()
                                .flatMap(one ->
                                        one.flags().stream().map(words -> new Conduct.Flag(one.subject(), words)))
                                .toList()),
                called);
    }

    private static Conduct.Standing standing(PlanLock.Standing standing) {
        return switch (standing) {
            case HONOURED -> Conduct.Standing.HONOURED;
            case EXPLORATORY -> Conduct.Standing.EXPLORATORY;
            case NONE -> Conduct.Standing.NONE;
        };
    }

    /** The names under which a model answered, or what it is called where it was imported from. */
    List<String> served(String member) {
        return Stream.concat(
                        respondents.stream()
                                .filter(one -> one.subject().equals(member))
                                .flatMap(one -> one.served().keySet().stream()),
                        called.of(member).stream())
                .toList();
    }

    /** One line on whether what was judged is what was planned; empty for outputs that were made elsewhere. */
    Optional<String> planned() {
        return conduct.plan().map(plan -> switch (plan.standing()) {
            case HONOURED ->
                "Plan: locked before the first question and kept, "
                        + plan.sha256().orElseThrow();
            case EXPLORATORY -> "EXPLORATORY: a plan was locked, and this is not what it says.";
            case NONE -> "EXPLORATORY: no plan was locked before the first question.";
        });
    }
}
