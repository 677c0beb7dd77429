package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.channel.Authors;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.compare.Comparison;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weighs a third made-up world with a calibration on two others. */
class WeigherTest {
    private static final Calibrations FITTED = Lineages.fitted(List.of(10, 16));
    private static final Lineages WORLD = Lineages.of(3);
    private static final List<Integer> SUSPECTS = IntStream.of(
                    WORLD.at("wrapper-s00"), WORLD.at("derived-s01"), WORLD.at("student-s02"), WORLD.at("s25"))
            .boxed()
            .toList();
    private static final Comparison COMPARISON = Comparison.of(WORLD.profiles(), Set.copyOf(SUSPECTS), 5);
    private static final List<Pair> PAIRS = pairs();

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int suspect : SUSPECTS) {
            for (String candidate : List.of("s00", "s01", "s02")) {
                pairs.add(new Pair(suspect, WORLD.at(candidate)));
            }
        }
        return pairs;
    }

    private static List<Integer> panel(Comparison comparison, List<Integer> suspects) {
        return IntStream.range(0, comparison.corpus().members().size())
                .filter(m -> !suspects.contains(m))
                .boxed()
                .toList();
    }

    private static Weighing weigh(int draws) {
        return FITTED.weigh(COMPARISON, PAIRS, panel(COMPARISON, SUSPECTS), draws, 11);
    }

    private static Evidence find(Weighing weighing, String suspect, String candidate, Relation relation) {
        return weighing.evidence().stream()
                .filter(one -> one.suspect().equals(suspect)
                        && one.candidate().equals(candidate)
                        && one.relation() == relation)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void relationsOfAWorldThatNoFitHasSeenAreFound() {
        Weighing weighing = weigh(100);

        assertThat(weighing.evidence()).hasSize(PAIRS.size() * 3);
        assertThat(weighing.transfer().values()).allSatisfy(check -> {
            assertThat(check.problem()).isEmpty();
            assertThat(check.pairs()).isGreaterThan(200);
        });
        assertThat(ratio(weighing, "wrapper-s00", "s00", Relation.S)).as("same").isGreaterThan(0.8);
        assertThat(ratio(weighing, "derived-s01", "s01", Relation.D))
                .as("derived")
                .isGreaterThan(0.5);
        assertThat(ratio(weighing, "student-s02", "s02", Relation.T))
                .as("distilled")
                .isGreaterThan(0.5);
        assertThat(find(weighing, "student-s02", "s02", Relation.T).rank()).isEqualTo(1);
        for (String candidate : List.of("s00", "s01", "s02")) {
            for (Relation relation : Relation.values()) {
                assertThat(ratio(weighing, "s25", candidate, relation))
                        .as("unrelated to %s, %s", candidate, relation)
                        .isLessThan(1);
            }
        }
    }

    private static double ratio(Weighing weighing, String suspect, String candidate, Relation relation) {
        return find(weighing, suspect, candidate, relation)
                .logLr()
                .orElseThrow()
                .value();
    }

    @Test
    void whatIsPrintedLiesWithinTheBoundsAndTheInterval() {
        Weighing weighing = weigh(60);
        for (Evidence one : weighing.evidence()) {
            if (one.logLr().isEmpty()) {
                assertThat(one.relation()).isEqualTo(Relation.T);
                assertThat(one.why().orElseThrow()).startsWith("both declare one base");
                continue;
            }
            LogLr lr = one.logLr().orElseThrow();
            Fit fit = java.util.Objects.requireNonNull(weighing.fits().get(one.relation()));
            assertThat(lr.low()).isBetween(fit.lower(), lr.value());
            assertThat(lr.high()).isBetween(lr.value(), fit.upper());
            assertThat(one.questions()).isEqualTo(Lineages.QUESTIONS);
            assertThat(one.rank()).isBetween(1, 3);
            assertThat(one.labs()).isGreaterThan(Weigher.LEAST_LABS);
        }
        assertThat(weighing.evidence().stream()
                        .flatMap(one -> one.logLr().stream())
                        .filter(lr -> lr.high() > lr.low()))
                .as("intervals of more than a point")
                .hasSizeGreaterThan(weighing.evidence().size() / 4);
    }

    @Test
    void theSameSeedWeighsTheSame() {
        Weighing one = weigh(20);
        Weighing again = weigh(20);
        assertThat(again.evidence()).isEqualTo(one.evidence());
        assertThat(again.fits()).isEqualTo(one.fits());
        assertThat(again.transfer()).isEqualTo(one.transfer());
        assertThat(again.sameRatherThanDerived()).isEqualTo(one.sameRatherThanDerived());
    }

    @Test
    void aRulerHoldsEveryOtherModelAndTheRatioBeforeBounds() {
        Weighing weighing = weigh(20);
        Evidence evidence = find(weighing, "derived-s01", "s01", Relation.D);
        Scale scale = weighing.rulers().scale(evidence);

        assertThat(scale.unbounded())
                .isEqualTo(weighing.rulers().unbounded(evidence))
                .isGreaterThanOrEqualTo(evidence.logLr().orElseThrow().value());
        assertThat(scale.marks())
                .hasSize(COMPARISON.corpus().members().size() - 2)
                .noneMatch(mark -> Set.of("derived-s01", "s01").contains(mark.member()));
        assertThat(scale.marks().stream().filter(mark -> mark.log10() > scale.unbounded()))
                .as("models that are more like s01 than the one derived from it")
                .isEmpty();
        assertThat(weighing.rulers().scale(find(weighing, "wrapper-s00", "s00", Relation.T)))
                .as("one base: no ratio to set on the ruler")
                .satisfies(beside -> assertThat(beside.unbounded()).isEqualTo(0));
    }

    @Test
    void ofManyPairsThoseThatStandOutGetAllDraws() {
        List<Pair> many = new ArrayList<>();
        for (int suspect = 0; many.size() <= Weighing.MANY_PAIRS; suspect++) {
            for (int m = 0; m < COMPARISON.corpus().members().size(); m++) {
                if (m != suspect) {
                    many.add(new Pair(suspect, m));
                }
            }
        }
        int all = Weighing.FEW_DRAWS + 20;
        Weighing weighing = FITTED.weigh(COMPARISON, many, panel(COMPARISON, SUSPECTS), all, 11);
        assertThat(weighing.manyPairs()).isTrue();

        List<Pair> first = new ArrayList<>();
        List<Pair> plain = new ArrayList<>();
        for (int k = 0; k < many.size(); k++) {
            List<Evidence> relations = weighing.evidence().subList(3 * k, 3 * k + 3);
            boolean standsOut = relations.stream()
                    .anyMatch(one -> one.rank() == 1 || weighing.rulers().unbounded(one) >= 1);
            (standsOut ? first : plain).add(many.get(k));
        }
        assertThat(first).hasSizeBetween(many.size() / 60, many.size() / 5);
        for (List<Pair> group : List.of(first.subList(0, 10), plain.subList(0, 10))) {
            Weighing alone = FITTED.weigh(
                    COMPARISON,
                    group,
                    panel(COMPARISON, SUSPECTS),
                    group.get(0).equals(first.get(0)) ? all : Weighing.FEW_DRAWS,
                    11);
            assertThat(alone.manyPairs()).isFalse();
            for (Evidence one : alone.evidence()) {
                assertThat(find(weighing, one.suspect(), one.candidate(), one.relation())
                                .logLr())
                        .as("%s and %s, %s", one.suspect(), one.candidate(), one.relation())
                        .isEqualTo(one.logLr());
            }
        }
    }

    /** Permuted names: the evidence follows the texts. */
    @Test
    void evidenceFollowsTheTextsAndNotTheNames() {
        Corpus.Builder builder = new Corpus.Builder();
        Corpus corpus = WORLD.corpus();
        int members = corpus.members().size();
        List<String> names = Authors.names(members);
        List<Integer> places =
                IntStream.range(0, members).map(m -> (m + 17) % members).boxed().toList();
        for (int m = 0; m < members; m++) {
            String base = corpus.members().get(m).origin().base().orElseThrow();
            Optional<String> renamed = corpus.position(base).map(at -> names.get(places.get(at)));
            builder.member(new dev.kinprint.corpus.Member(
                    names.get(places.get(m)),
                    new dev.kinprint.suite.Origin(
                            corpus.members().get(m).origin().lab(),
                            renamed.or(() -> Optional.of(base)),
                            Optional.empty(),
                            Optional.empty())));
            for (int q = 0; q < Lineages.QUESTIONS; q++) {
                builder.question(Authors.question(q))
                        .text(
                                names.get(places.get(m)),
                                Authors.question(q).id(),
                                0,
                                corpus.texts(m, q).get(0));
            }
        }
        Corpus other = builder.build();
        int suspect =
                other.position(names.get(places.get(WORLD.at("wrapper-s00")))).orElseThrow();
        int candidate = other.position(names.get(places.get(WORLD.at("s00")))).orElseThrow();
        Comparison comparison = Comparison.of(Channels.fit(Material.of(other), Lineages.CHANNELS), Set.of(suspect), 5);

        Weighing weighing = FITTED.weigh(
                comparison, List.of(new Pair(suspect, candidate)), panel(comparison, List.of(suspect)), 20, 11);

        assertThat(weighing.evidence().get(0).logLr().orElseThrow().value()).isGreaterThan(0.8);
    }

    @Test
    void aBackgroundOfFewLabsGetsRanksAlone() {
        Corpus small = part(WORLD, 9);
        int suspect = small.position("s00").orElseThrow();
        Comparison comparison = Comparison.of(Channels.fit(Material.of(small), Lineages.CHANNELS), Set.of(suspect), 5);
        List<Pair> pairs = List.of(new Pair(suspect, (suspect + 1) % 9), new Pair(suspect, (suspect + 2) % 9));

        Weighing weighing = FITTED.weigh(comparison, pairs, panel(comparison, List.of(suspect)), 20, 11);

        assertThat(weighing.evidence()).allSatisfy(one -> {
            assertThat(one.logLr()).isEmpty();
            assertThat(one.why().orElseThrow()).contains("labs, of at least 10");
            assertThat(one.rank()).isBetween(1, 2);
        });
    }

    private static Corpus part(Lineages world, int members) {
        List<Integer> kept = IntStream.range(0, members)
                .map(i -> world.at(String.format(java.util.Locale.ROOT, "s%02d", i)))
                .boxed()
                .toList();
        return world.corpus()
                .restrict(kept, IntStream.range(0, Lineages.QUESTIONS).boxed().toList());
    }

    @Test
    void fewerQuestionsThanTheCalibrationKnowsGetNoRatio() {
        Corpus short7 = WORLD.corpus()
                .restrict(
                        IntStream.range(0, WORLD.corpus().members().size())
                                .boxed()
                                .toList(),
                        IntStream.range(0, 7).boxed().toList());
        Comparison comparison =
                Comparison.of(Channels.fit(Material.of(short7), Lineages.CHANNELS), Set.copyOf(SUSPECTS), 5);

        Weighing weighing = FITTED.weigh(comparison, PAIRS, panel(comparison, SUSPECTS), 20, 11);

        assertThat(weighing.evidence()).allSatisfy(one -> assertThat(one.why().orElseThrow())
                .contains("the calibration starts at 10 questions, and only 7"));
    }

    /** Fitted on a world where unrelated pairs lie far lower, it takes the unrelated pairs of this one for the same. */
    @Test
    void aCorpusOnWhichTheCalibrationMisbehavesGetsNoRatio() {
        List<LabelledPair> examples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            for (int j = i + 1; j < 40; j++) {
                boolean same = i / 2 == j / 2;
                double z = same ? 1 + i * 0.01 : -5 - j * 0.01;
                examples.add(new LabelledPair(
                        i,
                        j,
                        same ? LabelledPair.Kind.SAME : LabelledPair.Kind.UNRELATED,
                        new TreeMap<>(Map.of("content-ngram", z, "openings", z, "closings", z))));
            }
        }
        Calibration strange = new Calibration(
                FITTED.source(),
                IntStream.range(0, 40)
                        .mapToObj(m -> new Calibration.KnownModel("x" + m, m / 2, new Sketch(List.of())))
                        .toList(),
                List.of(new Calibration.Level(10, examples)));

        Weighing weighing = new Weigher(strange, COMPARISON, PAIRS, panel(COMPARISON, SUSPECTS), 20, 11).weigh();

        Transfer check = java.util.Objects.requireNonNull(weighing.transfer().get(Relation.S));
        assertThat(check.tenOrMore()).isGreaterThan(check.pairs() / 10);
        assertThat(check.problem().orElseThrow()).contains("the calibration does not fit this corpus");
        assertThat(find(weighing, "wrapper-s00", "s00", Relation.S).logLr()).isEmpty();
        assertThat(find(weighing, "wrapper-s00", "s00", Relation.S).rank()).isEqualTo(1);
    }

    @Test
    void aPanelTooSmallToCheckTheCalibrationOnGetsNoRatio() {
        Weighing weighing = FITTED.weigh(COMPARISON, PAIRS, List.of(0, 5, 9, 12), 20, 11);

        assertThat(weighing.evidence()).allSatisfy(one -> assertThat(one.why().orElseThrow())
                .contains("unrelated pairs of background models are there to check"));
    }

    @Test
    void aModelOfTheCalibrationIsNotJudgedByItself() {
        Lineages known = Lineages.of(1);
        int suspect = known.at("wrapper-s00");
        Comparison comparison = Comparison.of(known.profiles(), Set.of(suspect), 5);

        Weighing weighing = FITTED.weigh(
                comparison, List.of(new Pair(suspect, known.at("s00"))), panel(comparison, List.of(suspect)), 20, 11);
        Weighing strange = weigh(20);

        // Both worlds of the calibration hold a model of this name, but only one of them holds these answers.
        assertThat(weighing.leftOut()).isEqualTo(1);
        assertThat(weighing.fits().entrySet().stream()
                        .filter(fit -> fit.getKey() == Relation.S)
                        .map(fit -> fit.getValue().clusters()))
                .as("nine wrappers in each of two worlds, but for the one in question")
                .containsExactly(17);
        assertThat(strange.leftOut())
                .as("models of another world under the same names")
                .isZero();
    }

    @Test
    void aMissingChannelOfOnePairIsItsOwnReason() {
        Corpus.Builder builder = new Corpus.Builder();
        Corpus corpus = WORLD.corpus();
        int silent = WORLD.at("s25");
        for (int m = 0; m < corpus.members().size(); m++) {
            builder.member(corpus.members().get(m));
            for (int q = 0; q < Lineages.QUESTIONS; q++) {
                builder.question(corpus.questions().get(q));
                if (m != silent || q < 3) {
                    builder.text(
                            corpus.members().get(m).id(),
                            corpus.questions().get(q).id(),
                            0,
                            corpus.texts(m, q).get(0));
                }
            }
        }
        Comparison comparison =
                Comparison.of(Channels.fit(Material.of(builder.build()), Lineages.CHANNELS), Set.copyOf(SUSPECTS), 5);
        List<Pair> pairs = List.of(
                new Pair(WORLD.at("wrapper-s00"), WORLD.at("s00")),
                new Pair(WORLD.at("wrapper-s00"), WORLD.at("s01")),
                new Pair(silent, WORLD.at("s00")));

        Weighing weighing = FITTED.weigh(comparison, pairs, panel(comparison, SUSPECTS), 20, 11);

        assertThat(find(weighing, "wrapper-s00", "s00", Relation.S).logLr()).isPresent();
        assertThat(find(weighing, "s25", "s00", Relation.S).why().orElseThrow()).contains("too little data");
        assertThat(find(weighing, "s25", "s00", Relation.S).questions()).isEqualTo(3);
    }
}
