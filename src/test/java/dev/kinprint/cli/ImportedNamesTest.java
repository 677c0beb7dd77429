package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.ingest.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedNamesTest {
    @TempDir
    private Path folder;

    @Test
    void aModelIsKnownByTheNameThatItsOutputsHave() throws IOException {
        Path file = Files.writeString(folder.resolve("outputs.jsonl"), """
                {"model": "نموذج", "probe": "p", "prompt": "Why?", "text": "So."}
                {"model": "plain-7b", "probe": "p", "prompt": "Why?", "text": "So."}
                """);
        try (Archive archive = Archive.inMemory()) {
            Outputs.scan(file).into(archive, Instant.EPOCH);
            ImportedNames names = ImportedNames.of(archive);

            String id = names.id("نموذج");
            assertThat(id).matches("x-[0-9a-f]{8}");
            assertThat(names.of(id)).contains("نموذج");
            assertThat(names.of("plain-7b")).as("its name is its id").isEmpty();
            assertThat(names.id("plain-7b")).isEqualTo("plain-7b");
            assertThat(names.id(id)).as("an id stays one").isEqualTo(id);
        }
    }
}
