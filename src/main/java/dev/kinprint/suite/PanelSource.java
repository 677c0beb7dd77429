package dev.kinprint.suite;

import java.nio.file.Path;

/**
 * Background from outputs made elsewhere, at no cost: {@code import:PATH}.
 *
 * @param path a file or folder of outputs
 */
public record PanelSource(Path path) {}
