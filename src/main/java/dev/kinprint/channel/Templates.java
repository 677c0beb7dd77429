package dev.kinprint.channel;

import dev.kinprint.style.Sequences;
import java.util.Optional;

/**
 * Syntactic templates: runs of four parts of speech in a part of a model's first answer. Models take such templates over
 * from the texts that they learn from, and repeat them more than people do (Shaib et al. 2024).
 *
 * @param from at which word or mark the part begins
 * @param to before which it ends
 */
record Templates(int from, int to) implements CountingChannel.Extractor {
    private static final int LENGTH = 4;

    @Override
    public void open(Material material) {
        material.readPartsOfSpeech();
    }

    @Override
    public long[] features(Material material, int member, int question) {
        Optional<byte[]> read = material.partsOfSpeech(member, question);
        if (read.isEmpty()) {
            return new long[0];
        }
        byte[] tags = read.get();
        int[] part = new int[Math.max(0, Math.min(to, tags.length) - from)];
        for (int k = 0; k < part.length; k++) {
            part[k] = tags[from + k];
        }
        long[] found = new long[Math.max(0, part.length - LENGTH + 1)];
        for (int k = 0; k < found.length; k++) {
            found[k] = Sequences.hash(part, k, LENGTH);
        }
        return found;
    }
}
