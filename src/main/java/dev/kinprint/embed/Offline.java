package dev.kinprint.embed;

import java.nio.file.Path;

/**
 * Keeps DJL off the network. Without these settings it asks a cloud's metadata address who it runs for, and may fetch
 * native libraries; they must be in place before its first class is used.
 */
final class Offline {
    private Offline() {}

    /** Forbids every call home and says where native libraries are unpacked. */
    static void enforce(Path cacheDir) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        String natives = cacheDir.resolve("djl").toAbsolutePath().toString();
        System.setProperty("DJL_CACHE_DIR", natives);
        System.setProperty("ENGINE_CACHE_DIR", natives);
    }
}
