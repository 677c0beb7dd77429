package dev.kinprint.channel;

import dev.kinprint.embed.Embedding;
import java.util.List;

/**
 * What is said, whatever the words: for each question the Gram matrix of sentence embeddings of first answers.
 */
final class ContentEmbedding implements Channel {
    @Override
    public String id() {
        return "content-embedding";
    }

    @Override
    public String title() {
        return "meaning of answers to the same question";
    }

    @Override
    public String unit() {
        return "cosine after background correction, −1 to 1";
    }

    @Override
    public String limits() {
        return "An embedding holds the topic before anything else, only the first 1,300 tokens or so are read, and of at most"
                + " a hundred questions."
                + " Without an embedder, or under 5 common questions, it says nothing.";
    }

    @Override
    public Profile fit(Material material) {
        int members = material.members();
        float[][] similarities = new float[material.questions()][];
        boolean[][] present = new boolean[material.questions()][members];
        Material.forEachQuestion(material.questions(), q -> {
            float[][] means = new float[members][];
            boolean any = false;
            for (int m = 0; m < members; m++) {
                List<Embedding> samples = material.vectors(m, q).orElse(List.of());
                present[q][m] = !samples.isEmpty();
                any |= present[q][m];
                means[m] = mean(samples);
            }
            similarities[q] = any ? gram(means) : new float[0];
        });
        return new PromptMatched(members, true, similarities, present);
    }

    private static float[] mean(List<Embedding> samples) {
        if (samples.isEmpty()) {
            return new float[0];
        }
        float[] mean = new float[samples.get(0).dimension()];
        for (Embedding sample : samples) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += sample.value(d) / samples.size();
            }
        }
        return mean;
    }

    private static float[] gram(float[][] vectors) {
        float[] gram = new float[PromptMatched.packed(vectors.length)];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = i; j < vectors.length; j++) {
                double dot = 0;
                int shared = Math.min(vectors[i].length, vectors[j].length);
                for (int d = 0; d < shared; d++) {
                    dot += (double) vectors[i][d] * vectors[j][d];
                }
                gram[PromptMatched.at(vectors.length, i, j)] = (float) dot;
            }
        }
        return gram;
    }
}
