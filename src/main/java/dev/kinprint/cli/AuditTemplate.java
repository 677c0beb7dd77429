package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.provider.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commented audit file to begin with.
 *
 * @param use what it is for
 * @param models the models, suspects first
 */
record AuditTemplate(Use use, List<Model> models) {
    private static final int LONGEST_ID = 48;

    /** What an audit is for. */
    enum Use {
        /** Is a suspect a copy of one of a few candidates. */
        AUDIT,
        /** Who resembles whom. */
        RESEARCH,
        /** A release against the last one. */
        CI
    }

    /**
     * A model of the audit.
     *
     * @param baseUrl where it listens, where the provider does not say
     * @param keyEnv the name of the variable that holds its key, where the provider does not say
     */
    record Model(
            String id, String provider, String model, String role, Optional<String> baseUrl, Optional<String> keyEnv) {}

    /** A template for models in the notation of the command line; with placeholders where a role has none. */
    static AuditTemplate of(Use use, List<String> suspects, List<String> candidates, List<String> panel) {
        Map<String, Model> models = new LinkedHashMap<>();
        boolean research = use == Use.RESEARCH;
        add(
                models,
                "suspect",
                suspects.isEmpty() && !research ? List.of("https://api.example.com/v1#acme-large") : suspects);
        add(
                models,
                "candidate",
                candidates.isEmpty() && !research ? List.of("anthropic/claude-sonnet-4-5") : candidates);
        List<String> rest =
                panel.isEmpty() && research ? List.of("openai/gpt-4.1", "anthropic/claude-sonnet-4-5") : panel;
        // In research every model may be like every other.
        add(models, research ? "candidate" : "panel", rest);
        if (research && suspects.isEmpty()) {
            Model first = models.values().iterator().next();
            models.put(
                    first.id(),
                    new Model(first.id(), first.provider(), first.model(), "suspect", first.baseUrl(), first.keyEnv()));
        }
        return new AuditTemplate(use, List.copyOf(models.values()));
    }

    private static void add(Map<String, Model> models, String role, List<String> notations) {
        for (String notation : notations) {
            Model model = model(notation, role);
            String id = model.id();
            for (int n = 2; models.containsKey(id); n++) {
                id = model.id() + "-" + n;
            }
            models.put(
                    id, new Model(id, model.provider(), model.model(), model.role(), model.baseUrl(), model.keyEnv()));
        }
    }

    private static Model model(String notation, String role) {
        int hash = notation.indexOf('#');
        if (notation.startsWith("https://") && hash > 0 && hash + 1 < notation.length()) {
            String name = notation.substring(hash + 1);
            return new Model(
                    id(name),
                    "openai-compatible",
                    name,
                    role,
                    Optional.of(notation.substring(0, hash)),
                    Optional.of(role.toUpperCase(java.util.Locale.ROOT) + "_KEY"));
        }
        int slash = notation.indexOf('/');
        if (slash < 1 || slash + 1 == notation.length()) {
            throw OperatorError.usage(
                    "It is not clear which model is meant",
                    "'" + notation + "'",
                    "it is neither PROVIDER/MODEL nor https://HOST/PATH#MODEL",
                    "See the providers with `kinprint providers`");
        }
        String provider = notation.substring(0, slash);
        Profiles.get(provider, "'" + notation + "'");
        String name = notation.substring(slash + 1);
        return new Model(id(name), provider, name, role, Optional.empty(), Optional.empty());
    }

    private static String id(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String cut = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("[^A-Za-z0-9]+$", "");
        return cut.isEmpty() ? "model" : cut;
    }

    /** The set of probes that the file names. */
    String suite() {
        return use == Use.CI ? "builtin:quick" : "builtin:core";
    }

    /** The file. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# An audit file of Kinprint. Keys stay in the environment: this file holds the names of variables.");
        lines.add("version: 1");
        lines.add("run:");
        lines.add("  name: " + use.name().toLowerCase(java.util.Locale.ROOT) + "   # its folder is results/NAME");
        lines.add("  samples: " + (use == Use.CI ? 5 : 3) + "      # how often each probe is asked");
        lines.add("  seed: 7         # all randomness follows from it");
        lines.add("limits:");
        lines.add("  budgetUsd: " + (use == Use.CI ? 2 : 10) + "    # nothing is asked beyond this");
        lines.add("  maxCalls: 6000");
        lines.add("  concurrency: 8");
        lines.add("models:");
        for (Model model : models) {
            lines.add("  - id: " + model.id());
            lines.add("    provider: " + model.provider());
            model.baseUrl().ifPresent(url -> lines.add("    baseUrl: " + quoted(url)));
            model.keyEnv().ifPresent(name -> lines.add("    keyEnv: " + name + "   # the name of the variable"));
            lines.add("    model: " + quoted(model.model()));
            lines.add("    role: " + model.role());
            lines.add("    # lab: and base: say what is declared; models of one lab are nobody's background");
        }
        lines.add("# A background of models from ten labs or more is needed for a likelihood ratio. Stored outputs");
        lines.add("# serve as one without a call:");
        lines.add("# panel: [ \"import:alpaca_eval/results\" ]");
        lines.add("probes: [ \"" + suite() + "\" ]");
        if (use == Use.CI) {
            lines.add("# What must hold; 'floor' is what a model has with repeated samples of itself:");
            lines.add("# gate: [ \"similarity(" + models.get(0).id() + ", "
                    + models.get(1).id() + ") >= floor\" ]");
        }
        return String.join("\n", lines) + "\n";
    }

    /** A text as YAML takes it between double quotes; JSON's escapes are YAML's. */
    private static String quoted(String text) {
        return new String(Json.of(text).canonical(), StandardCharsets.UTF_8);
    }
}
