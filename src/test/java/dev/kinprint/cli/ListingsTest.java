package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.channel.Channels;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingsTest {
    @TempDir
    private Path folder;

    @Test
    void probesListsEverySuiteWithVersionHashAndCategories() {
        Screen screen = Screen.log();
        assertThat(screen.run("probes")).isZero();
        Suites.names().forEach(name -> assertThat(screen.answers())
                .contains(name + "@" + Suites.builtin(name).version())
                .contains(Suites.builtin(name).hash().substring(0, 12)));
        assertThat(screen.answers()).contains("sameness 40");
    }

    @Test
    void probesShowsOneSuiteWhole() {
        Screen screen = Screen.log();
        assertThat(screen.run("probes", "quick")).isZero();
        Suites.builtin("quick").probes().forEach(probe -> assertThat(screen.answers())
                .contains(probe.id()));
    }

    @Test
    void probesLintsAFileAndShowsHostileWordsAsTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                suite: mine
                version: 1
                about: For a test.
                groups:
                  - category: keyed
                    language: en
                    maxTokens: 20
                    samples: 1
                    why: "A key \\u202e that is missing."
                    probes:
                      - id: k1
                        ask: "How much is 17 times 23? ::error::"
                """);
        Screen screen = Screen.log();
        assertThat(screen.run("probes", file.toString())).isZero();
        assertThat(screen.answers())
                .contains("! mine/k1: A keyed probe needs an 'answer'.", "\\u{202e}")
                .doesNotContain("\u202e");
    }

    @Test
    void aSuiteThatIsNowhereIsAUsageErrorWithTheNearestName() {
        Screen screen = Screen.log();
        assertThat(screen.run("probes", "quikc")).isEqualTo(Exit.USAGE);
        assertThat(screen.notes()).contains("Did you mean 'quick'?");
        assertThat(screen.run("probes", "no/such.yaml")).isEqualTo(Exit.USAGE);
    }

    @Test
    void channelsSayWhatTheyCompareAndWhatTheyCannotTell() {
        Screen screen = Screen.log();
        assertThat(screen.run("channels")).isZero();
        Channels.all().forEach(channel -> assertThat(screen.answers())
                .contains(channel.id(), channel.title(), channel.unit(), channel.limits()));
    }

    @Test
    void providersNameTheVariableOfTheKey() {
        Screen screen = Screen.log();
        assertThat(screen.run("providers")).isZero();
        for (Profile profile : Profiles.all()) {
            assertThat(screen.answers())
                    .contains(profile.id() + "  ", profile.date().toString());
            profile.key().ifPresent(rule -> assertThat(screen.answers()).contains(rule.env()));
        }
    }
}
