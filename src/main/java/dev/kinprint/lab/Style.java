package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * A point in the space of house styles. Every choice of the grammar, every habit and every taste is a dimension; each
 * is drawn by its name from the key of the style that it comes from, so there are as many styles as keys, and a style
 * that is adapted from another keeps most of its dimensions.
 */
final class Style {
    /** How strongly a model's taste for one question moves its choices: the standard deviation of the log weights. */
    private static final double TASTE = 1.0;

    /** Factors of which one byte of a hash picks one: a table is ten times faster than their exponential. */
    private static final List<Double> TASTES = tastes();

    private final ToLongFunction<String> source;
    private final Map<String, Habit> habits = new ConcurrentHashMap<>();

    private Style(ToLongFunction<String> source) {
        this.source = source;
    }

    /** A style of its own in all dimensions. */
    static Style drawn(long key) {
        return new Style(dimension -> key);
    }

    /**
     * This style with some dimensions drawn anew.
     *
     * @param key where the new ones are drawn from
     * @param share the part of the dimensions that move, from 0 to 1
     */
    Style adapted(long key, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " is not in [0, 1]");
        }
        return new Style(
                dimension -> Hash.unit(Hash.of(key, dimension)) < share ? key : this.source.applyAsLong(dimension));
    }

    /** The key of one dimension: equal where two styles are alike in it. */
    long key(String dimension) {
        return Hash.of(source.applyAsLong(dimension), dimension);
    }

    /** A standard normal habit. */
    double level(String dimension) {
        return Hash.normal(key(dimension));
    }

    /** A standard normal taste for one question. */
    double taste(String dimension, long question) {
        return Hash.normal(Hash.of(key(dimension), question));
    }

    /** A rate between 0 and 1: the logistic function of a normal habit. */
    double rate(String dimension, double mean, double deviation) {
        return 1 / (1 + StrictMath.exp(-mean - deviation * level(dimension)));
    }

    /**
     * The place of the alternative that is taken.
     *
     * @param question the hash of the question
     * @param unit a draw from [0, 1)
     */
    int pick(Node.Choice choice, long question, double unit) {
        Habit habit = habits.computeIfAbsent(choice.dimension(), name -> habit(choice));
        int options = choice.options().size();
        double[] cumulative = new double[options];
        double sum = 0;
        long bits = 0;
        for (int i = 0; i < options; i++) {
            bits = i % Long.BYTES == 0 ? Hash.of(Hash.of(habit.key(), question), i) : bits >>> Byte.SIZE;
            sum += habit.weights().get(i) * TASTES.get((int) (bits & 0xFF));
            cumulative[i] = sum;
        }
        for (int i = 0; i < options - 1; i++) {
            if (unit * sum < cumulative[i]) {
                return i;
            }
        }
        return options - 1;
    }

    private Habit habit(Node.Choice choice) {
        long key = key(choice.dimension());
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < choice.options().size(); i++) {
            weights.add(choice.shares().get(i) * StrictMath.exp(choice.spread() * Hash.normal(Hash.of(key, -1 - i))));
        }
        return new Habit(key, weights);
    }

    private static List<Double> tastes() {
        List<Double> tastes = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            tastes.add(StrictMath.exp(TASTE * Hash.normal(i)));
        }
        return List.copyOf(tastes);
    }

    /** What a style makes of one choice. */
    private record Habit(long key, List<Double> weights) {}
}
