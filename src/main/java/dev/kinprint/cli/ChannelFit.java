package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.channel.Profiles;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.embed.Embedder;
import dev.kinprint.ingest.Outputs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a corpus of known lineage and fits channels on it: what `calibrate` and `validate` have in common. */
final class ChannelFit {
    @Mixin
    private EmbeddingOptions embedding = new EmbeddingOptions();

    @Option(
            names = "--embed-questions",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "Of at most how many questions the first answers are embedded, spread evenly; the first time this"
                            + " is by far the longest step. Default: ${DEFAULT-VALUE}.")
    private int questions = 100;

    /** Of at most how many questions the first answers are embedded. */
    int questions() {
        return questions;
    }

    /** The embedder; empty where none is wanted. */
    Optional<Embedder> embedder(Function<String, Optional<String>> environment) {
        return embedding.open(environment);
    }

    /** The texts of outputs made elsewhere. */
    static Corpus read(Path source) {
        try (Archive archive = Archive.inMemory()) {
            // The time of an import decides nothing that is judged; a fixed one keeps the archive's root the same.
            Outputs.scan(source).into(archive, Instant.EPOCH);
            return Corpus.read(archive);
        }
    }

    /** A corpus as some channels see it. */
    Profiles fit(Corpus corpus, List<String> channels, Optional<Embedder> embedder, Console console) {
        if (embedder.isEmpty()) {
            return Channels.fit(Material.of(corpus), channels);
        }
        Material material;
        try (ProgressLine progress = console.progress("embedding")) {
            material = Material.of(corpus, embedder.get(), questions, (done, total) -> progress.at(done, total, ""));
        }
        return Channels.fit(material, channels);
    }
}
