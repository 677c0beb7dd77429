package dev.kinprint.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the machine's cores can compute at most in single precision: fused multiplications and additions on the widest
 * vectors there are, which never leave the registers. Runs in a process of its own, since Java must be told to load its
 * incubating module of vectors.
 */
public final class Peak {
    private static final VectorSpecies<Float> WIDEST = FloatVector.SPECIES_MAX;
    private static final int CHAINS = 10;
    private static final int TURNS = 10_000_000;
    private static final int ROUNDS = 20;

    private Peak() {}

    /** Prints the multiplications and additions of all cores together in the best of some rounds, in billions a second. */
    public static void main(String[] args) throws ExecutionException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        try {
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                List<Future<Float>> running = IntStream.range(0, cores)
                        .mapToObj(core -> pool.submit(() -> multiply(TURNS)))
                        .toList();
                for (Future<Float> one : running) {
                    one.get();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                best = Math.max(best, 2.0 * cores * TURNS * CHAINS * WIDEST.length() / seconds / 1e9);
            }
            System.out.println(best);
        } finally {
            pool.shutdown();
        }
    }

    /** Ten chains at once: a core begins two such operations in each cycle, and each takes four or five to end. */
    private static float multiply(int turns) {
        FloatVector factor = FloatVector.broadcast(WIDEST, 0.999f);
        FloatVector added = FloatVector.broadcast(WIDEST, 0.001f);
        FloatVector a = added;
        FloatVector b = added;
        FloatVector c = added;
        FloatVector d = added;
        FloatVector e = added;
        FloatVector f = factor;
        FloatVector g = factor;
        FloatVector h = factor;
        FloatVector i = factor;
        FloatVector j = factor;
        for (int turn = 0; turn < turns; turn++) {
            a = a.fma(factor, added);
            b = b.fma(factor, added);
            c = c.fma(factor, added);
            d = d.fma(factor, added);
            e = e.fma(factor, added);
            f = f.fma(factor, added);
            g = g.fma(factor, added);
            h = h.fma(factor, added);
            i = i.fma(factor, added);
            j = j.fma(factor, added);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).reduceLanes(VectorOperators.ADD);
    }
}
