package dev.kinprint.cli;

import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Suites;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a suite by what a user types: the name of a built-in one, or a file. */
final class NamedSuite {
    private NamedSuite() {}

    static Suite find(String typed) {
        boolean path = typed.contains("/") || typed.contains("\\") || typed.contains(".");
        boolean builtin = Suites.names().contains(typed);
        return path || (!builtin && Files.exists(Path.of(typed))) ? Suites.read(Path.of(typed)) : Suites.builtin(typed);
    }
}
