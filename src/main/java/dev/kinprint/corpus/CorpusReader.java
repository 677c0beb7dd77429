package dev.kinprint.corpus;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.State;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.provider.Answer;
import dev.kinprint.provider.Codecs;
import dev.kinprint.provider.Outcome;
import dev.kinprint.suite.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes every stored exchange into a text or a gap. */
final class CorpusReader {
    private static final int LONGEST_DETAIL = 200;

    /** So many exchanges are decoded side by side; no more of their bodies are in memory at once. */
    private static final int BATCH = 1024;

    private final String where;
    private final Corpus.Builder corpus = new Corpus.Builder();
    private final Set<String> members = new HashSet<>();
    private final Set<String> questions = new HashSet<>();
    private final List<StoredExchange> batch = new ArrayList<>(BATCH);

    private record Decoded(Answer answer, String normal) {}

    private CorpusReader(String where) {
        this.where = where;
    }

    static Corpus read(Archive archive) {
        CorpusReader reader = new CorpusReader(archive.where());
        Declared declared = Declared.read(archive);
        declared.members().values().forEach(member -> {
            reader.members.add(member.id());
            reader.corpus.member(member);
        });
        declared.questions().values().forEach(question -> {
            reader.questions.add(question.id());
            reader.corpus.question(question);
        });
        archive.forEach(reader::collect);
        reader.takeBatch();
        return reader.corpus.build();
    }

    private void collect(StoredExchange exchange) {
        CellKey key = exchange.cell().key();
        if (!questions.contains(key.probe())) {
            throw damaged("it holds an answer to " + key.probe() + ", and no stored suite has that probe");
        }
        String dialect = exchange.cell().dialect();
        if (exchange.state() == State.RESULT
                && !dialect.equals(Codecs.IMPORTED)
                && !Codecs.dialects().contains(dialect)) {
            throw damaged("it holds answers in the dialect " + dialect + ", which this version cannot read");
        }
        batch.add(exchange);
        if (batch.size() == BATCH) {
            takeBatch();
        }
    }

    /** All cores decode and normalise; the archive's order is kept. */
    private void takeBatch() {
        List<Optional<Decoded>> answers =
                batch.parallelStream().map(CorpusReader::decoded).toList();
        for (int at = 0; at < answers.size(); at++) {
            take(batch.get(at), answers.get(at));
        }
        batch.clear();
    }

    private static Optional<Decoded> decoded(StoredExchange exchange) {
        if (exchange.state() != State.RESULT) {
            return Optional.empty();
        }
        Reply reply = exchange.reply().orElseThrow();
        Answer answer = Codecs.read(
                exchange.cell().dialect(),
                exchange.cell().profile(),
                exchange.cell().model(),
                reply.status(),
                reply.headers(),
                reply.body().toArray());
        return Optional.of(new Decoded(answer, Normalisation.normalise(answer.text())));
    }

    private void take(StoredExchange exchange, Optional<Decoded> answer) {
        CellKey key = exchange.cell().key();
        if (members.add(key.subject())) {
            corpus.member(new Member(key.subject(), Origin.unknown()));
        }
        switch (exchange.state()) {
            case RESULT -> answer(exchange, answer.orElseThrow());
            case REJECTED -> gap(key, Gap.Reason.ERROR, exchange.reason());
            case PARTIAL, IN_DOUBT, INTENT -> gap(key, Gap.Reason.IN_DOUBT, exchange.reason());
            case PLANNED, NOT_SENT, RETRY_AUTHORISED -> gap(key, Gap.Reason.NOT_ASKED, exchange.reason());
        }
    }

    private void answer(StoredExchange exchange, Decoded decoded) {
        CellKey key = exchange.cell().key();
        Answer answer = decoded.answer();
        if (answer.outcome() == Outcome.OK) {
            corpus.normal(key.subject(), key.probe(), key.sample(), decoded.normal());
        } else {
            gap(key, reason(answer.outcome()), detail(exchange, answer));
        }
    }

    private static Gap.Reason reason(Outcome outcome) {
        return switch (outcome) {
            case REFUSED -> Gap.Reason.REFUSED;
            case FILTERED -> Gap.Reason.FILTERED;
            case TRUNCATED -> Gap.Reason.TRUNCATED;
            case REASONING_ONLY -> Gap.Reason.REASONING_ONLY;
            case EMPTY -> Gap.Reason.EMPTY;
            case WRONG_MODEL -> Gap.Reason.WRONG_MODEL;
            case ERROR -> Gap.Reason.ERROR;
            case OK -> throw new IllegalArgumentException("outcome: a whole answer is no gap");
        };
    }

    private static String detail(StoredExchange exchange, Answer answer) {
        return switch (answer.outcome()) {
            case WRONG_MODEL ->
                "asked for " + exchange.cell().model() + ", answered by "
                        + answer.served().orElse("another");
            case ERROR ->
                answer.fault()
                        .map(fault -> fault.kind().word() + " " + fault.code())
                        .orElseThrow();
            default -> answer.category().or(answer::finish).orElse("");
        };
    }

    private void gap(CellKey key, Gap.Reason reason, String detail) {
        String cut = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        corpus.gap(new Gap(key.subject(), key.probe(), key.sample(), reason, cut));
    }

    private OperatorError damaged(String why) {
        return Declared.damaged(where, why);
    }
}
