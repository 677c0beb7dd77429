package dev.kinprint.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Comparator<Map.Entry<Long, Long>> WORST_FIRST =
            Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

    private Vocabulary() {}

    /** The distinct features of one model, ascending, with what each adds to the sum. */
    private static final class Share {
        private final long[] features;
        private final long[] added;

        Share(long[] features, long[] added) {
            this.features = features;
            this.added = added;
        }
    }

    /** The most frequent features, the most frequent first; those of one frequency in the order of their hashes. */
    static long[] of(Material material, CountingChannel.Extractor extractor, int size) {
        double[] weight = LabWeights.of(material.corpus());
        List<Share> shares = IntStream.range(0, material.members())
                .parallel()
                .mapToObj(m -> share(material, extractor, m, weight[m]))
                .toList();
        return IntStream.range(0, 1 << PART_BITS)
                .parallel()
                .mapToObj(part -> most(shares, part, size))
                .flatMap(List::stream)
                .sorted(WORST_FIRST.reversed())
                .limit(size)
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    private static Share share(Material material, CountingChannel.Extractor extractor, int member, double weight) {
        long[] all = IntStream.range(0, material.questions())
                .mapToObj(q -> CountingChannel.features(material, member, q, extractor))
                .flatMapToLong(Arrays::stream)
                .toArray();
        double share = all.length == 0 ? 0 : weight / all.length;
        Arrays.sort(all);
        long[] features = new long[all.length];
        long[] added = new long[all.length];
        int size = 0;
        for (int start = 0; start < all.length; ) {
            int end = start;
            while (end < all.length && all[end] == all[start]) {
                end++;
            }
            features[size] = all[start];
            added[size++] = (long) ((end - start) * share * FIXED);
            start = end;
        }
        return new Share(Arrays.copyOf(features, size), Arrays.copyOf(added, size));
    }

    private static List<Map.Entry<Long, Long>> most(List<Share> shares, int part, int size) {
        Map<Long, Long> sums = new HashMap<>();
        for (Share share : shares) {
            for (int k = start(share.features, part); k < share.features.length; k++) {
                if (part(share.features[k]) != part) {
                    break;
                }
                sums.merge(share.features[k], share.added[k], Long::sum);
            }
        }
        PriorityQueue<Map.Entry<Long, Long>> most = new PriorityQueue<>(WORST_FIRST);
        for (Map.Entry<Long, Long> entry : sums.entrySet()) {
            most.add(entry);
            if (most.size() > size) {
                most.poll();
            }
        }
        return new ArrayList<>(most);
    }

    /** Parts in ascending order of signed numbers, as the features are sorted. */
    private static int part(long feature) {
        return (int) (feature >> (Long.SIZE - PART_BITS)) + (1 << (PART_BITS - 1));
    }

    private static int start(long[] features, int part) {
        int low = 0;
        int high = features.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (part(features[middle]) < part) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
