package dev.kinprint.trace;

import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.embed.Embedders;
import dev.kinprint.embed.Embedding;
import dev.kinprint.embed.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * The embedding model of an executor, with the cache of vectors by content hash. An executor is one process, and what is
 * static is shared by its tasks: it loads the model once, however many tasks it runs.
 */
final class ExecutorModel {
    private static final Map<String, ExecutorModel> LOADED = new ConcurrentHashMap<>();
    private static final AtomicLong MODELS = new AtomicLong();
    private static final AtomicLong ASKED = new AtomicLong();
    private static final AtomicLong EMBEDDED = new AtomicLong();

    private final Embedder embedder;

    private ExecutorModel(Embedder model, Path cache) {
        this.embedder = Embedders.cached(new Counted(model), cache);
    }

    /** The built-in model of this process, with its cache in the folder. */
    static ExecutorModel in(String folder) {
        return in(folder, Embedders::builtin);
    }

    /**
     * The model of this process for a folder.
     *
     * @param load makes the model, where this process has none for the folder yet
     */
    static ExecutorModel in(String folder, Function<Path, Embedder> load) {
        return LOADED.computeIfAbsent(folder, f -> {
            MODELS.incrementAndGet();
            return new ExecutorModel(load.apply(Path.of(f)), Path.of(f));
        });
    }

    /** The vectors of some texts, in their order. */
    List<Embedding> embed(List<String> texts) {
        ASKED.addAndGet(texts.size());
        return embedder.embed(texts, (done, all) -> {});
    }

    /**
     * Reports what this process did since the last report. Tasks that run at the same time may report each other's work,
     * but each piece is reported once, and a task's own before it ends.
     *
     * @param models takes how many models were loaded
     * @param asked takes how many vectors were wanted
     * @param embedded takes how many texts went through a model
     */
    static void report(LongConsumer models, LongConsumer asked, LongConsumer embedded) {
        models.accept(MODELS.getAndSet(0));
        asked.accept(ASKED.getAndSet(0));
        embedded.accept(EMBEDDED.getAndSet(0));
    }

    /** Counts the texts that reach the model, behind the cache. */
    private record Counted(Embedder model) implements Embedder {
        @Override
        public EmbedderId id() {
            return model.id();
        }

        @Override
        public List<Embedding> embed(List<String> texts, Progress progress) {
            EMBEDDED.addAndGet(texts.size());
            return model.embed(texts, progress);
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
