package dev.kinprint.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** The outputs of records that stand in one JSON array or one a line. */
final class EntryOutputs implements Records {
    private final EntryReader entries;
    private final Optional<String> folder;
    private final Place place;
    private final HarnessOutputs harness;
    private final Queue<Located> waiting = new ArrayDeque<>();

    EntryOutputs(EntryReader entries, Optional<String> folder, Place place) {
        this.entries = entries;
        this.folder = folder;
        this.place = place;
        this.harness = new HarnessOutputs(folder, place);
    }

    @Override
    public Optional<Located> next() throws IOException {
        while (waiting.isEmpty()) {
            Optional<EntryReader.Entry> entry = entries.next();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            if (HarnessOutputs.known(entry.get().json())) {
                harness.read(entry.get())
                        .forEach(output -> waiting.add(new Located(entry.get().line(), output)));
            } else {
                waiting.add(new Located(entry.get().line(), Output.read(entry.get(), folder, place)));
            }
        }
        return Optional.of(waiting.remove());
    }
}
