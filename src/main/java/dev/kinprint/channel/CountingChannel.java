package dev.kinprint.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Counts features of answers over all questions. The vocabulary is the most frequent features, each lab's models
 * together counting as one, so that a lab with many models does not choose it.
 */
final class CountingChannel implements Channel {
    /** Frequencies are summed in fixed point, so that the order of the models cannot break a tie between features. */
    private static final double FIXED = 1L << 40;

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
        Map<Long, Integer> chosen = vocabulary(material);
        SparseCounts counts = new SparseCounts(material.members(), material.questions(), chosen.size());
        Material.forEachQuestion(material.questions(), q -> {
            for (int m = 0; m < material.members(); m++) {
                Map<Integer, Integer> found = new TreeMap<>();
                int total = 0;
                List<String> texts = material.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    long[] features = extractor.features(
                            texts.get(s), material.tokens(m, q).get(s));
                    total += features.length;
                    for (long feature : features) {
                        Integer id = chosen.get(feature);
                        if (id != null) {
                            found.merge(id, 1, Integer::sum);
                        }
                    }
                }
                if (!material.tokens(m, q).isEmpty()) {
                    counts.set(m, q, found, total);
                }
            }
        });
        return profile.apply(counts);
    }

    private Map<Long, Integer> vocabulary(Material material) {
        Map<Long, Long> frequency = new HashMap<>();
        double[] weight = LabWeights.of(material.corpus());
        for (int m = 0; m < material.members(); m++) {
            Map<Long, Integer> own = new HashMap<>();
            int total = 0;
            for (int q = 0; q < material.questions(); q++) {
                List<String> texts = material.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    for (long feature : extractor.features(
                            texts.get(s), material.tokens(m, q).get(s))) {
                        own.merge(feature, 1, Integer::sum);
                        total++;
                    }
                }
            }
            double share = total == 0 ? 0 : weight[m] / total;
            own.forEach((feature, count) -> frequency.merge(feature, (long) (count * share * FIXED), Long::sum));
        }
        List<Map.Entry<Long, Long>> ranked = new ArrayList<>(frequency.entrySet());
        ranked.sort(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<Long, Integer> chosen = new HashMap<>();
        for (Map.Entry<Long, Long> entry : ranked.subList(0, Math.min(vocabulary, ranked.size()))) {
            chosen.put(entry.getKey(), chosen.size());
        }
        return chosen;
    }
}
