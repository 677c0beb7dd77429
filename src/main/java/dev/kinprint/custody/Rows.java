package dev.kinprint.custody;

import dev.kinprint.archive.Archive;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an archive in short.
 *
 * @param count how many
 * @param chain the hash of the last one
 * @param merkle the root of the tree over all
 */
record Rows(long count, String chain, String merkle) {
    static Rows of(Archive archive) {
        List<String> hashes = new ArrayList<>();
        archive.forEachEntry(entry -> hashes.add(entry.sha256()));
        return new Rows(hashes.size(), archive.root(), MerkleTree.root(hashes));
    }
}
