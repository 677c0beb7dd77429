package dev.kinprint.embed;

import java.util.Arrays;

/** A vector of finite numbers that stands for a text; the embedders here make it of length 1. Immutable. */
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /**
     * A vector of the given values.
     *
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public static Embedding of(float... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values: none");
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("values: not finite: " + value);
            }
        }
        return new Embedding(values.clone());
    }

    /**
     * The direction of some values as a vector of length 1.
     *
     * @throws IllegalArgumentException if the values have no direction: all zero, or one not finite
     */
    public static Embedding unit(double... values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || !Double.isFinite(length)) {
            throw new IllegalArgumentException("values: no direction, length " + length);
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / length);
        }
        return of(scaled);
    }

    /** How many values it has. */
    public int dimension() {
        return values.length;
    }

    /** The value at a position, from 0. */
    public float value(int position) {
        return values[position];
    }

    /**
     * The dot product, summed in double precision from the first value to the last; the cosine where both vectors have
     * length 1.
     */
    public double dot(Embedding other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException("other: dimension " + other.values.length + " against " + values.length);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(values, embedding.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + values.length + "]";
    }
}
