package dev.kinprint.calibrate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The normalised scores of a pair of models, by channel. A calibration holds a hundred thousand of them, so they are bare
 * numbers beside a list of channels that pairs share.
 */
final class ChannelScores {
    private final List<String> channels;
    private final double[] z;

    private ChannelScores(List<String> channels, double[] z) {
        this.channels = channels;
        this.z = z;
    }

    /**
     * Finite scores by channel.
     *
     * @throws IllegalArgumentException for a score that is not finite
     */
    static ChannelScores of(Map<String, Double> scores) {
        Map<String, Double> sorted = new TreeMap<>(scores);
        double[] z = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        return of(List.copyOf(sorted.keySet()), z);
    }

    /**
     * Finite scores on every channel of a list.
     *
     * @param channels in alphabetical order, none twice; shared, not copied
     * @param z one for each channel; kept, not copied
     * @throws IllegalArgumentException for a score that is not finite
     */
    static ChannelScores of(List<String> channels, double[] z) {
        if (channels.size() != z.length) {
            throw new IllegalArgumentException("z: " + z.length + " scores on " + channels.size() + " channels");
        }
        for (int c = 0; c < z.length; c++) {
            if (!Double.isFinite(z[c])) {
                throw new IllegalArgumentException("z: " + channels.get(c) + " is " + z[c]);
            }
        }
        return new ChannelScores(channels, z);
    }

    /** The channels that have a score, in alphabetical order. */
    List<String> channels() {
        return channels;
    }

    /** Whether each of these channels has a score. */
    boolean hasAll(Collection<String> wanted) {
        return channels.containsAll(wanted);
    }

    /** The score on a channel; empty where there is none. */
    OptionalDouble of(String channel) {
        int at = channels.indexOf(channel);
        return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(z[at]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelScores scores && channels.equals(scores.channels) && Arrays.equals(z, scores.z);
    }

    @Override
    public int hashCode() {
        return 31 * channels.hashCode() + Arrays.hashCode(z);
    }

    @Override
    public String toString() {
        return channels + " " + Arrays.toString(z);
    }
}
