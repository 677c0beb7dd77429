package dev.kinprint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder that is gone afterwards. */
final class Scratch {
    private Scratch() {}

    static <T> T with(Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("kinprint");
            try {
                return work.apply(folder);
            } finally {
                List<Path> all;
                try (Stream<Path> walk = Files.walk(folder)) {
                    all = walk.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path path : all) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a folder for a while cannot be made or removed", e);
        }
    }
}
