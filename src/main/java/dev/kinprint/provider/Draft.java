package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.util.Optional;

/** Collects the parts of an answer in the order in which a body gives them, and decides what came of it. */
final class Draft {
    /** How a vendor says that an answer ended. */
    enum Finish {
        WHOLE,
        LIMIT,
        REFUSAL,
        FILTER,
        /** The vendor stopped half-way; the call may have been paid for. */
        BROKEN,
        /** Tools, or a word that nobody knows. */
        OTHER
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private boolean other;
    private boolean stranger;
    private Optional<String> category = Optional.empty();
    private Optional<String> served = Optional.empty();
    private Optional<String> upstream = Optional.empty();
    private Optional<String> fingerprint = Optional.empty();
    private Optional<String> responseId = Optional.empty();
    private Optional<String> finish = Optional.empty();
    private Usage usage = Usage.NONE;

    Draft text(Json words) {
        text.append(words.text().orElse(""));
        return this;
    }

    Draft reasoning(Json words) {
        reasoning.append(words.text().orElse(""));
        return this;
    }

    Draft refusal(Json words) {
        refusal.append(words.text().orElse(""));
        return this;
    }

    /** A part that is not text: a tool call, sound, an unknown kind. */
    Draft otherContent() {
        other = true;
        return this;
    }

    /** The vendor says itself that it let another model answer. */
    Draft fellBack() {
        stranger = true;
        return this;
    }

    Draft category(Json word) {
        category = word.text();
        return this;
    }

    Draft served(Json model) {
        served = model.text().filter(name -> !name.isBlank());
        return this;
    }

    Draft upstream(Json name) {
        upstream = name.text();
        return this;
    }

    Draft fingerprint(Json name) {
        fingerprint = name.text().filter(word -> !word.isBlank());
        return this;
    }

    Draft responseId(Json id) {
        responseId = id.text();
        return this;
    }

    Draft finish(Json word) {
        finish = word.text();
        return this;
    }

    Draft usage(Usage reported) {
        usage = reported;
        return this;
    }

    Answer fault(Fault fault) {
        return answer(Outcome.ERROR, Optional.of(fault));
    }

    Answer done(Finish how) {
        splitThinking();
        if (unpaired(text.toString()) || unpaired(reasoning.toString())) {
            return fault(Fault.of(FaultKind.UNREADABLE, "half of a surrogate pair"));
        } else if (how == Finish.REFUSAL || refusal.length() > 0) {
            return answer(Outcome.REFUSED, Optional.empty());
        } else if (how == Finish.FILTER) {
            return answer(Outcome.FILTERED, Optional.empty());
        } else if (stranger) {
            return answer(Outcome.WRONG_MODEL, Optional.empty());
        } else if (how == Finish.BROKEN) {
            return fault(Fault.of(FaultKind.CUT, "finish " + finish.orElse("")));
        } else if (other || how == Finish.OTHER) {
            return fault(Fault.of(FaultKind.UNSUPPORTED, "finish " + finish.orElse("none")));
        } else if (text.toString().isBlank()) {
            boolean thought =
                    !reasoning.toString().isBlank() || usage.reasoning().orElse(0L) > 0;
            return answer(thought ? Outcome.REASONING_ONLY : Outcome.EMPTY, Optional.empty());
        }
        return answer(how == Finish.LIMIT ? Outcome.TRUNCATED : Outcome.OK, Optional.empty());
    }

    /** Some servers leave a model's thoughts in its answer, in a block of their own at the beginning. */
    private void splitThinking() {
        String all = text.toString();
        String start = all.stripLeading();
        if (start.startsWith("<think>")) {
            int end = start.indexOf("</think>");
            reasoning.append(end < 0 ? start.substring(7) : start.substring(7, end));
            text.setLength(0);
            text.append(end < 0 ? "" : start.substring(end + 8).stripLeading());
        }
    }

    private static boolean unpaired(String words) {
        for (int at = 0; at < words.length(); at++) {
            if (Character.isSurrogate(words.charAt(at))) {
                if (at + 1 == words.length() || !Character.isSurrogatePair(words.charAt(at), words.charAt(at + 1))) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private Answer answer(Outcome outcome, Optional<Fault> fault) {
        return new Answer(
                outcome,
                text.toString(),
                shown(reasoning),
                shown(refusal),
                category,
                served,
                upstream,
                fingerprint,
                responseId,
                finish,
                usage,
                fault);
    }

    private static Optional<String> shown(StringBuilder words) {
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }
}
