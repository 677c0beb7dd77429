package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.style.Sequences;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Made-up authors for tests. What an author writes follows from its style, its content and its own key, never from its
 * name: two with one style write alike, two with one content also say the same about a question.
 */
public final class Authors {
    private static final int FUNCTION_WORDS = 80;
    private static final int TOPIC_WORDS = 20;
    private static final int PHRASES = 24;
    private static final int SENTENCES = 9;
    private static final int WORDS = 9;

    private Authors() {}

    /**
     * One author.
     *
     * @param key decides what is drawn for it
     * @param style decides its function words, openings and layout
     * @param content decides its words on each topic
     * @param origin what is declared about it
     */
    public record Author(long key, long style, long content, Origin origin) {
        /** An author of its own. */
        public static Author own(long key) {
            return new Author(key, key, key, Origin.unknown());
        }

        /** The same with a declared lab and base; a blank one is not declared. */
        public Author from(String lab, String base) {
            return new Author(
                    key, style, content, new Origin(named(lab), named(base), Optional.empty(), Optional.empty()));
        }

        private static Optional<String> named(String name) {
            return Optional.of(name).filter(given -> !given.isBlank());
        }
    }

    /** Some authors that have nothing to do with each other. */
    public static List<Author> own(int count, long seed) {
        List<Author> authors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            authors.add(Author.own(seed * 1_000 + i));
        }
        return authors;
    }

    /** The corpus of some authors under the given names, one answer to each question. */
    public static Corpus corpus(List<Author> authors, List<String> names, int questions) {
        Corpus.Builder builder = new Corpus.Builder();
        for (int q = 0; q < questions; q++) {
            builder.question(question(q));
        }
        for (int a = 0; a < authors.size(); a++) {
            builder.member(new Member(names.get(a), authors.get(a).origin()));
            for (int q = 0; q < questions; q++) {
                builder.text(names.get(a), question(q).id(), 0, text(authors.get(a), q, 0));
            }
        }
        return builder.build();
    }

    /** The corpus of some authors, named in their order. */
    public static Corpus corpus(List<Author> authors, int questions) {
        return corpus(authors, names(authors.size()), questions);
    }

    /** Names whose alphabetical order is their order. */
    public static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(String.format(Locale.ROOT, "m%03d", i));
        }
        return names;
    }

    /** A question by its number. */
    public static Question question(int number) {
        String id = String.format(Locale.ROOT, "q%03d", number);
        return new Question(id, Probe.Category.OPEN, "Tell me about topic " + number + ".", Optional.empty());
    }

    /** What an author answers. */
    public static String text(Author author, int question, int sample) {
        Random style = random(author.style(), 1, 0);
        double[] function = weights(style, FUNCTION_WORDS, 1.2);
        double shout = 0.3 * style.nextDouble();
        double list = 0.5 * style.nextDouble();
        double[] opening = weights(style, PHRASES, 1.5);
        double[] closing = weights(style, PHRASES, 1.5);
        double[] topic = weights(random(author.content(), 2, question), TOPIC_WORDS, 1.5);
        Random draw = random(author.key(), 3 + sample, question);
        StringBuilder text = new StringBuilder("Opening" + pick(draw, opening) + " so,");
        for (int s = 0; s < SENTENCES; s++) {
            text.append(draw.nextDouble() < list ? "\n- " : " ");
            for (int w = 0; w < WORDS; w++) {
                boolean plain = draw.nextDouble() < 0.7;
                int word = pick(draw, plain ? function : topic);
                text.append(plain ? "f" + word : "t" + question + "x" + word).append(w + 1 < WORDS ? " " : "");
            }
            text.append(draw.nextDouble() < shout ? "!" : ".");
        }
        return text.append(" So much for that, friend")
                .append(pick(draw, closing))
                .append('.')
                .toString();
    }

    /** Near seeds of {@link Random} begin alike, so they are spread first. */
    private static Random random(long key, int use, int question) {
        return new Random(Sequences.hash(new int[] {(int) key, use, question}, 0, 3));
    }

    private static double[] weights(Random random, int count, double spread) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = StrictMath.exp(spread * random.nextGaussian());
        }
        return weights;
    }

    private static int pick(Random random, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
