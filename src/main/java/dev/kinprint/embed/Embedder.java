package dev.kinprint.embed;

import java.util.List;

/**
 * Turns texts into vectors. The vector of a text depends on the text and the {@link #id} alone: neither on the texts
 * beside it, nor on their order, nor on the number of threads.
 */
public interface Embedder extends AutoCloseable {
    /** Names the model and everything else that decides a vector. */
    EmbedderId id();

    /**
     * The vectors of some texts, in the order of the texts.
     *
     * @param texts normalised texts
     * @param progress hears how many of the distinct texts are done
     * @throws java.util.concurrent.CancellationException where the calling thread is interrupted
     */
    List<Embedding> embed(List<String> texts, Progress progress);

    /** Frees what the model holds. An embedder without such things need not override it. */
    @Override
    default void close() {}
}
