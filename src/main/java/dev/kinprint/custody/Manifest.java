package dev.kinprint.custody;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was when it was sealed.
 *
 * @param tool the version that sealed it
 * @param sealedAt when, by the clock of that machine; only a timestamp makes that more than a claim
 * @param rows how many rows the archive had
 * @param chain the hash of its last row
 * @param merkle the root of the tree over all rows
 * @param files by path below the run's folder, the SHA-256 of every other file
 */
record Manifest(
        String tool, Instant sealedAt, long rows, String chain, String merkle, SortedMap<String, String> files) {
    private static final String FORMAT = "kinprint seal 1";

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) files));
        if (rows < 0) {
            throw new IllegalArgumentException("rows: " + rows);
        }
    }

    /** What is signed. */
    byte[] canonical() {
        return Json.object(
                        "format", FORMAT,
                        "tool", tool,
                        "sealedAt", sealedAt.toString(),
                        "archive", Json.object("rows", rows, "chain", chain, "merkle", merkle),
                        "files", files)
                .canonical();
    }

    static Manifest read(byte[] bytes) throws JsonFault {
        Json json = Json.parse(bytes);
        if (!json.at("format").text().orElse("").equals(FORMAT)) {
            throw new JsonFault("it is no seal of this version");
        }
        SortedMap<String, String> files = new TreeMap<>();
        json.at("files")
                .members()
                .forEach((name, hash) -> files.put(name, hash.text().orElse("")));
        try {
            Manifest manifest = new Manifest(
                    need(json.at("tool")),
                    Instant.parse(need(json.at("sealedAt"))),
                    json.at("archive", "rows").whole().orElse(-1L),
                    need(json.at("archive", "chain")),
                    need(json.at("archive", "merkle")),
                    files);
            if (!java.util.Arrays.equals(manifest.canonical(), bytes)) {
                throw new JsonFault("it holds more than a seal holds, or is written in another way");
            }
            return manifest;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new JsonFault("a member has a value that it cannot have");
        }
    }

    private static String need(Json member) throws JsonFault {
        return member.text().orElseThrow(() -> new JsonFault("a member is missing"));
    }
}
