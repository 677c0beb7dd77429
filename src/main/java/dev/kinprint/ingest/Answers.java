package dev.kinprint.ingest;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.ImportedAnswer;
import dev.kinprint.json.Json;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The answers of scanned files, one at a time. A file that is not what it was when it was scanned ends it. */
final class Answers implements Iterator<ImportedAnswer>, AutoCloseable {
    private final Iterator<ReadAhead.Batch> batches;
    private final Runnable closing;
    private final Iterator<SourceFile.Seal> seals;
    private final Names names;
    private final Queue<ImportedAnswer> upcoming = new ArrayDeque<>();

    private Answers(Iterator<ReadAhead.Batch> batches, Runnable closing, List<SourceFile.Seal> seals, Names names) {
        this.batches = batches;
        this.closing = closing;
        this.seals = seals.iterator();
        this.names = names;
    }

    /** Reads the files once more. */
    static Answers read(List<SourceFile> files, List<SourceFile.Seal> seals, Names names) {
        ReadAhead ahead = new ReadAhead(files);
        return new Answers(ahead, ahead::close, seals, names);
    }

    /** Takes what the scan has kept out of its queue, so that nothing is in memory twice for long. */
    static Answers take(Queue<ReadAhead.Batch> kept, List<SourceFile.Seal> seals, Names names) {
        Iterator<ReadAhead.Batch> taking = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !kept.isEmpty();
            }

            @Override
            public ReadAhead.Batch next() {
                return kept.remove();
            }
        };
        return new Answers(taking, () -> {}, seals, names);
    }

    @Override
    public boolean hasNext() {
        while (upcoming.isEmpty() && batches.hasNext()) {
            ReadAhead.Batch batch = batches.next();
            upcoming.addAll(answers(batch));
            batch.fault().ifPresent(fault -> {
                throw fault;
            });
            if (batch.seal().isPresent() && !batch.seal().get().equals(seals.next())) {
                throw batch.place().error("it has changed while it was read");
            }
        }
        return !upcoming.isEmpty();
    }

    /** All cores write the bodies; models take their names one after the other. */
    private List<ImportedAnswer> answers(ReadAhead.Batch batch) {
        batch.outputs().forEach(located -> names.model(located.output().model(), batch.place(), located.line()));
        return batch.outputs().parallelStream()
                .map(located -> answer(located, batch.place()))
                .toList();
    }

    private ImportedAnswer answer(Records.Located located, Place place) {
        Output output = located.output();
        String model = names.model(output.model(), place, located.line());
        return new ImportedAnswer(
                new CellKey(model, Names.probe(output), output.sample()),
                Bytes.of(Json.object("text", output.text()).canonical()));
    }

    @Override
    public ImportedAnswer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return upcoming.remove();
    }

    @Override
    public void close() {
        closing.run();
    }
}
