package dev.kinprint.collect;

import dev.kinprint.archive.Cell;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.Step;
import dev.kinprint.provider.Answer;
import dev.kinprint.provider.Codecs;
import dev.kinprint.provider.Fault;
import dev.kinprint.provider.FaultKind;
import dev.kinprint.provider.Outcome;
import dev.kinprint.provider.Prices;
import dev.kinprint.provider.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one delivery means: the step to record, and what to do next. A pure function of the job and the delivery.
 *
 * @param job what was asked
 * @param step what is recorded
 * @param outcome what came of asking; empty where the archive holds no whole answer
 * @param reaction what to do next; empty where the cell is settled
 * @param reason a short code and words for messages; empty with a good answer
 * @param pause how long the vendor asks to wait
 * @param sign how the host is doing
 */
record Settlement(
        Job job,
        Step step,
        Optional<Outcome> outcome,
        Optional<Reaction> reaction,
        String reason,
        Optional<Duration> pause,
        Sign sign) {

    /** What a delivery says about the host, whatever it says about the cell. */
    enum Sign {
        /** It works. */
        WELL,
        /** It has too much to do. */
        BUSY,
        /** It fails, or cannot be reached. */
        FAILING
    }

    /** Whether nothing follows: the cell is settled, and its host works. */
    boolean conclusive() {
        return reaction.isEmpty() && sign == Sign.WELL;
    }

    static Settlement of(Job job, Delivery delivery, Instant now) {
        Cell cell = job.cell();
        if (delivery instanceof Delivery.NotSent notSent) {
            String reason = "not-sent: " + notSent.reason();
            Reaction reaction = notSent.lasting() ? Reaction.STOP_KEY : Reaction.AGAIN;
            return silent(job, Step.notSent(cell.key(), now, reason), reaction, reason);
        } else if (delivery instanceof Delivery.Lost lost) {
            String reason = "no-answer: " + lost.reason();
            return silent(job, Step.inDoubt(cell.key(), now, job.reserve(), reason), Reaction.HOLD, reason);
        } else if (delivery instanceof Delivery.Broken broken) {
            return broken.reply().status() == 200
                    ? partial(job, broken.reply(), now, "cut: " + broken.reason())
                    : reply(job, broken.reply(), now);
        } else if (delivery instanceof Delivery.Answered answered) {
            return reply(job, answered.reply(), now);
        }
        throw new IllegalArgumentException("delivery: unknown kind");
    }

    private static Settlement silent(Job job, Step step, Reaction reaction, String reason) {
        return new Settlement(
                job, step, Optional.empty(), Optional.of(reaction), reason, Optional.empty(), Sign.FAILING);
    }

    private static Settlement partial(Job job, Reply reply, Instant now, String reason) {
        Step step = Step.partial(job.cell().key(), now, job.reserve(), reply, reason);
        return silent(job, step, Reaction.HOLD, reason);
    }

    private static Settlement reply(Job job, Reply reply, Instant now) {
        Cell cell = job.cell();
        Answer answer = Codecs.read(
                cell.dialect(),
                cell.profile(),
                cell.model(),
                reply.status(),
                reply.headers(),
                reply.body().toArray());
        if (answer.fault().isEmpty()) {
            Step step = Step.result(cell.key(), now, settled(job, answer.usage()), reply);
            Optional<Outcome> outcome = Optional.of(answer.outcome());
            return new Settlement(job, step, outcome, Optional.empty(), "", Optional.empty(), Sign.WELL);
        }
        Fault fault = answer.fault().get();
        Reaction reaction = Reaction.to(fault.kind());
        String reason = fault.kind().word() + ": " + fault.code();
        if (reaction == Reaction.HOLD) {
            return partial(job, reply, now, reason);
        } else if (reaction == Reaction.KEEP) {
            Step step = Step.result(cell.key(), now, settled(job, answer.usage()), reply);
            Optional<Outcome> outcome = Optional.of(Outcome.ERROR);
            return new Settlement(job, step, outcome, Optional.empty(), reason, Optional.empty(), Sign.WELL);
        }
        boolean enough =
                reaction == Reaction.AGAIN && "false".equals(reply.headers().get("x-should-retry"));
        Optional<Duration> pause = RetryAfter.of(reply.headers(), now).or(fault::pause);
        return new Settlement(
                job,
                Step.rejected(cell.key(), now, reply, reason),
                Optional.empty(),
                Optional.of(enough ? Reaction.STOP_CELL : reaction),
                reason,
                pause,
                sign(fault.kind()));
    }

    private static Sign sign(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMITED, OVERLOADED -> Sign.BUSY;
            case SERVER, GATEWAY, CUT -> Sign.FAILING;
            case QUOTA, AUTHENTICATION, NOT_FOUND, BAD_REQUEST, REDIRECT, UNREADABLE, UNSUPPORTED -> Sign.WELL;
        };
    }

    /** The reported tokens at the known price; without either, what was reserved. */
    private static OptionalLong settled(Job job, Usage usage) {
        if (job.reserve().isEmpty()
                || job.reserve().getAsLong() == 0
                || usage.input().isEmpty()) {
            return job.reserve();
        }
        return Prices.bundled()
                .find(job.cell().profile(), job.cell().model())
                .filter(price -> usage.output().isPresent())
                .map(price -> OptionalLong.of(
                        price.nanoUsd(usage.input().get(), usage.output().get())))
                .orElse(job.reserve());
    }
}
