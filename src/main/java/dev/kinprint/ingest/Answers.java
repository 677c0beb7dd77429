package dev.kinprint.ingest;

import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.ImportedAnswer;
import dev.kinprint.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers of scanned files, one at a time. A file that is not what it was when it was scanned ends it. */
final class Answers implements Iterator<ImportedAnswer>, AutoCloseable {
    private final List<SourceFile> files;
    private final List<SourceFile.Seal> seals;
    private final Names names;
    private int opened;
    private @Nullable OutputReader reader;
    private Optional<ImportedAnswer> upcoming = Optional.empty();

    Answers(List<SourceFile> files, List<SourceFile.Seal> seals, Names names) {
        this.files = files;
        this.seals = seals;
        this.names = names;
    }

    @Override
    public boolean hasNext() {
        while (upcoming.isEmpty() && (reader != null || opened < files.size())) {
            OutputReader open = reader;
            if (open == null) {
                open = new OutputReader(files.get(opened++));
                reader = open;
            }
            upcoming = answer(open);
            if (upcoming.isEmpty()) {
                if (!open.seal().equals(seals.get(opened - 1))) {
                    throw open.place().error("it has changed while it was read");
                }
                close();
            }
        }
        return upcoming.isPresent();
    }

    private Optional<ImportedAnswer> answer(OutputReader open) {
        return open.next().map(located -> {
            Output output = located.output();
            String model = names.model(output.model(), open.place(), located.line());
            return new ImportedAnswer(
                    new CellKey(model, Names.probe(output), output.sample()),
                    Bytes.of(Json.object("text", output.text()).canonical()));
        });
    }

    @Override
    public ImportedAnswer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ImportedAnswer answer = upcoming.orElseThrow();
        upcoming = Optional.empty();
        return answer;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
