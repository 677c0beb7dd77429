package dev.kinprint.channel;

import static dev.kinprint.channel.CountingChannel.eachAnswer;

import dev.kinprint.style.Names;
import dev.kinprint.style.Sequences;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All channels, and how a selection of them is fitted. */
public final class Channels {
    private static final int OPENING = 3;
    private static final int CLOSING = 5;
    private static final int PHRASE = 3;
    /** How many tokens make the first part of an answer. */
    private static final int FIRST = 100;

    private static final String BY_QUESTION = "mean cosine over questions after background correction, −1 to 1";
    private static final String DELTA = "cosine of z-scores over the background, −1 to 1";
    private static final String RARE = "cosine of rarity-weighted counts, 0 to 1";

    private static final List<Channel> ALL = List.of(
            new ContentEmbedding(),
            new ContentNgrams(),
            new CountingChannel(
                    new Described(
                            "function-words",
                            "how often the 500 most frequent words and marks are used",
                            DELTA,
                            "It needs about 100 answers of some length to be steady; under 200 tokens it says nothing."
                                    + " A system prompt that sets a tone moves it."),
                    500,
                    eachAnswer((text, tokens) -> ngrams(tokens, 1)),
                    StyleDelta::new),
            new CountingChannel(
                    new Described(
                            "bigrams",
                            "how often the 1,000 most frequent pairs of words and marks are used",
                            DELTA,
                            "As function-words; it also follows the topics of the questions. Under 200 tokens it says"
                                    + " nothing."),
                    1_000,
                    eachAnswer((text, tokens) -> ngrams(tokens, 2)),
                    StyleDelta::new),
            new CountingChannel(
                    new Described(
                            "style-first",
                            "how the first 100 words and marks of answers to the same question are written",
                            BY_QUESTION,
                            "It reads the 100 most frequent words and marks alone. A system prompt that sets a tone moves"
                                    + " it. Under 5 common questions it says nothing."),
                    100,
                    eachAnswer((text, tokens) -> ngrams(first(tokens), 1)),
                    QuestionStyle::new),
            new CountingChannel(
                    new Described(
                            "style-rest",
                            "whether and how answers to the same question go on after 100 words and marks",
                            BY_QUESTION,
                            "It mixes length and style: to stop early where others go on counts as likeness, so brief"
                                    + " models resemble each other. A length limit moves it. Under 5 answers"
                                    + " of either model that go on it says nothing."),
                    100,
                    eachAnswer((text, tokens) ->
                            ngrams(Arrays.copyOfRange(tokens, Math.min(FIRST, tokens.length), tokens.length), 1)),
                    QuestionStyle::new),
            new CountingChannel(
                    new Described(
                            "syntax-first",
                            "which runs of four parts of speech the first 100 words and marks of answers hold",
                            BY_QUESTION,
                            "It reads the 500 most frequent runs in first answers to at most 200 questions, with a tagger"
                                    + " of English: in other languages it sees little but marks and lines. A system prompt"
                                    + " that sets a tone moves it. Under 5 common questions it says nothing."),
                    500,
                    new Templates(0, FIRST),
                    QuestionStyle::new),
            new CountingChannel(
                    new Described(
                            "syntax-rest",
                            "which runs of four parts of speech answers hold after 100 words and marks",
                            BY_QUESTION,
                            "It reads up to the 250th word, and as syntax-first in all else. As with style-rest, to stop"
                                    + " early where others go on counts as likeness. Under 5 answers of either model"
                                    + " that go on it says nothing."),
                    500,
                    new Templates(FIRST, Material.MOST_TAGGED_WORDS),
                    QuestionStyle::new),
            new CountingChannel(
                    new Described(
                            "openings",
                            "the first three words of answers",
                            RARE,
                            "A system prompt or a prefix can set every opening. Under 5 answers it says nothing."),
                    20_000,
                    eachAnswer((text, tokens) -> opening(tokens)),
                    RareMatches::new),
            new CountingChannel(
                    new Described(
                            "closings",
                            "the last five words of answers",
                            RARE,
                            "Answers cut by a token limit have no closing. Under 5 answers it says nothing."),
                    20_000,
                    eachAnswer((text, tokens) -> closing(tokens)),
                    RareMatches::new),
            new CountingChannel(
                    new Described(
                            "overrepresented",
                            "words and phrases of up to three words that both use more than the background",
                            "cosine of log-odds ratios in standard deviations, as far as above 0; 0 to 1",
                            "It follows the topics of the questions, and a system prompt that sets a tone. Answers that"
                                    + " hold a phrase are counted, and not how often. Under 5 answers it says nothing."),
                    4_000,
                    eachAnswer((text, tokens) -> phrases(tokens)),
                    Overuse::new),
            new CountingChannel(
                    new Described(
                            "inventions",
                            "names and capitalised terms, the more the fewer others use them",
                            RARE,
                            "Names from public texts are shared without lineage, and a language that writes nouns with"
                                    + " capitals needs a background in it. Under 5 answers it says nothing."),
                    20_000,
                    eachAnswer((text, tokens) -> names(text)),
                    RareMatches::new),
            new FormatChannel(),
            new Edit(),
            new Verbatim());

    private Channels() {}

    /** All channels, in the order in which they are printed. */
    public static List<Channel> all() {
        return ALL;
    }

    /** The ids of all channels, in the order in which they are printed. */
    public static List<String> ids() {
        return ALL.stream().map(Channel::id).toList();
    }

    /**
     * Fits some channels.
     *
     * @param material what they read
     * @param ids which channels; an unknown id is an IllegalArgumentException
     * @return the profiles in the order of {@link #all}
     */
    public static Profiles fit(Material material, Collection<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        ids().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("ids: no channel " + unknown);
        }
        Map<String, Profile> fitted = new TreeMap<>();
        for (Channel channel : ALL) {
            if (ids.contains(channel.id())) {
                fitted.put(channel.id(), channel.fit(material));
            }
        }
        return new Profiles(material.corpus(), fitted);
    }

    private static long[] ngrams(int[] tokens, int length) {
        long[] found = new long[Math.max(0, tokens.length - length + 1)];
        for (int i = 0; i < found.length; i++) {
            found[i] = Sequences.hash(tokens, i, length);
        }
        return found;
    }

    /** The different runs of one to three tokens of an answer. */
    private static long[] phrases(int[] tokens) {
        FeatureSums runs = new FeatureSums();
        for (int length = 1; length <= PHRASE; length++) {
            for (long run : ngrams(tokens, length)) {
                runs.add(run, 1);
            }
        }
        return runs.features();
    }

    private static long[] names(String text) {
        return Names.of(text).stream()
                .mapToLong(name -> Sequences.hash(name, 0, name.length()))
                .toArray();
    }

    private static int[] first(int[] tokens) {
        return Arrays.copyOf(tokens, Math.min(FIRST, tokens.length));
    }

    private static long[] opening(int[] tokens) {
        return whole(Arrays.copyOf(tokens, Math.min(OPENING, tokens.length)));
    }

    private static long[] closing(int[] tokens) {
        return whole(Arrays.copyOfRange(tokens, Math.max(0, tokens.length - CLOSING), tokens.length));
    }

    private static long[] whole(int[] tokens) {
        return tokens.length == 0 ? new long[0] : new long[] {Sequences.hash(tokens, 0, tokens.length)};
    }
}
