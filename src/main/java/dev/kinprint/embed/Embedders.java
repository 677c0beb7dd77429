package dev.kinprint.embed;

import java.nio.file.Path;

/** The embedders there are. None of them uses the network. */
public final class Embedders {
    private Embedders() {}

    /**
     * The embedder that the tool brings along: all-MiniLM-L6-v2 in single precision, 384 dimensions, on all cores.
     *
     * @param cacheDir where the model and native libraries are unpacked once
     * @throws dev.kinprint.fault.OperatorError where the folder cannot be written, or the model is not the pinned one
     */
    public static Embedder builtin(Path cacheDir) {
        return OnnxEmbedder.load(ModelFiles.builtin(cacheDir), cacheDir, cores());
    }

    /**
     * An embedder from a folder of the user's own with {@code model.onnx} and {@code tokenizer.json}; mean pooling, a
     * model that reads at least 256 tokens.
     *
     * @param modelFolder the folder
     * @param cacheDir where native libraries are unpacked once
     * @throws dev.kinprint.fault.OperatorError where the folder holds no such model
     */
    public static Embedder fromFolder(Path modelFolder, Path cacheDir) {
        return OnnxEmbedder.load(ModelFiles.in(modelFolder), cacheDir, cores());
    }

    /**
     * The same embedder with a memory on disk: each distinct text is embedded once, ever, in
     * {@code <cacheDir>/embeddings/<id>.vec}. Several processes may share the folder. Closing it closes both.
     *
     * @throws dev.kinprint.fault.OperatorError where the cache cannot be used
     */
    public static Embedder cached(Embedder embedder, Path cacheDir) {
        return new CachingEmbedder(embedder, cacheDir);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
