package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.suite.Audit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a run.
 *
 * @param path where it is
 */
record RunFolder(Path path) {
    /** Where an audit says that its run lies. */
    static RunFolder of(Audit audit) {
        return new RunFolder(audit.run().out().resolve(audit.run().name()));
    }

    /** Where its archive is, or will be. */
    Path archive() {
        return path.resolve("archive.sqlite");
    }

    /** Its archive for writing, a new one where there is none. */
    Archive write() {
        return Files.exists(archive()) ? Archive.open(archive()) : Archive.create(archive());
    }

    /** Its archive for reading, where there is one. */
    Optional<Archive> read() {
        return Files.exists(archive()) ? Optional.of(Archive.openReadOnly(archive())) : Optional.empty();
    }

    /** The path as a user in the current folder would write it. */
    @Override
    public String toString() {
        Path here = Path.of("").toAbsolutePath();
        Path there = path.toAbsolutePath().normalize();
        return there.startsWith(here) && !there.equals(here)
                ? here.relativize(there).toString()
                : path.toString();
    }
}
