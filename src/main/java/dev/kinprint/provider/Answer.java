package dev.kinprint.provider;

import java.util.Optional;

/**
 * A vendor's reply, read.
 *
 * @param outcome what came of asking
 * @param text the answer's words; empty where there are none to compare
 * @param reasoning the thoughts, where the vendor shows them; never compared
 * @param refusal the words of a refusal that stand apart from the answer
 * @param category the vendor's name for why it declined or filtered
 * @param served the model that answered, in the vendor's words
 * @param upstream who ran the model, where a middleman says so
 * @param fingerprint the vendor's name for how the model is set up, where it gives one
 * @param responseId the vendor's name for this reply
 * @param finish the vendor's own word for how the answer ended
 * @param usage reported tokens
 * @param fault why there is no answer; there with {@link Outcome#ERROR} alone
 */
public record Answer(
        Outcome outcome,
        String text,
        Optional<String> reasoning,
        Optional<String> refusal,
        Optional<String> category,
        Optional<String> served,
        Optional<String> upstream,
        Optional<String> fingerprint,
        Optional<String> responseId,
        Optional<String> finish,
        Usage usage,
        Optional<Fault> fault) {

    /** Refuses an error without a fault, and a fault without an error. */
    public Answer {
        if ((outcome == Outcome.ERROR) != fault.isPresent()) {
            throw new IllegalArgumentException("fault: " + fault + " with " + outcome);
        }
    }

    static Answer error(Fault fault) {
        return new Draft().fault(fault);
    }

    /** The same, or {@link Outcome#WRONG_MODEL} where another model answered than was asked. */
    Answer served(ServedRule rule, String requested) {
        boolean strange = outcome != Outcome.ERROR && served.isPresent() && !rule.allows(requested, served.get());
        return strange
                ? new Answer(
                        Outcome.WRONG_MODEL,
                        text,
                        reasoning,
                        refusal,
                        category,
                        served,
                        upstream,
                        fingerprint,
                        responseId,
                        finish,
                        usage,
                        fault)
                : this;
    }
}
