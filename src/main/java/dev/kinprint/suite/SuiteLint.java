package dev.kinprint.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks for what is allowed in a suite but probably not meant. */
public final class SuiteLint {
    /** Shorter questions say too little in an alphabet; one character of Chinese or Japanese says more. */
    private static final int SHORTEST = 12;

    private static final int FEWEST_SAMPLES = 5;
    private static final int MIXED = 10;
    private static final List<String> HIDDEN =
            List.of("chain of thought", "chain-of-thought", "system prompt", "hidden reasoning", "scratchpad");

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();

    private SuiteLint() {}

    /** What is found in these suites, taken together, in their order. */
    public static List<Finding> of(List<Suite> suites) {
        SuiteLint lint = new SuiteLint();
        for (Suite suite : suites) {
            suite.probes().forEach(probe -> lint.look(suite, probe));
            lint.balance(suite);
        }
        return List.copyOf(lint.findings);
    }

    private void look(Suite suite, Probe probe) {
        StringBuilder script = new StringBuilder();
        probe.turns().forEach(turn -> script.append(turn.text().strip()).append('\n'));
        String words = script.toString().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String other = seen.putIfAbsent(words, suite.id() + "/" + probe.id());
        if (other != null) {
            add(
                    Finding.Kind.DUPLICATE_PROMPT,
                    suite,
                    probe,
                    "It asks the same as " + other + "; change or delete one.");
        }
        if (weight(probe.prompt()) < SHORTEST) {
            add(Finding.Kind.SHORT_PROMPT, suite, probe, "The question is very short; say more of what is asked.");
        }
        if (probe.category() == Probe.Category.KEYED && probe.answer().isEmpty()) {
            add(Finding.Kind.MISSING_ANSWER, suite, probe, "A keyed probe needs an 'answer'.");
        }
        if (probe.answer().isPresent() && !probe.prompt().contains("Answer:")) {
            add(
                    Finding.Kind.UNMARKED_ANSWER,
                    suite,
                    probe,
                    "Ask for a last line of the form 'Answer: …', so that the answer can be found.");
        }
        boolean spread = probe.category() == Probe.Category.CHOICE || probe.category() == Probe.Category.SAMENESS;
        if (spread && probe.samples() < FEWEST_SAMPLES) {
            add(
                    Finding.Kind.FEW_SAMPLES,
                    suite,
                    probe,
                    probe.samples() + " samples show no spread; ask at least " + FEWEST_SAMPLES + " times.");
        }
        HIDDEN.stream()
                .filter(words::contains)
                .findFirst()
                .ifPresent(hidden -> add(
                        Finding.Kind.HIDDEN_TEXT,
                        suite,
                        probe,
                        "'" + hidden + "' asks for text that vendors hide, and is refused as extraction."));
    }

    private void balance(Suite suite) {
        Map<Probe.Category, Integer> counts = new TreeMap<>();
        suite.probes().forEach(probe -> counts.merge(probe.category(), 1, Integer::sum));
        int all = suite.probes().size();
        counts.forEach((category, count) -> {
            if (all >= MIXED && counts.size() > 1 && 2 * count > all) {
                findings.add(new Finding(
                        Finding.Kind.UNBALANCED,
                        suite.id(),
                        Optional.empty(),
                        count + " of " + all + " probes are of category " + Fields.word(category)
                                + "; add others, or make it a suite of its own."));
            }
        });
    }

    private void add(Finding.Kind kind, Suite suite, Probe probe, String text) {
        findings.add(new Finding(kind, suite.id(), Optional.of(probe.id()), text));
    }

    private static int weight(String prompt) {
        return prompt.codePoints().map(c -> dense(c) ? 3 : 1).sum();
    }

    private static boolean dense(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL;
    }
}
