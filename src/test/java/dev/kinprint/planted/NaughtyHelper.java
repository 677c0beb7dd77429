package dev.kinprint.planted;

import dev.kinprint.json.Json;
import java.net.URI;
import java.sql.Connection;
import java.time.Instant;

/** Breaks every rule that one class can break. */
public final class NaughtyHelper {
    private NaughtyHelper() {}

    /** Uses another package, another package's library, the network, the clock and a standard stream. */
    public static String everything(Json json, Connection connection) {
        System.out.println(connection);
        return json.toString() + URI.create("about:blank") + Instant.now();
    }
}
