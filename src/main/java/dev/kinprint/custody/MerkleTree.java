package dev.kinprint.custody;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A Merkle tree over the rows of an archive, as in RFC 6962, section 2.1: a leaf is hashed with a zero byte before it, a
 * node with a one, so that no leaf can pass for a node.
 */
final class MerkleTree {
    private MerkleTree() {}

    /**
     * The root.
     *
     * @param leaves the hash of every row, in hexadecimal digits, in order
     * @return 64 hexadecimal digits; of no leaves, the hash of nothing
     */
    static String root(List<String> leaves) {
        List<byte[]> level = new ArrayList<>();
        for (String leaf : leaves) {
            level.add(hash((byte) 0, HexFormat.of().parseHex(leaf), new byte[0]));
        }
        if (level.isEmpty()) {
            return Digest.hex(new byte[0]);
        }
        // Pairing from the left and carrying the last one up gives the tree of the RFC, which splits at powers of two.
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(hash((byte) 1, level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return HexFormat.of().formatHex(level.get(0));
    }

    private static byte[] hash(byte kind, byte[] left, byte[] right) {
        MessageDigest digest = Digest.sha256();
        digest.update(kind);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
