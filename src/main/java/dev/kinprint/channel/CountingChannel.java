package dev.kinprint.channel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Counts features of answers over all questions. The vocabulary is the most frequent features, each lab's models
 * together counting as one, so that a lab with many models does not choose it.
 */
final class CountingChannel implements Channel {
    /** Extracts the features of one answer, as hashes, from its words. */
    interface Extractor {
        long[] features(String text, int[] tokens);
    }

    private final Described words;
    private final int vocabulary;
    private final Extractor extractor;
    private final Function<SparseCounts, Profile> profile;

    CountingChannel(Described words, int vocabulary, Extractor extractor, Function<SparseCounts, Profile> profile) {
        this.words = words;
        this.vocabulary = vocabulary;
        this.extractor = extractor;
        this.profile = profile;
    }

    @Override
    public String id() {
        return words.id();
    }

    @Override
    public String title() {
        return words.title();
    }

    @Override
    public String unit() {
        return words.unit();
    }

    @Override
    public String limits() {
        return words.limits();
    }

    @Override
    public Profile fit(Material material) {
        long[] chosen = Vocabulary.of(material, extractor, vocabulary);
        // Ids follow the hashes, whose order says nothing.
        Arrays.sort(chosen);
        FeatureSums places = new FeatureSums();
        for (int id = 0; id < chosen.length; id++) {
            places.add(chosen[id], id + 1);
        }
        SparseCounts counts = new SparseCounts(material.members(), material.questions(), chosen.length);
        Material.forEachQuestion(material.questions(), q -> {
            for (int m = 0; m < material.members(); m++) {
                if (!material.tokens(m, q).isEmpty()) {
                    long[] features = features(material, m, q, extractor);
                    int[] hits = new int[features.length];
                    int size = 0;
                    for (long feature : features) {
                        int place = (int) places.get(feature);
                        if (place > 0) {
                            hits[size++] = place - 1;
                        }
                    }
                    counts.setHits(m, q, Arrays.copyOf(hits, size), features.length);
                }
            }
        });
        return profile.apply(counts);
    }

    /** The features of all samples of a model for a question. */
    static long[] features(Material material, int member, int question, Extractor extractor) {
        List<String> texts = material.texts(member, question);
        List<int[]> tokens = material.tokens(member, question);
        if (texts.size() == 1) {
            return extractor.features(texts.get(0), tokens.get(0));
        }
        return IntStream.range(0, texts.size())
                .mapToObj(s -> extractor.features(texts.get(s), tokens.get(s)))
                .flatMapToLong(Arrays::stream)
                .toArray();
    }
}
