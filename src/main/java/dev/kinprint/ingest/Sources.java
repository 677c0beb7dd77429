package dev.kinprint.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files of outputs at a path: the file itself; or in a folder every {@code *.jsonl}, plain or gzipped, and
 * every {@code model_outputs.json} and {@code scenario_state.json}, plain or gzipped, in it and in the folders right
 * below it.
 */
final class Sources {
    private static final int MOST = 100_000;
    private static final String LINEAGE = "lineage.csv";

    private final Path root;
    private final Place place;

    Sources(Path root) {
        this.root = root;
        this.place = new Place(root.toString());
    }

    /** The files, sorted by name. */
    List<SourceFile> files() {
        if (Files.isRegularFile(root)) {
            return List.of(new SourceFile(real(root), name(root), Optional.empty()));
        }
        if (!Files.isDirectory(root)) {
            throw place.error("there is no such file or folder");
        }
        List<SourceFile> found = new ArrayList<>();
        for (Path child : children(root)) {
            if (Files.isDirectory(child)) {
                children(child).stream()
                        .filter(file -> outputs(file))
                        .forEach(file -> found.add(inside(file, Optional.of(name(child)))));
            } else if (outputs(child)) {
                found.add(
                        inside(child, Optional.of(name(root)).filter(folder -> modelOutputs(child) || harness(child))));
            }
        }
        if (found.isEmpty()) {
            throw place.error(
                    "the folder holds no MODEL/model_outputs.json, no scenario_state.json and no .jsonl, plain or gzipped (.gz)");
        }
        return List.copyOf(found);
    }

    /** The table of lineages, where the folder holds one. */
    Optional<Path> lineage() {
        return Optional.of(root.resolve(LINEAGE)).filter(Files::exists).map(file -> inside(file, Optional.empty())
                .path());
    }

    private List<Path> children(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> children = listed.sorted(Comparator.comparing(Sources::name))
                    .limit(MOST + 1)
                    .toList();
            if (children.size() > MOST) {
                throw place.error("a folder holds more than " + MOST + " files");
            }
            return children;
        } catch (IOException e) {
            throw place.error("the folder cannot be read: " + e.getMessage());
        }
    }

    private static boolean outputs(Path file) {
        return modelOutputs(file)
                || plain(file).endsWith(".jsonl")
                || plain(file).equals("scenario_state.json");
    }

    /** Whether a file is named as lm-evaluation-harness names them, which leaves the model's name to the folder. */
    private static boolean harness(Path file) {
        return plain(file).startsWith("samples_") && plain(file).endsWith(".jsonl");
    }

    private static boolean modelOutputs(Path file) {
        return plain(file).equals("model_outputs.json");
    }

    private static String plain(Path file) {
        String name = name(file);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private SourceFile inside(Path file, Optional<String> folder) {
        Path real = real(file);
        if (!real.startsWith(real(root)) || !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new Place(file.toString()).error("it leads out of the folder, or is no plain file");
        }
        return new SourceFile(real, root.relativize(file).toString().replace('\\', '/'), folder);
    }

    private Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new Place(path.toString()).error("it leads nowhere");
        }
    }

    private static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }
}
