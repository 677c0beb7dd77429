package dev.kinprint.suite;

import java.nio.file.Path;

/** Where probes of an audit come from. */
public sealed interface ProbeSource {
    /** A suite that is built in: {@code builtin:NAME}. */
    record Builtin(String name) implements ProbeSource {}

    /** A suite file: {@code file:PATH}. */
    record File(Path path) implements ProbeSource {}

    /** The prompts of outputs made elsewhere: {@code corpus:PATH}. */
    record CorpusFolder(Path path) implements ProbeSource {}
}
