package dev.kinprint.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The outputs of one file, one after the other. */
interface Records {
    /**
     * An output and where it stands.
     *
     * @param line the line on which its record begins; 1 in a file that is one document
     * @param output the output
     */
    record Located(long line, Output output) {}

    /** The next output; empty at the end. */
    Optional<Located> next() throws IOException;

    /** Outputs that were all read at once. */
    static Records of(List<Located> outputs) {
        Iterator<Located> rest = outputs.iterator();
        return () -> rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    /**
     * Finds out what a file holds. A table is known by its name; a {@code .json} that begins with a brace is one
     * document; anything else is a JSON array or a JSON object a line.
     */
    static Records open(SourceStream stream, SourceFile file, Place place) throws IOException {
        String name = file.name().endsWith(".gz")
                ? file.name().substring(0, file.name().length() - 3)
                : file.name();
        ByteSource source = new ByteSource(stream);
        if (name.endsWith(".csv")) {
            return of(CsvOutputs.read(source, place));
        }
        if (name.endsWith(".eval")) {
            throw place.error("it is Inspect's packed log; write it as JSON first, with `inspect log dump`");
        }
        if (name.endsWith(".json") && source.skipBlank() == '{') {
            return of(DocumentOutputs.read(source, place));
        }
        return new EntryOutputs(new EntryReader(source, place), file.folder(), place);
    }
}
