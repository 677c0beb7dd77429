package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void answersAndNotesGoApartAndAreMadeVisible() {
        Screen screen = Screen.log();
        screen.console().answer("verdict \u001b[2J\u202e");
        screen.console().note("note \u0007");
        assertThat(screen.answers()).isEqualTo("verdict \\u{1b}[2J\\u{202e}" + System.lineSeparator());
        assertThat(screen.notes()).isEqualTo("note \\u{7}" + System.lineSeparator());
    }

    @Test
    void quietKeepsNotesAndProgressAwayButNotProblemsAndAnswers() {
        Screen screen = Screen.log();
        screen.console().quiet();
        screen.console().note("a note");
        try (ProgressLine line = screen.console().progress("Work")) {
            line.at(1, 2, "");
        }
        screen.console().problem("a problem");
        screen.console().answer("an answer");
        assertThat(screen.notes()).isEqualTo("a problem" + System.lineSeparator());
        assertThat(screen.answers()).isEqualTo("an answer" + System.lineSeparator());
    }

    @Test
    void withoutATerminalProgressIsALineEveryFewSecondsAndOneAtTheEnd() {
        List<String> lines = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        try (PlainProgress progress = new PlainProgress("Collecting", lines::add, clock::get)) {
            for (int second = 0; second <= 12; second++) {
                clock.set(Duration.ofSeconds(second).toNanos());
                progress.at(second * 100L, 1_200, "ok " + second);
            }
        }
        assertThat(lines)
                .containsExactly(
                        "Collecting: 500 of 1,200, 100.0 a second, 7 s left  ok 5",
                        "Collecting: 1,000 of 1,200, 100.0 a second, 2 s left  ok 10",
                        "Collecting: 1,200 of 1,200  ok 12 (12.0 s)");
    }

    @Test
    void whatWasThereBeforeCountsForNoRate() {
        List<String> lines = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        PlainProgress progress = new PlainProgress("Collecting", lines::add, clock::get);
        progress.at(1_000, 1_210, "");
        clock.set(Duration.ofSeconds(20).toNanos());
        progress.at(1_010, 1_210, "waiting");
        assertThat(lines).containsExactly("Collecting: 1,010 of 1,210, 30.0 a minute, 7 min left  waiting");
    }

    @Test
    void inALogThereIsNoControlCharacter() {
        Screen screen = Screen.log();
        try (ProgressLine line = screen.console().progress("Work")) {
            line.at(1, 2, "half \u001b[A");
        }
        assertThat(screen.notes()).contains("Work: 1 of 2  half \\u{1b}[A").doesNotContain("\r", "\u001b");
    }

    @Test
    void onATerminalTheBarStaysOnOneLineAndGivesWayToNotes() {
        Screen screen = new Screen(Charset.forName("US-ASCII"), true, "");
        try (ProgressLine line = screen.console().progress("Work")) {
            line.at(1, 4, "one done");
            screen.console().note("a note in between");
            line.at(4, 4, "all done");
        }
        screen.console().note("afterwards");
        String[] rows = screen.notes().split(System.lineSeparator());
        assertThat(rows).hasSize(3);
        assertThat(rows[0]).startsWith("\r").endsWith("\ra note in between");
        assertThat(rows[1]).contains("Work 100%", "4/4", "all done").doesNotContain("\u001b");
        assertThat(rows[1].split("\r"))
                .allSatisfy(row -> assertThat(row.length()).isLessThanOrEqualTo(79));
        assertThat(rows[2]).isEqualTo("afterwards");
    }

    @Test
    void onlyAYesIsAYes() {
        assertThat(new Screen(StandardCharsets.UTF_8, true, "y\n").console().agreed("Go?"))
                .isTrue();
        assertThat(new Screen(StandardCharsets.UTF_8, true, "Yes\n").console().agreed("Go?"))
                .isTrue();
        assertThat(new Screen(StandardCharsets.UTF_8, true, "\n").console().agreed("Go?"))
                .isFalse();
        assertThat(new Screen(StandardCharsets.UTF_8, true, "").console().agreed("Go?"))
                .isFalse();
    }
}
