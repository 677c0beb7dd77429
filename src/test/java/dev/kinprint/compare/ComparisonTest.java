package dev.kinprint.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.channel.Authors;
import dev.kinprint.channel.Authors.Author;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Rewrite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final int QUESTIONS = 10;
    private static final List<String> CHANNELS =
            List.of("content-ngram", "function-words", "style-first", "openings", "format", "edit", "verbatim");

    private static final List<String> EXPECTED = everything(corpus());

    /** Fourteen authors; 0 and 1 are the same. Nothing is declared of most, so that all have everyone as background. */
    private static List<Author> authors() {
        List<Author> authors = new ArrayList<>(Authors.own(14, 8));
        authors.set(
                1,
                new Author(
                        99,
                        authors.get(0).style(),
                        authors.get(0).content(),
                        authors.get(0).origin()));
        return authors;
    }

    private static Corpus corpus() {
        return Authors.corpus(authors(), QUESTIONS);
    }

    private static Comparison compared(Corpus corpus) {
        return Comparison.of(Channels.fit(Material.of(corpus), CHANNELS), 3);
    }

    /** All that a comparison and its draws say, to the last bit. */
    private static List<String> everything(Corpus corpus) {
        Comparison comparison = compared(corpus);
        List<Pair> pairs = List.of(new Pair(0, 1), new Pair(5, 2));
        Resampling resampling = Resampling.of(comparison, pairs, 6, 4);
        List<String> found = new ArrayList<>();
        for (String channel : comparison.channels()) {
            for (int i = 0; i < 14; i++) {
                for (int j = i + 1; j < 14; j++) {
                    found.add(channel + bits(comparison.score(channel, i, j)) + bits(comparison.z(channel, i, j)));
                }
            }
            for (int b = 0; b < resampling.size(); b++) {
                found.add(channel + bits(resampling.z(b, channel, 0)) + bits(resampling.z(b, channel, 1)));
            }
        }
        return found;
    }

    private static String bits(OptionalDouble value) {
        return value.isEmpty() ? " absent" : " " + Long.toHexString(Double.doubleToLongBits(value.getAsDouble()));
    }

    private static <T> T inPool(int threads, Callable<T> task) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(task).join();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void threadsOrderOfStorageAndRepetitionDoNotShow() {
        assertThat(EXPECTED).hasSizeGreaterThan(500).anyMatch(line -> !line.contains("absent"));
        assertThat(inPool(1, () -> everything(corpus()))).isEqualTo(EXPECTED);
        assertThat(inPool(4, () -> everything(corpus()))).isEqualTo(EXPECTED);
        assertThat(everything(shuffled(corpus(), 12))).isEqualTo(EXPECTED);
    }

    private static Corpus shuffled(Corpus corpus, long seed) {
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < corpus.members().size() * QUESTIONS; cell++) {
            cells.add(cell);
        }
        Collections.shuffle(cells, new Random(seed));
        Corpus.Builder builder = new Corpus.Builder();
        for (int cell : cells) {
            Member member = corpus.members().get(cell / QUESTIONS);
            builder.text(
                    member.id(),
                    corpus.questions().get(cell % QUESTIONS).id(),
                    0,
                    corpus.texts(cell / QUESTIONS, cell % QUESTIONS).get(0));
            builder.member(member).question(corpus.questions().get(cell % QUESTIONS));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "de", "ar-EG-u-nu-arab"})
    void theLocaleAndTheTimeZoneDoNotShow(String language) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(everything(corpus())).isEqualTo(EXPECTED);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** What the models are called decides nothing: scores follow the texts. */
    @Test
    void renamingTheModelsPermutesTheScoresAndNothingElse() {
        List<String> names = new ArrayList<>(Authors.names(14));
        Collections.shuffle(names, new Random(3));
        Corpus renamed = Authors.corpus(authors(), names, QUESTIONS);
        Comparison before = compared(corpus());
        Comparison after = compared(renamed);
        for (String channel : before.channels()) {
            for (int i = 0; i < 14; i++) {
                for (int j = i + 1; j < 14; j++) {
                    int a = renamed.position(names.get(i)).orElseThrow();
                    int b = renamed.position(names.get(j)).orElseThrow();
                    OptionalDouble z = before.z(channel, i, j);
                    assertThat(after.z(channel, a, b).isPresent()).isEqualTo(z.isPresent());
                    if (z.isPresent()) {
                        assertThat(after.z(channel, a, b).getAsDouble())
                                .as("%s, %d and %d", channel, i, j)
                                .isEqualTo(z.getAsDouble(), within(1e-4));
                    }
                }
            }
        }
    }

    @Test
    void theNormalisedScoreCountsDeviationsFromWhatBothScoreWithTheBackground() {
        List<Author> authors = authors();
        authors.set(4, authors.get(4).from("acme", ""));
        authors.set(5, authors.get(5).from("acme", ""));
        Comparison comparison = compared(Authors.corpus(authors, QUESTIONS));
        for (String channel : List.of("content-ngram", "format")) {
            double score = comparison.score(channel, 0, 1).orElseThrow();
            double expected =
                    (against(comparison, channel, 0, 1, score) + against(comparison, channel, 1, 0, score)) / 2;
            assertThat(comparison.z(channel, 0, 1).orElseThrow()).isEqualTo(expected, within(1e-9));
        }
        assertThat(comparison.z("content-ngram", 0, 1).orElseThrow())
                .as("the same author")
                .isGreaterThan(4);
        assertThat(comparison.labs(0, 1))
                .as("eleven labs: two models are of one")
                .isEqualTo(11);
    }

    /** Suspects 2 and 3 are of one lab, as are candidates 4 and 5; 7 is a suspect of the audit and no background. */
    @Test
    void theCandidatesOfASuspectAreRankedUnderOneBackground() {
        List<Author> authors = authors();
        authors.set(2, authors.get(2).from("north", "own"));
        authors.set(3, authors.get(3).from("north", "own"));
        authors.set(4, authors.get(4).from("acme", "llama-2"));
        authors.set(5, authors.get(5).from("acme", "own"));
        authors.set(6, authors.get(6).from("west", "llama-2"));
        Corpus corpus = Authors.corpus(authors, QUESTIONS);
        Comparison comparison =
                Comparison.of(Channels.fit(Material.of(corpus), List.of("style-first", "format")), Set.of(7), 3);

        assertThat(held(comparison, "style-first", 2, 4))
                .as(
                        "without the suspect's lab, the candidate's lab and suspects, but with who shares the candidate's base")
                .containsExactly(0, 1, 6, 8, 9, 10, 11, 12, 13);
        assertThat(held(comparison, "style-first", 2, 8)).containsExactly(0, 1, 4, 5, 6, 9, 10, 11, 12, 13);
        assertThat(held(comparison, "style-first", 8, 2)).containsExactly(0, 1, 4, 5, 6, 9, 10, 11, 12, 13);
        assertThat(held(comparison, "style-first", 4, 2)).containsExactly(0, 1, 8, 9, 10, 11, 12, 13);
        assertThat(comparison.score("style-first", 2, 4)).isNotEqualTo(comparison.score("style-first", 4, 2));
        assertThat(comparison.score("format", 2, 4)).isEqualTo(comparison.score("format", 4, 2));
    }

    /** Who is dropped from a background follows from texts: a rewrite must not draw other backgrounds as well. */
    @Test
    void rewrittenTextsAreComparedAgainstTheSameBackgrounds() {
        List<Author> authors = authors();
        authors.set(4, authors.get(4).from("acme", ""));
        authors.set(5, authors.get(5).from("acme", ""));
        Corpus corpus = Authors.corpus(authors, QUESTIONS);
        Corpus changed = Rewrite.TRUNCATED.of(corpus, Set.of(2, 3));
        Comparison plain = Comparison.of(Channels.fit(Material.of(corpus), List.of("function-words")), 3);
        Comparison rewritten = plain.rewritten(Channels.fit(Material.of(changed), List.of("function-words")));
        Comparison anew = Comparison.of(Channels.fit(Material.of(changed), List.of("function-words")), 3);
        int moved = 0;
        for (int i = 0; i < 14; i++) {
            for (int j = i + 1; j < 14; j++) {
                assertThat(held(rewritten, "function-words", i, j)).isEqualTo(held(plain, "function-words", i, j));
                moved += held(anew, "function-words", i, j).equals(held(plain, "function-words", i, j)) ? 0 : 1;
            }
        }
        assertThat(moved).as("pairs that would have another background").isPositive();
        assertThat(rewritten.score("function-words", 2, 8)).isNotEqualTo(plain.score("function-words", 2, 8));
        assertThat(rewritten.corpus()).isSameAs(changed);

        Corpus fewer = Authors.corpus(authors.subList(0, 13), QUESTIONS);
        assertThatThrownBy(() -> plain.rewritten(Channels.fit(Material.of(fewer), List.of("function-words"))))
                .hasMessageContaining("other models");
    }

    private static List<Integer> held(Comparison comparison, String channel, int i, int j) {
        return java.util.stream.IntStream.range(0, 14)
                .filter(comparison.background(channel, i, j)::holds)
                .boxed()
                .toList();
    }

    /** All pairs of one suspect lie on one scale, so that normalising keeps the ranking of its candidates. */
    @Test
    void directedScoresAreCountedInDeviationsOfAllUnrelatedPairs() {
        List<Author> authors = authors();
        authors.set(4, authors.get(4).from("acme", ""));
        authors.set(5, authors.get(5).from("acme", ""));
        Corpus corpus = Authors.corpus(authors, QUESTIONS);
        Comparison comparison = Comparison.of(Channels.fit(Material.of(corpus), List.of("style-first")), Set.of(7), 3);
        double[] sums = new double[3];
        for (int i = 0; i < 14; i++) {
            for (int j = 0; j < 14; j++) {
                boolean acme = (i == 4 || i == 5) && (j == 4 || j == 5);
                if (i != j && i != 7 && j != 7 && !acme) {
                    double weight = (i == 4 || i == 5 ? 0.5 : 1) * (j == 4 || j == 5 ? 0.5 : 1);
                    double score = comparison.score("style-first", i, j).orElseThrow();
                    sums[0] += weight;
                    sums[1] += weight * score;
                    sums[2] += weight * score * score;
                }
            }
        }
        double mean = sums[1] / sums[0];
        double deviation = Math.sqrt(sums[2] / sums[0] - mean * mean);
        for (int j = 0; j < 7; j++) {
            double score = comparison.score("style-first", 7, j).orElseThrow();
            assertThat(comparison.z("style-first", 7, j).orElseThrow())
                    .isEqualTo((score - mean) / deviation, within(1e-9));
        }
    }

    /** The naive form: mean and spread of the scores with the background, a lab's models together counting once. */
    private static double against(Comparison comparison, String channel, int member, int other, double score) {
        double weights = 0;
        double mean = 0;
        for (int pass = 0; pass < 2; pass++) {
            double spread = 0;
            double sum = 0;
            double total = 0;
            for (int r = 0; r < 14; r++) {
                if (r != member
                        && r != other
                        && comparison.background(member, other).holds(r)) {
                    double weight = r == 4 || r == 5 ? 0.5 : 1;
                    double with = comparison.score(channel, member, r).orElseThrow();
                    total += weight;
                    sum += weight * with;
                    spread += weight * (with - mean) * (with - mean);
                }
            }
            if (pass == 1) {
                return (score - mean) / Math.sqrt(spread / weights);
            }
            weights = total;
            mean = sum / total;
        }
        throw new IllegalStateException();
    }

    @Test
    void suspectsAreNobodysBackground() {
        Comparison comparison =
                Comparison.of(Channels.fit(Material.of(corpus()), List.of("content-ngram")), Set.of(0, 7), 3);
        for (int i = 0; i < 14; i++) {
            for (int j = i + 1; j < 14; j++) {
                assertThat(comparison.background(i, j).holds(0)).isFalse();
                assertThat(comparison.background(i, j).holds(7)).isFalse();
            }
        }
    }

    @Test
    void aQuestionWithoutWeightIsAsGoodAsNotAsked() {
        double[] weights = new double[QUESTIONS];
        Arrays.fill(weights, 0, 8, 1);
        // Only channels that learn nothing from the other questions' texts.
        Comparison part =
                Comparison.of(Channels.fit(Material.of(corpus()), List.of("format", "verbatim")), weights, Set.of(), 3);
        Comparison whole = Comparison.of(
                Channels.fit(Material.of(Authors.corpus(authors(), 8)), List.of("format", "verbatim")), 3);
        for (String channel : part.channels()) {
            for (int j = 1; j < 14; j++) {
                assertThat(bits(part.score(channel, 0, j))).isEqualTo(bits(whole.score(channel, 0, j)));
            }
        }
    }

    @Test
    void drawsFollowFromTheSeedAndLieAroundTheScore() {
        Comparison comparison = compared(corpus());
        List<Pair> pairs = List.of(new Pair(0, 1), new Pair(6, 3));
        Resampling one = Resampling.of(comparison, pairs, 60, 1);
        Resampling other = Resampling.of(comparison, pairs, 60, 2);
        int differ = 0;
        double z = comparison.z("content-ngram", 0, 1).orElseThrow();
        int above = 0;
        int below = 0;
        for (int b = 0; b < 60; b++) {
            differ += one.z(b, "format", 1).equals(other.z(b, "format", 1)) ? 0 : 1;
            // A draw may hold under five different questions of ten, which is too little data.
            OptionalDouble drawn = one.z(b, "content-ngram", 0);
            above += drawn.isPresent() && drawn.getAsDouble() > z ? 1 : 0;
            below += drawn.isPresent() && drawn.getAsDouble() < z ? 1 : 0;
        }
        assertThat(differ).isGreaterThan(50);
        assertThat(above + below).as("draws with enough data").isBetween(45, 60);
        assertThat(above).as("draws above the score").isGreaterThan(9);
        assertThat(below).as("draws below the score").isGreaterThan(9);
        assertThat(one.z(0, "no-such-channel", 0)).isEmpty();
        assertThat(one.size()).isEqualTo(60);
    }
}
