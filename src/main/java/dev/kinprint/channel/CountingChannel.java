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
    /** Extracts the features of a model's answers to a question, as hashes. */
    interface Extractor {
        /** Is told once what it is going to read, before many threads read it at a time. */
        default void open(Material material) {}

        /** The features of all answers that it reads, each as often as it occurs, in any order. */
        long[] features(Material material, int member, int question);
    }

    /** Extracts the features of one answer from its text or its words. */
    interface AnswerExtractor {
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
        extractor.open(material);
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
                    long[] features = extractor.features(material, m, q);
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

    /** Reads every answer of a model to a question by itself. */
    static Extractor eachAnswer(AnswerExtractor extractor) {
        return (material, member, question) -> {
            List<String> texts = material.texts(member, question);
            List<int[]> tokens = material.tokens(member, question);
            if (texts.size() == 1) {
                return extractor.features(texts.get(0), tokens.get(0));
            }
            return IntStream.range(0, texts.size())
                    .mapToObj(s -> extractor.features(texts.get(s), tokens.get(s)))
                    .flatMapToLong(Arrays::stream)
                    .toArray();
        };
    }
}
