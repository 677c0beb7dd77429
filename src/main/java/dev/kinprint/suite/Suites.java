package dev.kinprint.suite;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where suites come from: the ones that are built in, and files. */
public final class Suites {
    private static final int CAP = 2 << 20;
    private static final List<String> NAMES = List.of("core", "quick", "sameness");

    private Suites() {}

    /** The names of the suites that are built in. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A suite that is built in.
     *
     * @throws OperatorError where there is none of this name
     */
    public static Suite builtin(String name) {
        if (!NAMES.contains(name)) {
            throw OperatorError.usage(
                    "no built-in suite '" + Shown.text(name) + "'",
                    "builtin:" + Shown.text(name),
                    "the built-in suites are " + String.join(", ", NAMES),
                    Fields.hint(name, NAMES, "Choose one of them."));
        }
        String resource = "prompts/" + name + ".yaml";
        try (InputStream in = Suites.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return SuiteReader.read(YamlFile.parse(in.readAllBytes(), resource, CAP), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a suite file: YAML of at most 2 MiB.
     *
     * @throws OperatorError with file and line, where it is no suite
     */
    public static Suite read(Path file) {
        return SuiteReader.read(YamlFile.read(file, CAP), file.toString());
    }

    /**
     * All probes of several suites as one suite. Its id and version name the parts, in order; one suite alone stays
     * what it is.
     *
     * @throws OperatorError where two suites use one probe id, or where there is no suite
     */
    public static Suite join(List<Suite> suites) {
        if (suites.size() == 1) {
            return suites.get(0);
        }
        List<Probe> probes = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Suite suite : suites) {
            for (Probe probe : suite.probes()) {
                String owner = owners.putIfAbsent(probe.id(), suite.id());
                if (owner != null) {
                    throw OperatorError.usage(
                            "probe id '" + probe.id() + "' stands twice",
                            "probes",
                            "suite " + owner + " and suite " + suite.id() + " both use it",
                            "Rename the probe in one of the two files.");
                }
                probes.add(probe);
            }
        }
        String id = suites.stream().map(Suite::id).collect(Collectors.joining("."));
        String version = suites.stream().map(s -> s.id() + "@" + s.version()).collect(Collectors.joining("+"));
        return new Suite(id, version, probes);
    }
}
