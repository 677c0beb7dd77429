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
    private final Iterator<SourceFile.Seal> seals;
    private final Names names;
    private final ReadAhead ahead;
    private final Queue<ImportedAnswer> upcoming = new ArrayDeque<>();

    Answers(List<SourceFile> files, List<SourceFile.Seal> seals, Names names) {
        this.seals = seals.iterator();
        this.names = names;
        this.ahead = new ReadAhead(files);
    }

    @Override
    public boolean hasNext() {
        while (upcoming.isEmpty() && ahead.hasNext()) {
            ReadAhead.Batch batch = ahead.next();
            batch.outputs().forEach(located -> upcoming.add(answer(located, batch.place())));
            batch.fault().ifPresent(fault -> {
                throw fault;
            });
            if (batch.seal().isPresent() && !batch.seal().get().equals(seals.next())) {
                throw batch.place().error("it has changed while it was read");
            }
        }
        return !upcoming.isEmpty();
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
        ahead.close();
    }
}
