package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EchoTest {
    private static final int PLACES = 6;

    /** Closeness by chance, plus an echo of the logged answer for the given model and accounts. */
    private static List<Nearness> probes(long seed, double drift, Map<String, Double> echoOfAccount) {
        Draws draws = new Draws(seed, 3);
        List<Nearness> probes = new ArrayList<>();
        for (int account = 0; account < 20; account++) {
            for (int probe = 0; probe < 6; probe++) {
                Map<String, List<Double>> models = new TreeMap<>();
                for (String model : List.of("suspect", "b1", "b2", "b3")) {
                    List<Double> places = new ArrayList<>();
                    for (int place = 0; place < PLACES; place++) {
                        double echo = place == 0 && model.equals("suspect")
                                ? drift + echoOfAccount.getOrDefault("a" + account, 0.0)
                                : 0;
                        places.add(0.3 + 0.05 * draws.normal() + 0.05 * echo);
                    }
                    models.put(model, places);
                }
                probes.add(new Nearness(
                        "p" + account + "-" + probe,
                        account < 10 ? Side.SUSPECTED : Side.CONTROL,
                        "a" + account,
                        Map.of(Channel.WORDING, models)));
            }
        }
        return probes;
    }

    private static Echo echo(List<Nearness> probes) {
        return Echo.of(probes, "suspect", List.of("b1", "b2", "b3"), 7);
    }

    @Test
    void accountsThatAreEchoedAreListedAndOthersAreNot() {
        Echo echo = echo(probes(1, 0, Map.of("a2", 2.5, "a5", 2.5)));

        assertThat(echo.accounts().stream().filter(GroupEcho::listed).map(GroupEcho::name))
                .containsExactly("a2", "a5");
        assertThat(echo.p()).isLessThan(0.01);
        assertThat(echo.side(Side.SUSPECTED).value())
                .isGreaterThan(echo.side(Side.CONTROL).value());
    }

    @Test
    void withoutAnEchoPValuesAreNotSmallerThanTheyShouldBe() {
        List<Double> ps = new ArrayList<>();
        for (int seed = 0; seed < 25; seed++) {
            Echo echo = echo(probes(100 + seed, 0, Map.of()));
            echo.accounts().forEach(account -> ps.add(account.p()));
        }

        // Somewhat fewer than one in ten, since what the controls have by chance is taken off and never added.
        assertThat(ps.stream().filter(p -> p <= 0.1).count() / (double) ps.size())
                .isBetween(0.03, 0.12);
        assertThat(ps).allMatch(p -> p >= 1 / 20_001.0 && p <= 1);
    }

    @Test
    void aChangedProviderShiftsTheControlsAsWellAndListsNobody() {
        Echo echo = echo(probes(5, 2, Map.of()));

        assertThat(echo.side(Side.CONTROL).value()).isGreaterThan(0.5);
        assertThat(echo.shift()).isGreaterThan(1);
        assertThat(echo.accounts()).noneMatch(GroupEcho::listed);
        assertThat(echo.p()).isGreaterThan(0.01);
    }

    @Test
    void aProbeThatTheModelDidNotAnswerSaysNothing() {
        List<Nearness> probes = new ArrayList<>(probes(1, 0, Map.of()));
        probes.add(
                new Nearness("q", Side.SUSPECTED, "a1", Map.of(Channel.WORDING, Map.of("b1", List.of(1.0, 0.0, 0.0)))));

        assertThat(echo(probes).probes(Side.SUSPECTED)).isEqualTo(60);
    }

    @Test
    void whatEveryAnswerHoldsCountsForLittleAndWhatOneAloneHoldsForMuch() {
        Wording wording = new Wording(List.of(
                "start with the purple lantern recipe today",
                "start with the plain old recipe today",
                "start with the plain new recipe today"));

        assertThat(wording.closeness("the purple lantern")).satisfies(closeness -> {
            assertThat(closeness.get(0)).isGreaterThan(2 * closeness.get(1));
            assertThat(closeness.get(1)).isCloseTo(closeness.get(2), within(1e-9));
        });
        assertThat(wording.closeness("")).containsOnly(0.0);
    }

    @Test
    void aRatioGoesNoFurtherThanItsClusters() {
        List<EchoCalibration.Example> examples = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            examples.add(new EchoCalibration.Example(10 + i, true, "w" + i % 3));
            examples.add(new EchoCalibration.Example(0.1 * (i - 6), false, "n" + i % 9));
        }
        EchoCalibration calibration = EchoCalibration.fit(examples, 50);

        assertThat(calibration.ratio(500)).isEqualTo(10);
        assertThat(calibration.ratio(-50)).isEqualTo(0.25);
        assertThat(calibration.ratio(2)).isLessThan(calibration.ratio(4));
        assertThat(EchoCalibration.builtin().ratio(100))
                .isGreaterThan(EchoCalibration.builtin().ratio(0));
    }
}
