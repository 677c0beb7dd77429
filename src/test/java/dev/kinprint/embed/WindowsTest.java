package dev.kinprint.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.embed.Windows.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
    @Test
    void aShortTextIsOneWindow() {
        assertThat(Windows.over(0)).containsExactly(new Window(0, 0));
        assertThat(Windows.over(1)).containsExactly(new Window(0, 1));
        assertThat(Windows.over(254)).containsExactly(new Window(0, 254));
    }

    @Test
    void longerTextsAreCutWithAnOverlap() {
        assertThat(Windows.over(255)).containsExactly(new Window(0, 254), new Window(222, 255));
        assertThat(Windows.over(500)).containsExactly(new Window(0, 254), new Window(222, 476), new Window(444, 500));
    }

    @Test
    void noTokenBeforeTheLimitIsLeftOutAndNoneAfterItIsRead() {
        for (int tokens = 1; tokens < 3000; tokens++) {
            List<Window> windows = Windows.over(tokens);
            int reached = 0;
            for (Window window : windows) {
                assertThat(window.from()).isLessThanOrEqualTo(reached);
                assertThat(window.to()).isGreaterThan(reached);
                assertThat(window.to() - window.from()).isLessThanOrEqualTo(254);
                reached = window.to();
            }
            assertThat(reached).isEqualTo(Math.min(tokens, 1364));
        }
    }
}
