package dev.kinprint.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Progress where there is no terminal: a line every few seconds with the rate and the time left, and one at the end. */
final class PlainProgress implements ProgressLine {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final String task;
    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private final long start;
    private long last;
    private long begun = -1;
    private long done;
    private long total;
    private String note = "";

    /**
     * Progress of a task.
     *
     * @param lines takes the lines
     * @param nanos a clock that only moves forward
     */
    PlainProgress(String task, Consumer<String> lines, LongSupplier nanos) {
        this.task = task;
        this.lines = lines;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.last = start;
    }

    @Override
    public synchronized void at(long done, long total, String note) {
        this.begun = begun < 0 ? done : begun;
        this.done = done;
        this.total = total;
        this.note = note;
        long now = nanos.getAsLong();
        if (now - last >= EVERY) {
            last = now;
            lines.accept(line(pace(now)));
        }
    }

    @Override
    public synchronized void close() {
        Duration taken = Duration.ofNanos(nanos.getAsLong() - start);
        lines.accept(line("") + String.format(Locale.ROOT, " (%.1f s)", taken.toMillis() / 1000.0));
    }

    private String line(String pace) {
        return String.format(Locale.ROOT, "%s: %,d of %,d", task, done, total)
                + pace
                + (note.isEmpty() ? "" : "  " + note);
    }

    /** What was there at the beginning was not made at this rate. */
    private String pace(long now) {
        double rate = (done - begun) * 1e9 / (now - start);
        if (rate <= 0 || done >= total) {
            return "";
        }
        long left = Math.max(1, Math.round((total - done) / rate));
        return String.format(Locale.ROOT, rate < 1 ? ", %.1f a minute" : ", %.1f a second", rate < 1 ? rate * 60 : rate)
                + (left < 100
                        ? ", " + left + " s left"
                        : String.format(Locale.ROOT, ", %,d min left", Math.round(left / 60.0)));
    }
}
