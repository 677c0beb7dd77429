package dev.kinprint.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The most frequent features of a corpus: the sum over models of their relative frequencies, where each lab's models
 * together count as one.
 */
final class Vocabulary {
    /** Frequencies are summed in fixed point, so that the order of the models cannot break a tie between features. */
    private static final double FIXED = 1L << 40;

    /** Features are hashes, so that their highest bits deal them evenly to parts that cores can sum side by side. */
    private static final int PART_BITS = 4;

    private static final Comparator<Summed> WORST_FIRST =
            Comparator.comparingLong(Summed::sum).thenComparing(Summed::feature, Comparator.reverseOrder());

    private Vocabulary() {}

    private record Summed(long feature, long sum) {}

    /** The most frequent features, the most frequent first; those of one frequency in the order of their hashes. */
    static long[] of(Material material, CountingChannel.Extractor extractor, int size) {
        double[] weight = LabWeights.of(material.corpus());
        List<FeatureSums> parts = IntStream.range(0, 1 << PART_BITS)
                .mapToObj(part -> new FeatureSums())
                .toList();
        IntStream.range(0, material.members())
                .parallel()
                .forEach(m -> addShares(material, extractor, m, weight[m], parts));
        return parts.parallelStream()
                .map(part -> most(part, size))
                .flatMap(List::stream)
                .sorted(WORST_FIRST.reversed())
                .limit(size)
                .mapToLong(Summed::feature)
                .toArray();
    }

    /** Adds one model's relative frequencies to the sums. Whole numbers may be added in any order. */
    private static void addShares(
            Material material,
            CountingChannel.Extractor extractor,
            int member,
            double weight,
            List<FeatureSums> parts) {
        List<FeatureSums> counts = parts.stream().map(part -> new FeatureSums()).toList();
        long total = 0;
        for (int q = 0; q < material.questions(); q++) {
            long[] features = extractor.features(material, member, q);
            total += features.length;
            for (long feature : features) {
                counts.get((int) (feature >>> (Long.SIZE - PART_BITS))).add(feature, 1);
            }
        }
        double share = total == 0 ? 0 : weight / total;
        for (int k = 0; k < counts.size(); k++) {
            // Every model begins with another part, so that two rarely wait for one.
            int part = (k + member) % counts.size();
            FeatureSums sums = parts.get(part);
            synchronized (sums) {
                counts.get(part).forEach((feature, count) -> {
                    long added = (long) (count * share * FIXED);
                    if (added > 0) {
                        sums.add(feature, added);
                    }
                });
            }
        }
    }

    private static List<Summed> most(FeatureSums sums, int size) {
        PriorityQueue<Summed> most = new PriorityQueue<>(WORST_FIRST);
        sums.forEach((feature, sum) -> {
            Summed worst = most.peek();
            if (most.size() < size || (worst != null && worst.sum() <= sum)) {
                most.add(new Summed(feature, sum));
                if (most.size() > size) {
                    most.poll();
                }
            }
        });
        return new ArrayList<>(most);
    }
}
