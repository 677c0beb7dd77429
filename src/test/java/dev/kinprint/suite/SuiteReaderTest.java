package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteReaderTest {
    private static final String SUITE = """
            # a comment
            suite: harbour
            version: 1.10
            about: Questions about boats.
            groups:
              - category: open
                language: en
                maxTokens: 500
                samples: 3
                why: Free advice shows structure.
                probes:
                  - id: knots
                    ask: Which three knots should a beginner learn?
                  - id: fog
                    why: It has a right order of steps.
                    samples: 5
                    ask: >-
                      Fog comes down while I am a mile off the coast.
                      What do I do first?
              - category: script
                language: pt-BR
                maxTokens: 100
                samples: 1
                why: Every model goes on from the same words.
                probes:
                  - id: tide
                    turns:
                      - user: When is the tide high?
                      - assistant: At six.
                      - user: And tomorrow?
            probes:
              - { id: depth, category: keyed, language: en, maxTokens: 9, samples: 2, why: One number., ask: "6 * 7 fathoms?", answer: 042 }
            """;

    @TempDir
    private Path folder;

    @Test
    void aProbeTakesFromItsGroupWhatItDoesNotSay() {
        Suite suite = read(SUITE);

        assertThat(suite.id()).isEqualTo("harbour");
        assertThat(suite.version()).isEqualTo("1.10");
        assertThat(suite.probes())
                .containsExactly(
                        probe(
                                "knots",
                                Probe.Category.OPEN,
                                "en",
                                "Free advice shows structure.",
                                500,
                                3,
                                Optional.empty(),
                                "Which three knots should a beginner learn?"),
                        probe(
                                "fog",
                                Probe.Category.OPEN,
                                "en",
                                "It has a right order of steps.",
                                500,
                                5,
                                Optional.empty(),
                                "Fog comes down while I am a mile off the coast. What do I do first?"),
                        probe(
                                "tide",
                                Probe.Category.SCRIPT,
                                "pt-BR",
                                "Every model goes on from the same words.",
                                100,
                                1,
                                Optional.empty(),
                                "When is the tide high?",
                                "At six.",
                                "And tomorrow?"),
                        probe(
                                "depth",
                                Probe.Category.KEYED,
                                "en",
                                "One number.",
                                9,
                                2,
                                Optional.of("042"),
                                "6 * 7 fathoms?"));
    }

    @Test
    void theHashDoesNotSeeWhatIsNeitherSentNorJudged() {
        String hash = read(SUITE).hash();

        assertThat(hash).hasSize(64);
        assertThat(read(SUITE.replace("# a comment", "# another")).hash()).isEqualTo(hash);
        assertThat(read(SUITE.replace("\n", "\r\n")).hash()).isEqualTo(hash);
        assertThat(read(SUITE.replace("Free advice", "Advice")).hash()).isEqualTo(hash);
        assertThat(read(SUITE.replace("version: 1.10", "version: 2")).hash()).isEqualTo(hash);
        assertThat(read(SUITE.replace("suite: harbour", "suite: port")).hash()).isEqualTo(hash);
        assertThat(read(SUITE.replace("about: Questions about boats.\n", "")).hash())
                .isEqualTo(hash);
        assertThat(read(SUITE.replace(
                                ">-\n          Fog comes down while I am a mile off the coast.\n          What",
                                "Fog comes down while I am a mile off the coast. What"))
                        .hash())
                .isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: knots | id: knot",
                "category: open | category: creative",
                "language: pt-BR | language: pt",
                "maxTokens: 500 | maxTokens: 501",
                "samples: 5 | samples: 6",
                "beginner learn? | beginner learn",
                "At six. | At seven.",
                "answer: 042 | answer: 42"
            })
    void theHashSeesEverythingThatIsSentOrJudged(String part, String other) {
        assertThat(SUITE).contains(part);
        assertThat(read(SUITE.replace(part, other)).hash())
                .isNotEqualTo(read(SUITE).hash());
    }

    @Test
    void theHashSeesTheOrderOfProbes() {
        Suite suite = read(SUITE);
        List<Probe> turned = new ArrayList<>(suite.probes());
        Collections.reverse(turned);

        assertThat(new Suite("harbour", "1.10", turned).hash()).isNotEqualTo(suite.hash());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "suite: harbour | suites: harbour | 2 | unknown key 'suites' | 'suite'?",
                "version: 1.10 | version: [ 1 ] | 3 | wrong version | one value",
                "category: open | categroy: open | 6 | unknown key 'categroy' in groups[0] | 'category'?",
                "category: open | category: opne | 6 | wrong groups[0].category | 'open'?",
                "language: pt-BR | language: p_t | 21 | wrong groups[1].language | pt-BR",
                "maxTokens: 500 | maxTokens: many | 8 | wrong groups[0].maxTokens | number",
                "samples: 5 | samples: 0 | 16 | wrong groups[0].probes[1].samples | number",
                "id: fog | id: knots | 14 | wrong groups[0].probes[1].id | another id",
                "id: fog | id: f/g | 14 | wrong groups[0].probes[1].id | another id",
                "ask: >- | askk: >- | 17 | unknown key 'askk' in groups[0].probes[1] | 'ask'?",
                "- assistant: At six. | - asistant: At six. | 29 | unknown key 'asistant' | 'assistant'?",
                "- assistant: At six. | - user: At six. | 29 | wrong groups[1].probes[0].turns[1].user | one item a turn",
                "- user: And tomorrow? | # | 27 | wrong groups[1].probes[0].turns | End with a user turn",
                "answer: 042 | turns: [ user: x ] | 32 | wrong probes[0].ask | Keep one",
                "category: keyed, | '' | 32 | missing key 'category' in probes[0] | category",
            })
    void aMistakeIsNamedWithItsLine(String part, String other, int line, String what, String next) {
        assertThat(SUITE).contains(part);
        OperatorError error = catchThrowableOfType(OperatorError.class, () -> read(SUITE.replace(part, other)));

        assertThat(error).isNotNull();
        assertThat(error.what()).startsWith(what);
        assertThat(error.where()).isEqualTo(folder.resolve("suite.yaml") + ":" + line);
        assertThat(error.next()).containsIgnoringCase(next);
    }

    @Test
    void jsonIsReadAsStrictlyAsAFileAndKeepsEverySpace() throws JsonFault {
        Suite spaced = new Suite(
                "s",
                "1",
                List.of(probe("a", Probe.Category.IMPORTED, "und", "It came so.", 1, 1, Optional.empty(), " a\n\n")));

        assertThat(Suite.fromJson(Json.parse(spaced.toJson().canonical()))).isEqualTo(spaced);
        assertThatThrownBy(() -> Suite.fromJson(Json.object("suite", "s")))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("missing key 'version'");
        assertThatThrownBy(() -> Suite.fromJson(Json.of("s"))).isInstanceOf(JsonFault.class);
    }

    @Test
    void joinedSuitesKeepEveryProbeAndRefuseAnIdOfBoth() {
        Suite harbour = read(SUITE);
        Suite quick = Suites.builtin("quick");

        Suite both = Suites.join(List.of(quick, harbour));

        assertThat(both.id()).isEqualTo("quick.harbour");
        assertThat(both.version()).isEqualTo("quick@1+harbour@1.10");
        assertThat(both.probes()).hasSize(28).endsWith(harbour.probes().toArray(Probe[]::new));
        assertThat(Suites.join(List.of(harbour))).isSameAs(harbour);
        assertThat(catchThrowableOfType(OperatorError.class, () -> Suites.join(List.of(harbour, harbour)))
                        .what())
                .isEqualTo("probe id 'knots' stands twice");
    }

    @Test
    void theExampleOfTheDocumentationIsASuite() throws IOException {
        String text;
        try (InputStream in = Objects.requireNonNull(Suite.class.getResourceAsStream("prompts/README.md"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String example = text.substring(text.indexOf("```yaml\n") + 8, text.indexOf("\n```\n"));

        assertThat(read(example).probes()).extracting(Probe::id).containsExactly("harbour-knots", "harbour-fog");
        for (Probe.Category category : Probe.Category.values()) {
            assertThat(text).contains("- `" + Fields.word(category) + "`: ");
        }
        for (String name : Suites.names()) {
            assertThat(text)
                    .contains("| `" + name + "` | "
                            + Suites.builtin(name).probes().size() + " |");
        }
    }

    private Suite read(String yaml) {
        try {
            return Suites.read(Files.writeString(folder.resolve("suite.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Probe probe(
            String id,
            Probe.Category category,
            String language,
            String why,
            int maxTokens,
            int samples,
            Optional<String> answer,
            String... turns) {
        List<Turn> script = new ArrayList<>();
        for (String turn : turns) {
            script.add(new Turn(script.size() % 2 == 0 ? Turn.Speaker.USER : Turn.Speaker.ASSISTANT, turn));
        }
        return new Probe(id, category, language, why, script, maxTokens, samples, answer);
    }
}
