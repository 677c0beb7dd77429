package dev.kinprint.compare;

import dev.kinprint.channel.Reference;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The reference set of every pair: all models but the pair and its kin, thinned at random so that all pairs have equally
 * many. Unequal sizes would tell related pairs from unrelated ones by themselves.
 */
public final class Backgrounds {
    private final int members;
    private final Reference[] references;
    private final Reference[] ranking;

    private Backgrounds(int members, Reference[] references, Reference[] ranking) {
        this.members = members;
        this.references = references;
        this.ranking = ranking;
    }

    /**
     * The reference sets of all pairs.
     *
     * <p>The common size is that of the smallest set, or half that of the largest if that is more; the few pairs with
     * so many kin that they have less keep what they have.
     *
     * @param outside models that are nobody's background, such as the suspects of an audit
     * @param lots a number for each model; together they decide which models are dropped for a pair
     */
    public static Backgrounds of(Kinship kinship, Set<Integer> outside, List<Long> lots) {
        int members = kinship.size();
        int[] allowed = new int[members * members];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < members; i++) {
            for (int j = i; j < members; j++) {
                int count = members - out(kinship, outside, i, j).cardinality();
                allowed[i * members + j] = count;
                if (i != j) {
                    least = Math.min(least, count);
                    most = Math.max(most, count);
                }
            }
        }
        int size = Math.max(least, (most + 1) / 2);
        Reference[] references = new Reference[members * members];
        for (int i = 0; i < members; i++) {
            for (int j = i; j < members; j++) {
                references[i * members + j] =
                        reference(kinship, outside, i, j, Math.max(0, allowed[i * members + j] - size), lots);
            }
        }
        return new Backgrounds(members, references, ranking(kinship, outside));
    }

    /**
     * A lab counts once however many models it has, so a candidate's lab takes the same off every background. Candidates
     * of one lab have one background.
     */
    private static Reference[] ranking(Kinship kinship, Set<Integer> outside) {
        int members = kinship.size();
        Reference[] ranking = new Reference[members * members];
        for (int i = 0; i < members; i++) {
            Map<String, Reference> byLab = new TreeMap<>();
            for (int j = 0; j < members; j++) {
                int suspect = i;
                int candidate = j;
                String lab = kinship.lab(j).orElse("model:" + j);
                ranking[i * members + j] = byLab.computeIfAbsent(
                        lab,
                        name -> new Reference(
                                members,
                                IntStream.range(0, members)
                                        .filter(r -> kinship.kin(suspect, r)
                                                || r == candidate
                                                || kinship.sameLab(candidate, r)
                                                || outside.contains(r))
                                        .toArray()));
            }
        }
        return ranking;
    }

    private static BitSet out(Kinship kinship, Set<Integer> outside, int i, int j) {
        BitSet out = kinship.kinOfEither(i, j);
        outside.forEach(out::set);
        return out;
    }

    private static Reference reference(Kinship kinship, Set<Integer> outside, int i, int j, int drop, List<Long> lots) {
        BitSet out = out(kinship, outside, i, j);
        if (drop > 0) {
            long pair = mix(lots.get(i) + lots.get(j));
            int[] rest =
                    IntStream.range(0, kinship.size()).filter(r -> !out.get(r)).toArray();
            long[] drawn =
                    Arrays.stream(rest).mapToLong(r -> mix(pair + lots.get(r))).toArray();
            long[] sorted = drawn.clone();
            Arrays.sort(sorted);
            int left = drop;
            for (int k = 0; k < rest.length && left > 0; k++) {
                if (drawn[k] <= sorted[drop - 1]) {
                    out.set(rest[k]);
                    left--;
                }
            }
        }
        return new Reference(kinship.size(), out.stream().toArray());
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014). */
    static long mix(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The reference set of a pair. */
    public Reference of(int i, int j) {
        return references[Math.min(i, j) * members + Math.max(i, j)];
    }

    /**
     * The reference set under which the candidates of one suspect are ranked: all models but the suspect's kin and the
     * candidate's lab. It is one set for all candidates, as far as none of them may stand in its own background.
     */
    public Reference ranking(int suspect, int candidate) {
        return ranking[suspect * members + candidate];
    }
}
