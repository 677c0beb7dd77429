package dev.kinprint.provider;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The vendors that are known, from the files in this package's resources that {@code profiles.txt} lists. */
public final class Profiles {
    private static final SortedMap<String, Profile> ALL = load();

    private Profiles() {}

    /** All profiles, sorted by id. */
    public static List<Profile> all() {
        return List.copyOf(ALL.values());
    }

    /** The profile of that id. */
    public static Optional<Profile> find(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /**
     * The profile of that id.
     *
     * @param where where the id stands, for the message
     * @throws OperatorError where there is none
     */
    public static Profile get(String id, String where) {
        return find(id).orElseThrow(() -> OperatorError.usage(
                "Unknown provider '" + id + "'",
                where,
                "known are " + String.join(", ", ALL.keySet()),
                "List them with: kinprint providers"));
    }

    private static SortedMap<String, Profile> load() {
        SortedMap<String, Profile> profiles = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        new String(resource("profiles.txt"), StandardCharsets.UTF_8).lines().forEach(ids::add);
        for (String id : ids) {
            try {
                profiles.put(id, ProfileFile.read(id, Json.parse(resource(id + ".json"))));
            } catch (JsonFault e) {
                throw new IllegalStateException("profile " + id + ": " + e.getMessage(), e);
            }
        }
        return Collections.unmodifiableSortedMap(profiles);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
