package dev.kinprint.embed;

import java.util.ArrayList;
import java.util.List;

/** An embedder for tests that counts the letters a to d, and remembers what it was asked. */
final class LetterCounts implements Embedder {
    private final List<String> asked = new ArrayList<>();
    private final EmbedderId id;

    LetterCounts(String version) {
        this.id = new EmbedderId("letters", Sha256.hex(version), 4);
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public EmbedderId id() {
        return id;
    }

    @Override
    public List<Embedding> embed(List<String> texts, Progress progress) {
        List<Embedding> vectors = new ArrayList<>();
        for (String text : texts) {
            asked.add(text);
            double[] counts = new double[4];
            text.chars().filter(c -> c >= 'a' && c <= 'd').forEach(c -> counts[c - 'a']++);
            vectors.add(Embedding.unit(counts));
            progress.report(vectors.size(), texts.size());
        }
        return vectors;
    }
}
