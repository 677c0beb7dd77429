package dev.kinprint.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on a terminal: a bar with the time that is left and the rate. */
final class BarProgress implements ProgressLine {
    /** One less than the narrowest terminal in use, since a full line would begin the next. */
    private static final int WIDTH = 79;

    private static final int EVERY_MILLIS = 250;

    private final Sink sink;
    private final ProgressBar bar;
    private volatile boolean closed;

    BarProgress(String task, Sink sink) {
        this.sink = sink;
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setStyle(sink.has("█▏│") ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    private void draw(String line) {
        sink.write("\r" + line.strip()
                + " ".repeat(Math.max(0, WIDTH - line.strip().length())));
    }

    /** Clears the line, so that something else can be written. The bar draws itself again. */
    void clear() {
        if (!closed) {
            sink.write("\r" + " ".repeat(WIDTH) + "\r");
        }
    }

    @Override
    public void at(long done, long total, String note) {
        bar.maxHint(total);
        bar.stepTo(done);
        bar.setExtraMessage(TerminalText.line(note, WIDTH));
    }

    @Override
    public void close() {
        bar.close();
        closed = true;
        sink.write(System.lineSeparator());
    }
}
