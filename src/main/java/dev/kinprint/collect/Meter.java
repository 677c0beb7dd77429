package dev.kinprint.collect;

import dev.kinprint.provider.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds calls to so many, and so many tokens, in any sixty seconds. */
final class Meter {
    private static final long WINDOW = Duration.ofSeconds(60).toNanos();

    private record Mark(long at, long tokens) {}

    private final Pace pace;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long tokens;

    Meter(Pace pace) {
        this.pace = pace;
    }

    /**
     * When a call of so many tokens may start; a time that has passed means now. A call that alone is more than the
     * limit may start when nothing else counts.
     */
    long ready(long now, long size) {
        forget(now);
        long count = marks.size();
        long sum = tokens;
        long ready = now;
        for (Mark mark : marks) {
            boolean calls = pace.calls().isEmpty() || count < pace.calls().get();
            boolean room =
                    pace.tokens().isEmpty() || sum + size <= pace.tokens().get();
            if (calls && room) {
                break;
            }
            count--;
            sum -= mark.tokens();
            ready = mark.at() + WINDOW;
        }
        return ready;
    }

    /** A call of so many tokens starts. */
    void start(long now, long size) {
        if (pace.equals(Pace.FREE)) {
            return;
        }
        marks.addLast(new Mark(now, size));
        tokens += size;
    }

    private void forget(long now) {
        for (Mark first = marks.peekFirst(); first != null && now - first.at() >= WINDOW; first = marks.peekFirst()) {
            tokens -= first.tokens();
            marks.removeFirst();
        }
    }
}
