package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.style.SelfNames;
import dev.kinprint.suite.Probe;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a suspect calls itself a model of the candidate's lab: an observation, never evidence. */
final class NamedSelf implements SideTest {
    @Override
    public String id() {
        return "identity";
    }

    @Override
    public String title() {
        return "whether the suspect calls itself a model of the candidate's lab";
    }

    @Override
    public String unit() {
        return "share of answers to questions about itself, 0 to 1; an observation without a p-value";
    }

    @Override
    public String limits() {
        return "Public text is full of answers of well-known assistants, so models call themselves by other models' names"
                + " without any lineage, and a system prompt can set any name. Without a declared lab or family of the"
                + " candidate, or without questions about itself, it says nothing.";
    }

    @Override
    public Finding test(Corpus corpus, int suspect, int candidate, Reference background, long seed) {
        Member other = corpus.members().get(candidate);
        Set<String> declared = new TreeSet<>();
        other.origin().lab().ifPresent(declared::add);
        other.origin().family().ifPresent(declared::add);
        int answers = 0;
        int named = 0;
        int questions = 0;
        for (int q = 0; q < corpus.questions().size(); q++) {
            if (corpus.questions().get(q).category() == Probe.Category.IDENTITY) {
                questions += corpus.texts(suspect, q).isEmpty() ? 0 : 1;
                for (String text : corpus.texts(suspect, q)) {
                    answers++;
                    named += SelfNames.claims(text, declared) ? 1 : 0;
                }
            }
        }
        if (answers == 0 || declared.isEmpty()) {
            return Finding.silent(
                    questions,
                    declared.isEmpty()
                            ? "Nothing to look for: no lab or family of the candidate is declared."
                            : "Too little data: no answer to a question about itself.");
        }
        return new Finding(
                Optional.of(named / (double) answers),
                Optional.empty(),
                questions,
                named + " of " + answers + " answers about itself name " + String.join(" or ", declared)
                        + ". An observation only.");
    }
}
