package dev.kinprint.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.channel.Authors.Author;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.embed.Embedding;
import dev.kinprint.embed.Progress;
import dev.kinprint.suite.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelsTest {
    private static final int QUESTIONS = 12;

    /** Twelve authors: 0 and 1 are the same, 2 and 3 share a style alone, all others are their own. */
    private static final List<Author> AUTHORS = authors();

    private static final Corpus CORPUS = Authors.corpus(AUTHORS, QUESTIONS);

    /** Channels that need not have a score on texts this short. */
    private static final List<String> UNSURE = List.of("verbatim", "style-rest", "syntax-rest", "inventions");

    private static List<Author> authors() {
        List<Author> authors = new ArrayList<>(Authors.own(12, 4));
        authors.set(1, new Author(77, authors.get(0).style(), authors.get(0).content(), Origin.unknown()));
        authors.set(3, new Author(78, authors.get(2).style(), 78, Origin.unknown()));
        return authors;
    }

    /** Counts letters: enough to tell texts apart, and nothing that a test has to know. */
    private static final class Letters implements Embedder {
        @Override
        public EmbedderId id() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Embedding> embed(List<String> texts, Progress progress) {
            return texts.stream()
                    .map(text -> {
                        double[] counts = new double[64];
                        counts[0] = 1;
                        for (String word : text.split(" ", -1)) {
                            counts[Math.floorMod(word.hashCode(), 64)]++;
                        }
                        return Embedding.unit(counts);
                    })
                    .toList();
        }
    }

    private static Material material(Corpus corpus) {
        return Material.of(corpus, new Letters(), 100, Progress.silent());
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Aggregate even(Channel channel, Material material) {
        return channel.fit(material).aggregate(new Weights(ones(material.questions()), ones(material.members())));
    }

    private static List<Channel> channels() {
        return Channels.all();
    }

    @Test
    void everyChannelHasItsOwnIdAndSaysWhatItIs() {
        assertThat(Channels.ids())
                .doesNotHaveDuplicates()
                .containsExactly(
                        "content-embedding",
                        "content-ngram",
                        "function-words",
                        "bigrams",
                        "style-first",
                        "style-rest",
                        "syntax-first",
                        "syntax-rest",
                        "openings",
                        "closings",
                        "overrepresented",
                        "inventions",
                        "format",
                        "edit",
                        "verbatim");
        assertThat(Channels.all()).allSatisfy(channel -> {
            assertThat(channel.title()).as(channel.id()).hasSizeGreaterThan(10).doesNotEndWith(".");
            assertThat(channel.unit()).as(channel.id()).contains(" to 1");
            assertThat(channel.limits()).as(channel.id()).contains("says nothing");
        });
    }

    @ParameterizedTest
    @MethodSource("channels")
    void scoresAreSymmetricFiniteAndSeeTheSameAuthor(Channel channel) {
        Aggregate aggregate = even(channel, material(CORPUS));
        List<Double> unrelated = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                Reference reference = new Reference(12, i, j);
                OptionalDouble score = aggregate.score(i, j, reference);
                if (UNSURE.contains(channel.id())) {
                    // These texts hardly ever share a long run, and few go on for long or hold names.
                    score.ifPresent(value -> assertThat(value).isBetween(-1.0, 1.0));
                    continue;
                }
                assertThat(score).as("%s, %d and %d", channel.id(), i, j).isPresent();
                assertThat(score.getAsDouble()).isBetween(-1.0000001, 1.0000001);
                assertThat(aggregate.score(j, i, reference).orElseThrow())
                        .isEqualTo(score.getAsDouble(), within(1e-12));
                if (i > 3) {
                    unrelated.add(score.getAsDouble());
                }
            }
        }
        if (!unrelated.isEmpty()
                && !List.of("syntax-first", "edit", "format", "openings", "closings")
                        .contains(channel.id())) {
            assertThat(aggregate.score(0, 1, new Reference(12, 0, 1)).orElseThrow())
                    .as("the same author, against all unrelated pairs")
                    .isGreaterThan(Collections.max(unrelated));
        }
    }

    @Test
    void styleAloneIsSeenByStyleChannelsAndNotByContent() {
        Material material = material(CORPUS);
        Aggregate content = even(Channels.all().get(1), material);
        Aggregate style = even(Channels.all().get(2), material);
        double alike = style.score(2, 3, new Reference(12, 2, 3)).orElseThrow();
        int above = 0;
        for (int i = 4; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                above += style.score(i, j, new Reference(12, i, j)).orElseThrow() >= alike ? 1 : 0;
            }
        }
        assertThat(above)
                .as("of 28 unrelated pairs, those above the two of one style")
                .isLessThan(3);
        assertThat(content.score(2, 3, new Reference(12, 2, 3)).orElseThrow())
                .isLessThan(content.score(0, 1, new Reference(12, 0, 1)).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("channels")
    void tooFewAnswersAreAbsentAndNeverANumber(Channel channel) {
        Corpus few = Authors.corpus(AUTHORS, 4);
        Aggregate aggregate = even(channel, material(few));
        boolean byTokens = channel.id().equals("function-words") || channel.id().equals("bigrams");
        OptionalDouble score = aggregate.score(0, 1, new Reference(12, 0, 1));

        assertThat(score.isPresent()).as(channel.id()).isEqualTo(byTokens);
        assertThat(even(channel, material(Authors.corpus(AUTHORS, 1))).score(0, 1, new Reference(12, 0, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void aModelThatAnsweredNothingHasNoScores(Channel channel) {
        Corpus.Builder builder = new Corpus.Builder().member(new Member("silent", Origin.unknown()));
        for (int m = 0; m < 11; m++) {
            builder.member(CORPUS.members().get(m));
            for (int q = 0; q < QUESTIONS; q++) {
                builder.question(CORPUS.questions().get(q));
                builder.text(
                        CORPUS.members().get(m).id(),
                        CORPUS.questions().get(q).id(),
                        0,
                        CORPUS.texts(m, q).get(0));
            }
        }
        Aggregate aggregate = even(channel, material(builder.build()));

        assertThat(aggregate.score(0, 11, new Reference(12, 0, 11))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void drawnQuestionsCountAsOftenAsTheyAreDrawn(Channel channel) {
        Profile profile = channel.fit(material(CORPUS));
        double[] once = ones(QUESTIONS);
        double[] thrice = new double[QUESTIONS];
        Arrays.fill(thrice, 3);
        Reference reference = new Reference(12, 0, 1);
        OptionalDouble one = profile.aggregate(new Weights(once, ones(12))).score(0, 1, reference);
        OptionalDouble three = profile.aggregate(new Weights(thrice, ones(12))).score(0, 1, reference);

        assertThat(three.isPresent()).isEqualTo(one.isPresent());
        if (one.isPresent() && !List.of("openings", "closings", "format").contains(channel.id())) {
            assertThat(three.getAsDouble()).isEqualTo(one.getAsDouble(), within(1e-9));
        }
        assertThat(profile.aggregate(new Weights(new double[QUESTIONS], ones(12)))
                        .score(0, 1, reference))
                .as("nothing drawn")
                .isEmpty();
    }

    /** Names decide the order of the models and nothing else: scores go with the texts. */
    @ParameterizedTest
    @MethodSource("channels")
    void renamingTheModelsPermutesTheScores(Channel channel) {
        List<String> names = new ArrayList<>(Authors.names(12));
        Collections.shuffle(names, new Random(6));
        Corpus renamed = Authors.corpus(AUTHORS, names, QUESTIONS);
        Aggregate before = even(channel, material(CORPUS));
        Aggregate after = even(channel, material(renamed));
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                int a = renamed.position(names.get(i)).orElseThrow();
                int b = renamed.position(names.get(j)).orElseThrow();
                OptionalDouble score = before.score(i, j, new Reference(12, i, j));
                OptionalDouble again = after.score(a, b, new Reference(12, a, b));
                assertThat(again.isPresent()).isEqualTo(score.isPresent());
                if (score.isPresent()) {
                    assertThat(again.getAsDouble())
                            .as("%s, %d and %d", channel.id(), i, j)
                            .isEqualTo(score.getAsDouble(), within(1e-6));
                }
            }
        }
    }

    @Test
    void layoutIsComparedByJensenShannonDivergence() {
        Corpus.Builder builder = new Corpus.Builder();
        Map<String, String> texts =
                new TreeMap<>(Map.of("a", "Yes.", "b", "# Title\n\n- one two three four five\n- b, c", "c", "Yes."));
        texts.forEach((id, text) -> {
            builder.member(new Member(id, Origin.unknown()));
            for (int q = 0; q < 5; q++) {
                builder.question(Authors.question(q))
                        .text(id, Authors.question(q).id(), 0, text);
            }
        });
        Aggregate aggregate = even(new FormatChannel(), Material.of(builder.build()));

        assertThat(aggregate.score(0, 1, new Reference(3)).orElseThrow())
                .as("""
                        import numpy as np; from scipy.spatial.distance import jensenshannon as js; t=0
                        a=[{6:1},{},{0:1},{0:1},{0:1}]; b=[{0:1,5:1,1:2},{9:1},{0:2,1:1},{0:2},{0:1}]
                        for n,x,y in zip([7,12,9,8,10],a,b):
                          p=np.full(n,.5); q=np.full(n,.5)
                          for k,v in x.items(): p[k]+=5*v
                          for k,v in y.items(): q[k]+=5*v
                          t+=js(p,q,base=2)**2
                        print(1-t/5)
                        """)
                .isEqualTo(0.8489100895677029, within(1e-12));
        assertThat(aggregate.score(0, 2, new Reference(3)).orElseThrow()).isEqualTo(1, within(1e-12));
    }

    @Test
    void withoutVectorsTheEmbeddingChannelSaysNothing() {
        assertThat(even(Channels.all().get(0), Material.of(CORPUS)).score(0, 1, new Reference(12, 0, 1)))
                .isEmpty();
    }

    @Test
    void atMostTheGivenNumberOfQuestionsIsEmbeddedSpreadEvenly() {
        for (int questions = 1; questions < 60; questions++) {
            for (int most = 1; most < 30; most++) {
                int all = questions;
                int limit = most;
                int[] kept = IntStream.range(0, all)
                        .filter(q -> Material.spread(q, all, limit))
                        .toArray();
                assertThat(kept).as("%d of %d", most, questions).hasSize(Math.min(most, questions));
            }
        }
    }

    /** Texts of a lab without a name are not texts of one lab. */
    @Test
    void everyDeclaredLabCountsOnceHoweverItIsWritten() {
        List<Author> authors = new ArrayList<>(Authors.own(7, 1));
        List<String> labs = List.of("Acme", "acme ", "ACME", "unknown", "unknown", "Community", "");
        IntStream.range(0, 7).forEach(i -> authors.set(i, authors.get(i).from(labs.get(i), "")));

        assertThat(LabWeights.of(Authors.corpus(authors, 1)))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 1, 1, 1, 1}, within(1e-15));
    }

    @Test
    void anUnknownChannelIsAMistake() {
        assertThatThrownBy(() -> Channels.fit(Material.of(CORPUS), List.of("format", "telepathy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("telepathy");
        Profiles some = Channels.fit(Material.of(CORPUS), List.of("verbatim", "format"));
        assertThat(some.channels()).as("in the order in which they are printed").containsExactly("format", "verbatim");
        assertThat(some.of("edit")).isEmpty();
    }

    @Test
    void aBackgroundKnowsWhomItHolds() {
        Reference reference = new Reference(5, 3, 1, 3);
        assertThat(reference.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 5).filter(reference::holds)).containsExactly(0, 2, 4);
        assertThatThrownBy(() -> new Reference(5, 5)).hasMessageContaining("excluded");
        assertThatThrownBy(() -> new Weights(new double[] {1, -1}, new double[] {1}))
                .hasMessageContaining("questions: not a weight: -1.0");
        assertThatThrownBy(() -> new Weights(new double[] {1}, new double[] {Double.NaN}))
                .hasMessageContaining("members: not a weight: NaN");
    }
}
