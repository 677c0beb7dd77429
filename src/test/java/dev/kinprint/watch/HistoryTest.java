package dev.kinprint.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.stats.Draws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final int QUESTIONS = 24;

    @TempDir
    private Path folder;

    /** A night's answers: words of a model's own at random, of which a share belongs to another model. */
    private static SortedMap<String, List<String>> night(int world, int night, int samples, double foreign) {
        SortedMap<String, List<String>> answers = new TreeMap<>();
        for (int q = 0; q < QUESTIONS; q++) {
            List<String> texts = new ArrayList<>();
            for (int s = 0; s < samples; s++) {
                Draws random = new Draws(world * 10_000L + night * 100L + q, s);
                StringBuilder text = new StringBuilder();
                for (int w = 0; w < 25; w++) {
                    text.append(random.uniform() < foreign ? "elm" : "oak")
                            .append((int) (random.uniform() * 15))
                            .append(' ');
                }
                texts.add(text.toString().strip());
            }
            answers.put("q" + (100 + q), texts);
        }
        return answers;
    }

    private static History nights(int world, int nights, int changeAt, double foreign) {
        History history = History.begin("m").after("night 0", night(world, 0, 3, 0));
        for (int night = 1; night <= nights; night++) {
            history = history.after("night " + night, night(world, night, 1, night >= changeAt ? foreign : 0));
        }
        return history;
    }

    @Test
    void anEndpointThatStaysTheSameRaisesNoAlarm() {
        int alarms = 0;
        double sum = 0;
        int worlds = 40;
        for (int world = 0; world < worlds; world++) {
            History history = nights(world, 10, 99, 0);
            alarms += history.evidence(0).pValue() <= 0.05 ? 1 : 0;
            sum += history.scores().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
        }
        assertThat(alarms).as("of 40 worlds, at 5 % and without tolerance").isLessThanOrEqualTo(4);
        assertThat(sum / worlds).isBetween(0.48, 0.52);
    }

    @Test
    void anotherModelIsNoticedInTheFirstNight() {
        for (int world = 0; world < 10; world++) {
            History before = nights(world, 8, 99, 0);
            assertThat(before.evidence(0.05).pValue() <= 0.01).isFalse();
            History after = before.after("swap", night(world, 50, 2, 1));
            assertThat(after.evidence(0.05).pValue() <= 0.01)
                    .as("world " + world)
                    .isTrue();
        }
    }

    @Test
    void aSmallChangeIsNoticedAfterAFewNightsAndAToleranceForgivesIt() {
        History history = nights(7, 12, 3, 0.15);
        assertThat(history.evidence(0).pValue() <= 0.01).isTrue();
        assertThat(history.evidence(0.3).pValue() <= 0.01).isFalse();
    }

    @Test
    void equalAnswersAreNeverStrange() {
        SortedMap<String, List<String>> same = new TreeMap<>();
        for (int q = 0; q < QUESTIONS; q++) {
            same.put("q" + q, List.of("always the same"));
        }
        History history = History.begin("m");
        for (int night = 0; night < 12; night++) {
            history = history.after("night " + night, same);
        }
        assertThat(history.scores()).hasSize(QUESTIONS * 10);
        assertThat(history.evidence(0).pValue() <= 0.01).isFalse();
    }

    @Test
    void theFirstTwoAnswersToAQuestionAreOnlyKept() {
        History one = History.begin("m").after("a", night(1, 0, 2, 0));
        assertThat(one.scores()).isEmpty();
        assertThat(one.after("b", night(1, 1, 1, 0)).scores()).hasSize(QUESTIONS);
        assertThatThrownBy(() -> one.after("a", night(1, 1, 1, 0))).hasMessageContaining("already");
        assertThatThrownBy(() -> one.evidence(0.5)).hasMessageContaining("tolerance");
    }

    @Test
    void theFileHoldsNoTextAndGivesTheSameHistory() throws IOException {
        History history = nights(1, 3, 99, 0);
        Path file = folder.resolve("sub").resolve("m.history.json");
        HistoryFile.write(history, file);
        assertThat(Files.readString(file)).doesNotContain("oak", "elm");
        assertThat(HistoryFile.read(file)).contains(history);
        assertThat(HistoryFile.read(folder.resolve("none.json"))).isEmpty();
        assertThat(folder.resolve("sub"))
                .isDirectoryContaining("glob:**.json")
                .isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void whatIsNoHistoryIsRefused() throws IOException {
        Path file = folder.resolve("h.json");
        for (String text : List.of(
                "{}",
                "{\"schema\":\"kinprint.history/1\"}",
                "{\"schema\":\"kinprint.history/1\",\"model\":\"m\",\"scores\":[2]}",
                "{\"schema\":\"kinprint.history/1\",\"model\":\"m\",\"answers\":{\"q\":[\"AA==\"]}}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> HistoryFile.read(file)).as(text).isInstanceOf(OperatorError.class);
        }
    }
}
