package dev.kinprint.bench;

import dev.kinprint.style.Format;
import dev.kinprint.style.Lexicon;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The scans of style on texts that repeat one thing: four times the text must take four times as long, not sixteen. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ScanBenchmark {
    /** What is repeated. */
    @Param({"a", " ", "\n", "...", "- ", "\u65E5"})
    public String pump = "a";

    /** How many characters there are. */
    @Param({"200000", "800000"})
    public int length;

    private String text = "";

    /** Makes the text. */
    @Setup
    public void repeat() {
        text = pump.repeat(length / pump.length());
    }

    /** Counts the layout. */
    @Benchmark
    public int[] format() {
        return Format.count(text);
    }

    /** Numbers the tokens. */
    @Benchmark
    public int[] tokens() {
        return new Lexicon().encode(text);
    }
}
