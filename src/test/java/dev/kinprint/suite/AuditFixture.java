package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes audit files into a folder and reads them. */
final class AuditFixture {
    /** An audit that says everything that can be said. */
    static final String FULL = """
            version: 1
            run: { name: acme-audit, samples: 3, seed: 7, out: runs/ }
            limits: { budgetUsd: 10.50, maxCalls: 6000, deadline: 1h30m, concurrency: 4 }
            models:
              - id: reference            # a comment
                provider: anthropic
                model: claude-x
                role: candidate
                released: 2026-02-01
                lab: anthropic
                family: claude
                params: { temperature: null }
              - id: suspect
                provider: openai-compatible
                baseUrl: https://api.example.com/v1
                keyEnv: SUSPECT_KEY
                model: acme-large
                role: suspect
                base: qwen3-32b
                relationship: { reference: prohibited }
              - { id: local-1, provider: ollama, baseUrl: "http://127.0.0.1:8080/v1", local: true, model: m, role: panel }
            panel: [ "import:outputs.jsonl.gz" ]
            params: { temperature: 0.7, maxOutputTokens: 1024 }
            probes: [ "builtin:quick", "file:probes/extra.yaml", "corpus:corpus" ]
            judge: { embedder: "file:embedder", calibration: builtin, channels: [ edit, openings ], ablations: [ raw, no-markdown ] }
            gate: [ "lrT(suspect, reference) < 10" ]
            """;

    /** The least that an audit must say. */
    static final String LEAST = """
            version: 1
            run: { name: least }
            models:
              - { id: a, provider: openai, model: m, role: suspect }
            probes: [ "builtin:quick" ]
            """;

    private final Path folder;

    /** Makes what the full audit refers to. */
    AuditFixture(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("probes"));
            Files.createDirectories(folder.resolve("corpus"));
            Files.createDirectories(folder.resolve("embedder"));
            Files.writeString(folder.resolve("probes/extra.yaml"), "");
            Files.writeString(folder.resolve("outputs.jsonl.gz"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve("audit.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Audit read(String yaml) {
        return AuditFile.read(write(yaml));
    }

    /** The error that reading ends in; a failed test where it ends in none. */
    OperatorError error(String yaml) {
        OperatorError error = catchThrowableOfType(OperatorError.class, () -> read(yaml));
        if (error == null) {
            throw new AssertionError("this audit was accepted:\n" + yaml);
        }
        return error;
    }

    /** Replaces a part that must be there, once. */
    static String with(String yaml, String part, String other) {
        if (!yaml.contains(part)) {
            throw new AssertionError("not in the file: " + part);
        }
        return yaml.replace(part, other);
    }
}
