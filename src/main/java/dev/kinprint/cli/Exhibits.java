package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.channel.Reference;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.corpus.Question;
import dev.kinprint.report.Exhibit;
import dev.kinprint.report.Strip;
import dev.kinprint.style.Likeness;
import dev.kinprint.style.SharedSpans;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Single answers beside each other: for a leading pair the questions where it is most alike, in the middle, and least
 * alike, each with the nearest text of an unrelated model, so that nobody sees the most damning answer alone.
 */
final class Exhibits {
    private static final String CHANNEL = "content-ngram";
    private static final int SHORTEST_SPAN = 4;
    private static final int LONGEST_TEXT = 4_000;

    private final Judged judged;
    private final Corpus corpus;

    Exhibits(Judged judged) {
        this.judged = judged;
        this.corpus = judged.comparison().corpus();
    }

    private record Scored(int question, double score) {}

    /** For each leading pair a row for every question. */
    List<Strip> strips(List<Verdict> leading) {
        if (!judged.comparison().channels().contains(CHANNEL)) {
            return List.of();
        }
        return leading.stream().map(this::strip).toList();
    }

    private Strip strip(Verdict verdict) {
        int suspect = position(verdict.evidence().suspect());
        int candidate = position(verdict.evidence().candidate());
        List<Strip.Row> rows = new ArrayList<>();
        for (int q = 0; q < corpus.questions().size(); q++) {
            Question question = corpus.questions().get(q);
            OptionalDouble score = single(q, suspect, candidate);
            rows.add(new Strip.Row(
                    question.id(),
                    question.category(),
                    score.isPresent() ? Optional.of(score.getAsDouble()) : Optional.empty(),
                    score.isPresent() ? percentile(q, suspect, candidate, score.getAsDouble()) : Optional.empty(),
                    gaps(question.id(), verdict.evidence())));
        }
        rows.sort(Comparator.<Strip.Row>comparingDouble(row -> -row.score().orElse(-9.0))
                .thenComparing(Strip.Row::question));
        return new Strip(
                verdict.evidence().suspect(),
                verdict.evidence().candidate(),
                "wording: similarity less the mean of the question",
                rows);
    }

    private List<Gap.Reason> gaps(String question, Evidence evidence) {
        return corpus.gaps().stream()
                .filter(gap -> gap.question().equals(question)
                        && (gap.member().equals(evidence.suspect())
                                || gap.member().equals(evidence.candidate())))
                .map(Gap::reason)
                .distinct()
                .toList();
    }

    /** The share of background models that are less like the candidate than the suspect is, on one question. */
    private Optional<Double> percentile(int question, int suspect, int candidate, double score) {
        Reference background = judged.comparison().background(suspect, candidate);
        int lower = 0;
        int all = 0;
        for (int r = 0; r < corpus.members().size(); r++) {
            OptionalDouble other = background.holds(r) ? single(question, r, candidate) : OptionalDouble.empty();
            if (other.isPresent()) {
                all++;
                lower += other.getAsDouble() < score ? 1 : 0;
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(100.0 * lower / all);
    }

    private OptionalDouble single(int question, int i, int j) {
        return judged.comparison()
                .profiles()
                .of(CHANNEL)
                .map(profile -> profile.single(question, i, j))
                .orElse(OptionalDouble.empty());
    }

    /** Three exhibits for each leading pair. */
    List<Exhibit> of(List<Verdict> leading) {
        List<Exhibit> exhibits = new ArrayList<>();
        for (Verdict verdict : leading) {
            int suspect = position(verdict.evidence().suspect());
            int candidate = position(verdict.evidence().candidate());
            List<Scored> ranked = IntStream.range(0, corpus.questions().size())
                    .mapToObj(q -> new Scored(q, single(q, suspect, candidate).orElse(Double.NEGATIVE_INFINITY)))
                    .filter(scored -> Double.isFinite(scored.score()))
                    .sorted(Comparator.comparingDouble((Scored scored) -> -scored.score())
                            .thenComparing(Scored::question))
                    .toList();
            if (ranked.size() >= 3) {
                exhibits.add(exhibit(ranked.get(0), suspect, candidate, "where the pair is most alike"));
                exhibits.add(exhibit(ranked.get(ranked.size() / 2), suspect, candidate, "in the middle"));
                exhibits.add(exhibit(ranked.get(ranked.size() - 1), suspect, candidate, "where it is least alike"));
            }
        }
        return exhibits;
    }

    private Exhibit exhibit(Scored chosen, int suspect, int candidate, String rule) {
        Question question = corpus.questions().get(chosen.question());
        String text = text(suspect, chosen.question());
        return new Exhibit(
                question.id(),
                question.prompt(),
                rule,
                judged.id(suspect),
                text,
                other(candidate, text, chosen.question(), suspect),
                nearestStranger(suspect, candidate, chosen.question())
                        .map(stranger -> other(stranger, text, chosen.question(), suspect)));
    }

    private Optional<Integer> nearestStranger(int suspect, int candidate, int question) {
        Reference background = judged.comparison().background(suspect, candidate);
        return IntStream.range(0, corpus.members().size())
                .filter(background::holds)
                .filter(r -> single(question, suspect, r).isPresent())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(
                                r -> single(question, suspect, r).orElse(-9))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private Exhibit.Other other(int member, String text, int question, int suspect) {
        String own = text(member, question);
        List<Exhibit.Span> spans = SharedSpans.of(text, own, SHORTEST_SPAN).stream()
                .map(span -> new Exhibit.Span(span.startA(), span.endA(), span.startB(), span.endB()))
                .toList();
        Map<String, Double> similarity = new TreeMap<>();
        similarity.put("first 200 characters", Likeness.of(text, own));
        single(question, suspect, member).ifPresent(score -> similarity.put("wording", score));
        return new Exhibit.Other(judged.id(member), own, spans, new TreeMap<>(similarity));
    }

    private String text(int member, int question) {
        String text = corpus.first(member, question).orElseThrow();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private int position(String id) {
        return corpus.position(id).orElseThrow();
    }
}
