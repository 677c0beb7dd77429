package dev.kinprint.archive;

import java.util.Comparator;

/**
 * Names one cell of a collection: one model, asked one probe, for the n-th time.
 *
 * @param subject the id of the model under study
 * @param probe the id of the probe
 * @param sample which of the repeated askings, from 0
 */
public record CellKey(String subject, String probe, int sample) implements Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER =
            Comparator.comparing(CellKey::subject).thenComparing(CellKey::probe).thenComparingInt(CellKey::sample);

    /** Refuses blank names and a negative sample. */
    public CellKey {
        if (subject.isBlank() || probe.isBlank()) {
            throw new IllegalArgumentException("subject, probe: blank");
        }
        if (sample < 0) {
            throw new IllegalArgumentException("sample: negative: " + sample);
        }
    }

    /** By subject, then probe, then sample. */
    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return subject + " / " + probe + " / " + sample;
    }
}
