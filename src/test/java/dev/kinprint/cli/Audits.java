package dev.kinprint.cli;

import dev.kinprint.lab.RunningLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Audit files that ask models of a running lab. */
final class Audits {
    private Audits() {}

    /**
     * Writes {@code audit.yaml}; the folder of its run is {@code results/test}.
     *
     * @param models ids of the lab's models, the first one the suspect
     * @param more further lines, probes among them
     */
    static Path write(Path folder, RunningLab lab, List<String> models, int samples, String more) {
        StringBuilder yaml = new StringBuilder("version: 1\nrun: { name: test, samples: " + samples + " }\nmodels:\n");
        for (String id : models) {
            LabEndpoint endpoint = lab.lab().models().stream()
                    .filter(model -> model.id().equals(id))
                    .map(model -> LabEndpoint.of(model.dialect(), lab.baseUrl()))
                    .findFirst()
                    .orElseThrow();
            yaml.append("  - { id: ").append(id).append(", provider: ").append(endpoint.provider());
            yaml.append(", baseUrl: \"")
                    .append(endpoint.baseUrl())
                    .append("\", local: true, model: ")
                    .append(id);
            yaml.append(", role: ")
                    .append(id.equals(models.get(0)) ? "suspect" : "candidate")
                    .append(" }\n");
        }
        try {
            return Files.writeString(folder.resolve("audit.yaml"), yaml + more + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
