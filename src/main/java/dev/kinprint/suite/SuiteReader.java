package dev.kinprint.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a document the meaning of a suite. A probe stands in the list {@code probes}, or in a group whose settings it
 * takes where it has none of its own.
 */
final class SuiteReader {
    private static final String[] SETTINGS = {"category", "language", "why", "maxTokens", "samples"};
    private static final String[] PROBE = {
        "id", "ask", "turns", "answer", "category", "language", "why", "maxTokens", "samples"
    };
    private static final int MOST_TOKENS = 100_000;
    private static final int MOST_SAMPLES = 10_000;

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Probe> probes = new ArrayList<>();

    private SuiteReader(String file) {
        this.file = file;
    }

    static Suite read(Yaml root, String file) {
        return new SuiteReader(file).suite(root);
    }

    private Suite suite(Yaml root) {
        Fields fields = new Fields(file, "", root, "suite", "version", "about", "groups", "probes");
        String id = fields.id("suite");
        String version = fields.text("version");
        fields.optionalText("about");
        if (fields.has("groups")) {
            for (Fields group : fields.each("groups", with(SETTINGS, "probes"))) {
                for (Fields probe : group.each("probes", PROBE)) {
                    probes.add(probe(probe, Optional.of(group)));
                }
            }
        }
        if (fields.has("probes") || !fields.has("groups")) {
            for (Fields probe : fields.each("probes", PROBE)) {
                probes.add(probe(probe, Optional.empty()));
            }
        }
        return new Suite(id, version, probes);
    }

    private Probe probe(Fields fields, Optional<Fields> group) {
        String id = fields.id("id");
        Fields category = holder("category", fields, group);
        Fields language = holder("language", fields, group);
        Fields tokens = holder("maxTokens", fields, group);
        Fields samples = holder("samples", fields, group);
        Integer before = lines.putIfAbsent(id, fields.line());
        if (before != null) {
            throw fields.wrong(
                    "id", "'" + id + "' is the id of an earlier probe, on line " + before, "Choose another id.");
        }
        return new Probe(
                id,
                category.choice("category", Probe.Category.class),
                language(language),
                holder("why", fields, group).text("why"),
                turns(fields),
                tokens.whole("maxTokens", 1, MOST_TOKENS)
                        .orElseThrow(() -> tokens.missing("maxTokens"))
                        .intValue(),
                samples.whole("samples", 1, MOST_SAMPLES)
                        .orElseThrow(() -> samples.missing("samples"))
                        .intValue(),
                fields.optionalText("answer"));
    }

    /** The one that has the key: the probe itself before its group. */
    private static Fields holder(String key, Fields probe, Optional<Fields> group) {
        return group.filter(g -> !probe.has(key) && g.has(key)).orElse(probe);
    }

    private static String language(Fields fields) {
        String tag = fields.text("language");
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw fields.wrong(
                    "language",
                    "'" + Shown.text(tag) + "' is no BCP 47 language tag",
                    "Write 'en', 'de', 'pt-BR', or 'und' where it is unknown.");
        }
    }

    private List<Turn> turns(Fields fields) {
        if (fields.has("ask") == fields.has("turns")) {
            throw fields.error(
                    fields.line(),
                    "wrong " + fields.path("ask"),
                    "a probe has either 'ask', one question, or 'turns', a script",
                    "Keep one of the two.");
        }
        if (fields.has("ask")) {
            return List.of(new Turn(Turn.Speaker.USER, fields.text("ask")));
        }
        List<Turn> turns = new ArrayList<>();
        for (Fields turn : fields.each("turns", "user", "assistant")) {
            Turn.Speaker expected = turns.size() % 2 == 0 ? Turn.Speaker.USER : Turn.Speaker.ASSISTANT;
            Turn.Speaker other = turns.size() % 2 == 0 ? Turn.Speaker.ASSISTANT : Turn.Speaker.USER;
            if (turn.has(Fields.word(other))) {
                throw turn.wrong(
                        Fields.word(other),
                        "turns alternate and begin with the user's; the " + Fields.word(expected) + "'s is due here",
                        "One item a turn, '- user: …' first.");
            }
            turns.add(new Turn(expected, turn.text(Fields.word(expected))));
        }
        if (turns.size() % 2 == 0) {
            throw fields.wrong(
                    "turns", "the last turn is not the user's", "End with a user turn: it is what is asked.");
        }
        return turns;
    }

    private static String[] with(String[] keys, String another) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.add(another);
        return all.toArray(String[]::new);
    }
}
