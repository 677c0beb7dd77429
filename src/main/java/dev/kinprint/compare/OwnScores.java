package dev.kinprint.compare;

import dev.kinprint.channel.Reference;
import dev.kinprint.stats.Moments;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The scores of each model with all others on one channel, of which those of any background are the rest when a few are
 * taken off. To add up every background by itself takes time in proportion to the third power of the number of models.
 */
final class OwnScores {
    /** Of how much of the weight and of the spread the rest must keep, so that rounding stays far behind the point. */
    private static final double LEAST_SHARE = 1e-6;

    private final Scores scores;
    private final double[] weights;
    private final AtomicReferenceArray<Moments.Sum> all;

    OwnScores(Scores scores, double[] weights) {
        this.scores = scores;
        this.weights = weights;
        this.all = new AtomicReferenceArray<>(weights.length);
    }

    /** The moments of a model's scores with a background, which does not hold the model itself. */
    Moments against(int member, Reference background) {
        if (2 * background.excludedCount() > weights.length) {
            return addedUp(member, background).moments();
        }
        Moments.Sum whole = whole(member);
        Moments.Sum rest = whole.copy();
        for (int k = 0; k < background.excludedCount(); k++) {
            int other = background.excluded(k);
            OptionalDouble score = other == member ? OptionalDouble.empty() : scores.get(member, other);
            if (score.isPresent()) {
                rest.remove(score.getAsDouble(), weights[other]);
            }
        }
        boolean exact = rest.weight() > LEAST_SHARE * whole.weight() && rest.spread() > LEAST_SHARE * whole.spread();
        return exact ? rest.moments() : addedUp(member, background).moments();
    }

    /** Made when it is first asked for; two threads may both make it, and make the same. */
    private Moments.Sum whole(int member) {
        Moments.Sum known = all.get(member);
        if (known == null) {
            known = addedUp(member, new Reference(weights.length, member));
            all.set(member, known);
        }
        return known;
    }

    private Moments.Sum addedUp(int member, Reference background) {
        Moments.Sum sum = new Moments.Sum();
        for (int other = 0; other < weights.length; other++) {
            if (background.holds(other) && weights[other] > 0) {
                OptionalDouble score = scores.get(member, other);
                if (score.isPresent()) {
                    sum.add(score.getAsDouble(), weights[other]);
                }
            }
        }
        return sum;
    }
}
