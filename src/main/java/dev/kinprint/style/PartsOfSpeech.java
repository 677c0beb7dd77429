package dev.kinprint.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * Reads texts as sequences of parts of speech: the universal ones (Petrov, Das and McDonald 2012), given by OpenNLP with
 * its model of English web texts. Words of other languages get a part of speech too, and it is mostly wrong. One thread
 * at a time; as many readers as wanted may share the model.
 */
public final class PartsOfSpeech {
    /** A longer sentence is read in pieces, so that one without an end costs no more than others. */
    private static final int LONGEST_SENTENCE = 60;

    private final POSTaggerME tagger = new POSTaggerME(Model.ENGLISH, POSTagFormat.UD);
    private final BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);

    /** The model, read when the first text is. */
    private static final class Model {
        private static final String FILE = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
        private static final POSModel ENGLISH = read();
        private static final List<String> TAGS = tags();

        private static POSModel read() {
            try (InputStream file = Objects.requireNonNull(PartsOfSpeech.class.getResourceAsStream(FILE), FILE)) {
                return new POSModel(file);
            } catch (IOException e) {
                throw new UncheckedIOException(FILE, e);
            }
        }

        /** Sorted, so that numbers do not follow the order inside the file. */
        private static List<String> tags() {
            String[] tags = new POSTaggerME(ENGLISH, POSTagFormat.UD).getAllPosTags();
            return Arrays.stream(tags).distinct().sorted().toList();
        }
    }

    /**
     * The parts of speech of the first words and marks of a text, as numbers from 1 on; 0 is the end of a line.
     *
     * @param most of how many words, marks and ends of lines
     */
    public byte[] of(String text, int most) {
        byte[] found = new byte[most];
        int size = 0;
        for (String line : (Iterable<String>) Wording.plain(text).lines()::iterator) {
            sentences.setText(line);
            int start = sentences.first();
            for (int end = sentences.next(); end != BreakIterator.DONE && size < most; end = sentences.next()) {
                String[] words = SimpleTokenizer.INSTANCE.tokenize(line.substring(start, end));
                start = end;
                for (int from = 0; from < words.length && size < most; from += LONGEST_SENTENCE) {
                    int to = Math.min(words.length, Math.min(from + LONGEST_SENTENCE, from + most - size));
                    for (String tag : tagger.tag(Arrays.copyOfRange(words, from, to))) {
                        found[size++] = (byte) (1 + Model.TAGS.indexOf(tag));
                    }
                }
            }
            if (size == most) {
                return found;
            }
            found[size++] = 0;
        }
        return Arrays.copyOf(found, size);
    }

    /** The name of a part of speech, such as NOUN; "end of line" for 0. */
    public static String name(int number) {
        return number == 0 ? "end of line" : Model.TAGS.get(number - 1);
    }
}
