package dev.kinprint.bench;

import dev.kinprint.corpus.Normalisation;
import dev.kinprint.lab.Lab;
import dev.kinprint.style.Format;
import dev.kinprint.style.Lexicon;
import dev.kinprint.style.Likeness;
import dev.kinprint.style.Names;
import dev.kinprint.style.PartsOfSpeech;
import dev.kinprint.style.Wording;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done with each answer before anything is compared, on answers of the lab, one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextBenchmark {
    private static final int MOST_TAGGED_WORDS = 250;

    private final Lexicon lexicon = new Lexicon();
    private final PartsOfSpeech partsOfSpeech = new PartsOfSpeech();
    private List<String> texts = List.of();
    private int at;

    /** Lets every model of a world answer. */
    @Setup
    public void answer() {
        Lab lab = Lab.world(1);
        texts = lab.models().stream()
                .flatMap(model ->
                        Lab.trainingPrompts().subList(0, 20).stream().map(prompt -> lab.answer(model.id(), prompt, 0)))
                .toList();
    }

    private String next() {
        at = (at + 1) % texts.size();
        return texts.get(at);
    }

    /** Brings a text into the form in which texts are compared. */
    @Benchmark
    public String normalise() {
        return Normalisation.normalise(next());
    }

    /** Takes off how a text was set. */
    @Benchmark
    public String wording() {
        return new String(Wording.characters(next()));
    }

    /** Numbers the tokens, nearly all of them known. */
    @Benchmark
    public int[] tokens() {
        return lexicon.encode(next());
    }

    /** Counts the layout. */
    @Benchmark
    public int[] format() {
        return Format.count(next());
    }

    /** Finds names. */
    @Benchmark
    public Object names() {
        return Names.of(next());
    }

    /** Tags the parts of speech of the first words. */
    @Benchmark
    public byte[] partsOfSpeech() {
        return partsOfSpeech.of(next(), MOST_TAGGED_WORDS);
    }

    /** Compares the beginnings of two texts, character by character. */
    @Benchmark
    public double likeness() {
        return Likeness.of(next(), next());
    }
}
