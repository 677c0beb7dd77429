package dev.kinprint.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The outputs of several files, one file after the other, in small batches; while one is taken, other threads read on,
 * as many files at once as there are cores. Only a few batches of each are in memory.
 */
final class ReadAhead implements Iterator<ReadAhead.Batch>, AutoCloseable {
    /** A batch ends with so many outputs, or as soon as their texts have so many characters. */
    private static final int MOST_OUTPUTS = 256;

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int WAITING = 2;

    private final Iterator<SourceFile> files;
    private final ExecutorService readers;
    private final Queue<BlockingQueue<Batch>> open = new ArrayDeque<>();

    /**
     * Some outputs of one file.
     *
     * @param place the file
     * @param outputs in order
     * @param seal what was read, with the last batch of a file
     * @param fault why reading ended here; what stands before it is in {@code outputs}
     */
    record Batch(
            Place place,
            List<Records.Located> outputs,
            Optional<SourceFile.Seal> seal,
            Optional<RuntimeException> fault) {}

    ReadAhead(List<SourceFile> files) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.files = files.iterator();
        this.readers = Executors.newFixedThreadPool(cores, task -> {
            Thread thread = new Thread(task, "reading");
            thread.setDaemon(true);
            return thread;
        });
        for (int k = 0; k < cores; k++) {
            openNext();
        }
    }

    private void openNext() {
        if (files.hasNext()) {
            SourceFile file = files.next();
            BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
            open.add(queue);
            readers.execute(() -> read(file, queue));
        }
    }

    private static void read(SourceFile file, BlockingQueue<Batch> queue) {
        Place place = new Place(file.path().toString());
        List<Records.Located> outputs = new ArrayList<>();
        try {
            try (OutputReader reader = new OutputReader(file)) {
                int characters = 0;
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    outputs.add(next.get());
                    characters += next.get().output().text().length();
                    if (outputs.size() == MOST_OUTPUTS || characters >= MOST_CHARACTERS) {
                        queue.put(new Batch(place, List.copyOf(outputs), Optional.empty(), Optional.empty()));
                        outputs.clear();
                        characters = 0;
                    }
                }
                queue.put(new Batch(place, List.copyOf(outputs), Optional.of(reader.seal()), Optional.empty()));
            } catch (Error e) {
                // Whoever takes the batches would wait for ever.
                queue.put(new Batch(place, List.of(), Optional.empty(), Optional.of(new IllegalStateException(e))));
            } catch (RuntimeException e) {
                queue.put(new Batch(place, List.copyOf(outputs), Optional.empty(), Optional.of(e)));
            }
        } catch (InterruptedException e) {
            // Whoever took the batches has closed the whole; nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        return !open.isEmpty();
    }

    /**
     * The next batch.
     *
     * @throws IllegalStateException where the thread is interrupted while it waits
     */
    @Override
    public Batch next() {
        BlockingQueue<Batch> queue = open.peek();
        if (queue == null) {
            throw new NoSuchElementException();
        }
        Batch batch = taken(queue);
        if (batch.seal().isPresent() || batch.fault().isPresent()) {
            open.remove();
            openNext();
        }
        return batch;
    }

    private static Batch taken(BlockingQueue<Batch> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was broken off", e);
        }
    }

    /** Lets go of all files. */
    @Override
    public void close() {
        readers.shutdownNow();
    }
}
