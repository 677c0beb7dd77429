package dev.kinprint.cli;

import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Embedders;
import dev.kinprint.suite.JudgeSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which embedding model is used, if any. */
final class EmbeddingOptions {
    @Option(
            names = "--embedder",
            paramLabel = "builtin|none|DIR",
            defaultValue = "builtin",
            description = "The embedding model: the built-in one, none, or a folder with model.onnx and tokenizer.json."
                    + " Default: ${DEFAULT-VALUE}.")
    private String embedder = "builtin";

    /** The embedder, whose vectors are kept in the cache folder; empty where none is wanted. */
    Optional<Embedder> open(Function<String, Optional<String>> environment) {
        if (embedder.equals("none")) {
            return Optional.empty();
        }
        Path cache = cache(environment);
        Embedder model =
                embedder.equals("builtin") ? Embedders.builtin(cache) : Embedders.fromFolder(Path.of(embedder), cache);
        return Optional.of(Embedders.cached(model, cache));
    }

    /** The embedder that an audit names. */
    static Optional<Embedder> of(JudgeSettings.Part part, Function<String, Optional<String>> environment) {
        EmbeddingOptions options = new EmbeddingOptions();
        if (part instanceof JudgeSettings.Part.Own own) {
            options.embedder = own.path().toString();
        } else if (part instanceof JudgeSettings.Part.Builtin builtin
                && builtin.name().equals("none")) {
            options.embedder = "none";
        }
        return options.open(environment);
    }

    private static Path cache(Function<String, Optional<String>> environment) {
        return environment
                .apply("KINPRINT_CACHE")
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "kinprint"));
    }
}
