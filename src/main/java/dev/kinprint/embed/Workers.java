package dev.kinprint.embed;

import ai.djl.inference.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Spreads texts over threads, each with a predictor of its own; whoever is free takes the next text.
 *
 * @param threads how many; at least 1
 */
record Workers(int threads) {
    Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: below 1: " + threads);
        }
    }

    List<Embedding> run(
            List<String> texts,
            Supplier<Predictor<long[], double[]>> predictors,
            BiFunction<Predictor<long[], double[]>, String, Embedding> work,
            Progress progress) {
        Embedding[] results = new Embedding[texts.size()];
        AtomicInteger next = new AtomicInteger();
        Counter counter = new Counter(texts.size(), progress);
        ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, texts.size()); i++) {
                running.add(pool.submit(() -> {
                    try (Predictor<long[], double[]> predictor = predictors.get()) {
                        for (int at = next.getAndIncrement(); at < results.length; at = next.getAndIncrement()) {
                            results[at] = work.apply(predictor, texts.get(at));
                            counter.count();
                            if (Thread.interrupted()) {
                                throw new InterruptedException();
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted while embedding").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("embedding failed: " + e.getCause(), e.getCause());
        } finally {
            end(pool);
        }
        return Arrays.asList(results);
    }

    /** Waits until no thread is inside the model any more, so that whoever called may free it. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "embedding");
        thread.setDaemon(true);
        return thread;
    }

    /** Counts under a lock, so that progress is heard in order. */
    private static final class Counter {
        private final int total;
        private final Progress progress;
        private int done;

        Counter(int total, Progress progress) {
            this.total = total;
            this.progress = progress;
        }

        synchronized void count() {
            done++;
            progress.report(done, total);
        }
    }
}
