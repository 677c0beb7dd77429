package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Embedding;
import dev.kinprint.embed.Progress;
import dev.kinprint.style.Lexicon;
import dev.kinprint.style.PartsOfSpeech;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What channels read: the texts, their tokens as numbers, and their vectors where an embedder was given. */
public final class Material {
    /** Longer texts are read up to here, so that one endless answer cannot outweigh all others. */
    static final int LONGEST = 8_000;

    /** Of how many words and marks of an answer the parts of speech are read. */
    static final int MOST_TAGGED_WORDS = 250;

    /** Of at most how many questions the parts of speech are read, spread evenly over all. */
    private static final int MOST_TAGGED_QUESTIONS = 200;

    private final Corpus corpus;
    private final List<List<int[]>> tokens;
    private final Optional<List<List<Embedding>>> vectors;
    private List<Optional<byte[]>> partsOfSpeech = List.of();

    private Material(Corpus corpus, Optional<List<List<Embedding>>> vectors) {
        this.corpus = corpus;
        this.vectors = vectors;
        Lexicon lexicon = new Lexicon();
        tokens = IntStream.range(0, corpus.members().size() * corpus.questions().size())
                .parallel()
                .mapToObj(cell -> texts(cell / questions(), cell % questions()).stream()
                        .map(lexicon::encode)
                        .toList())
                .toList();
        // Numbers follow the alphabet, or what the models are called would decide ties and hash collisions.
        int[] places = lexicon.places();
        tokens.parallelStream()
                .forEach(samples -> samples.forEach(sample -> Arrays.setAll(sample, at -> places[sample[at]])));
    }

    /** The material of a corpus without vectors: the embedding channel has insufficient data. */
    public static Material of(Corpus corpus) {
        return new Material(corpus, Optional.empty());
    }

    /**
     * The material of a corpus with the vectors of its texts.
     *
     * @param embedder makes the vectors
     * @param mostQuestions of how many questions the first answers are embedded, spread evenly over the corpus;
     *     embedding is by far the dearest step
     * @param progress hears how far it has come
     */
    public static Material of(Corpus corpus, Embedder embedder, int mostQuestions, Progress progress) {
        int questions = corpus.questions().size();
        int cells = corpus.members().size() * questions;
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            texts.addAll(embedded(corpus, cell, mostQuestions));
        }
        List<Embedding> all = embedder.embed(texts, progress);
        List<List<Embedding>> vectors = new ArrayList<>(cells);
        int at = 0;
        for (int cell = 0; cell < cells; cell++) {
            int count = embedded(corpus, cell, mostQuestions).size();
            vectors.add(List.copyOf(all.subList(at, at + count)));
            at += count;
        }
        return new Material(corpus, Optional.of(vectors));
    }

    private static List<String> embedded(Corpus corpus, int cell, int mostQuestions) {
        int questions = corpus.questions().size();
        int question = cell % questions;
        return spread(question, questions, mostQuestions)
                ? corpus.first(cell / questions, question).stream().toList()
                : List.of();
    }

    /** Whether a question is among a number of questions that lie evenly in all. */
    static boolean spread(int question, int questions, int most) {
        return questions <= most
                || (long) question * most / questions != ((long) question - 1) * most / questions
                || question == 0;
    }

    static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The texts. */
    public Corpus corpus() {
        return corpus;
    }

    int members() {
        return corpus.members().size();
    }

    int questions() {
        return corpus.questions().size();
    }

    /** The samples of a model for a question, each as token numbers. Callers must not change the arrays. */
    List<int[]> tokens(int member, int question) {
        return tokens.get(member * questions() + question);
    }

    /** The samples of a model for a question, clipped to {@value #LONGEST} characters. */
    List<String> texts(int member, int question) {
        return corpus.texts(member, question).stream().map(Material::clip).toList();
    }

    /** The vectors of the embedded samples, in their order; empty where no embedder was given. */
    Optional<List<Embedding>> vectors(int member, int question) {
        return vectors.map(all -> all.get(member * questions() + question));
    }

    /** Reads the parts of speech of first answers, unless that was done. One thread alone may call it. */
    void readPartsOfSpeech() {
        if (partsOfSpeech.isEmpty()) {
            partsOfSpeech = IntStream.range(0, members())
                    .parallel()
                    .mapToObj(this::partsOfSpeech)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private List<Optional<byte[]>> partsOfSpeech(int member) {
        PartsOfSpeech reader = new PartsOfSpeech();
        return IntStream.range(0, questions())
                .mapToObj(q -> spread(q, questions(), MOST_TAGGED_QUESTIONS)
                        ? corpus.first(member, q).map(text -> reader.of(clip(text), MOST_TAGGED_WORDS))
                        : Optional.<byte[]>empty())
                .toList();
    }

    /**
     * The parts of speech of a model's first answer to a question, at most {@value #MOST_TAGGED_WORDS}; empty where it
     * was not read. Callers must not change the array.
     */
    Optional<byte[]> partsOfSpeech(int member, int question) {
        if (partsOfSpeech.isEmpty()) {
            throw new IllegalStateException("partsOfSpeech: not read");
        }
        return partsOfSpeech.get(member * questions() + question);
    }

    /** Runs a task for every question, on all cores; tasks must write to places of their own. */
    static void forEachQuestion(int questions, java.util.function.IntConsumer task) {
        IntStream.range(0, questions).parallel().forEach(task);
    }
}
