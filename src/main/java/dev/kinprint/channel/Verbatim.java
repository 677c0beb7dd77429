package dev.kinprint.channel;

import dev.kinprint.style.Sequences;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Long runs of words in common: for each question the Gram matrix of the sets of runs of {@value #RUN} tokens, each run
 * weighing less the more models use it for that question. The page shows the shared spans themselves, which greedy
 * string tiling finds.
 */
final class Verbatim implements Channel {
    private static final int RUN = 8;

    @Override
    public String id() {
        return "verbatim";
    }

    @Override
    public String title() {
        return "long runs of the same words";
    }

    @Override
    public String unit() {
        return "cosine of shared runs of 8 tokens after background correction, −1 to 1";
    }

    @Override
    public String limits() {
        return "Quotations, list formulas and memorised public text are shared without lineage. It is mostly near zero;"
                + " rewriting removes it. Under 5 common questions it says nothing.";
    }

    @Override
    public Profile fit(Material material) {
        int members = material.members();
        float[][] similarities = new float[material.questions()][];
        boolean[][] present = new boolean[material.questions()][members];
        Material.forEachQuestion(material.questions(), q -> {
            // Runs are numbered within the question, in the order in which they are met.
            Map<Long, Integer> numbers = new HashMap<>();
            int[][] runs = new int[members][];
            for (int m = 0; m < members; m++) {
                present[q][m] = !material.tokens(m, q).isEmpty();
                runs[m] = material.tokens(m, q).stream()
                        .flatMapToLong(tokens -> Arrays.stream(runs(tokens)))
                        .mapToInt(run -> {
                            Integer number = numbers.putIfAbsent(run, numbers.size());
                            return number == null ? numbers.size() - 1 : number;
                        })
                        .distinct()
                        .toArray();
            }
            float[] rarity = rarity(runs, numbers.size(), members);
            SparseVector[] vectors = new SparseVector[members];
            for (int m = 0; m < members; m++) {
                vectors[m] = SparseVector.presence(runs[m], rarity);
            }
            similarities[q] = SparseVector.gram(vectors);
        });
        return new PromptMatched(members, true, similarities, present);
    }

    private static long[] runs(int[] tokens) {
        long[] runs = new long[Math.max(0, tokens.length - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = Sequences.hash(tokens, i, RUN);
        }
        return runs;
    }

    private static float[] rarity(int[][] runs, int distinct, int members) {
        int[] holders = new int[distinct];
        for (int[] own : runs) {
            for (int run : own) {
                holders[run]++;
            }
        }
        float[] rarity = new float[distinct];
        for (int run = 0; run < distinct; run++) {
            rarity[run] = (float) StrictMath.log((1.0 + members) / holders[run]);
        }
        return rarity;
    }
}
