package dev.kinprint.bench;

import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Embedding;
import dev.kinprint.embed.Progress;
import java.util.List;

/** Kinprint's embedder as a run uses it, without its memory on disk. */
final class KinprintPeer implements Peer {
    private final Embedder embedder;
    private final List<String> texts;
    private List<Embedding> vectors = List.of();

    KinprintPeer(Embedder embedder, List<String> texts) {
        this.embedder = embedder;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "kinprint";
    }

    @Override
    public double seconds() {
        long start = System.nanoTime();
        vectors = embedder.embed(texts, Progress.silent());
        return (System.nanoTime() - start) / 1e9;
    }

    /** The vectors of the last round. */
    List<Embedding> vectors() {
        return vectors;
    }

    @Override
    public void close() {
        embedder.close();
    }
}
