package dev.kinprint.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which files a sealed run consists of. */
final class SealFiles {
    static final String ARCHIVE = "archive.sqlite";
    static final String MANIFEST = "seal.json";
    static final String SIGNATURE = "seal.sig";
    static final String TIMESTAMP = "seal.tsr";

    /** The archive is sealed row by row, and the seal cannot hold itself; the rest comes and goes with open files. */
    private static final List<String> APART =
            List.of(ARCHIVE, ARCHIVE + "-wal", ARCHIVE + "-shm", ARCHIVE + ".lock", MANIFEST, SIGNATURE, TIMESTAMP);

    private SealFiles() {}

    /**
     * The hash of every other file below a folder, by its path with slashes.
     *
     * @throws IOException where a file cannot be read, or is a link
     */
    static SortedMap<String, String> hashes(Path folder) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    throw new IOException(name + " is a link");
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !APART.contains(name)) {
                    hashes.put(name, Digest.hex(path));
                }
            }
        }
        return hashes;
    }

    /** The files of a pack, in order: the archive, the seal, and what it lists. */
    static List<String> packed(Path folder, SortedMap<String, String> listed) {
        return Stream.concat(
                        Stream.of(ARCHIVE, MANIFEST, SIGNATURE, TIMESTAMP)
                                .filter(name -> Files.isRegularFile(folder.resolve(name))),
                        listed.keySet().stream())
                .toList();
    }
}
