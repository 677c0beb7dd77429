package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltinSuitesTest {
    /** Raise the version of a suite with every change of a probe, and write the new hash beside it. */
    @ParameterizedTest
    @CsvSource({
        "core, 1, c8f3ee1d19299c6c9fa4df3d086b338e0e2e0f68cf6485eea1995883de678b99",
        "quick, 1, ab130f00b48f4a22a74e43a61cb22cbdcefc315fede425fcd393fe0a1646394e",
        "sameness, 1, bebe0563a6a2e22d1334ed8f5cf09a961b80cbe7676db6a75287e72f111d3dca",
    })
    void haveTheHashThatBelongsToTheirVersion(String name, String version, String hash) {
        Suite suite = Suites.builtin(name);

        assertThat(suite.id()).isEqualTo(name);
        assertThat(suite.version() + " " + suite.hash()).isEqualTo(version + " " + hash);
    }

    @Test
    void areNamed() {
        assertThat(Suites.names()).containsExactly("core", "quick", "sameness");
    }

    @Test
    void coreHasSoManyOfEachKind() {
        assertThat(counts("core"))
                .isEqualTo(Map.of(
                        Probe.Category.OPEN, 60,
                        Probe.Category.CREATIVE, 20,
                        Probe.Category.CHOICE, 15,
                        Probe.Category.CONTESTED, 25,
                        Probe.Category.REASONING, 15,
                        Probe.Category.KEYED, 20,
                        Probe.Category.SCRIPT, 10,
                        Probe.Category.IDENTITY, 8,
                        Probe.Category.LANGUAGE, 10));
    }

    @Test
    void quickHasSomeOfEachKindAndSamenessOnlyItsOwn() {
        Map<Probe.Category, Integer> quick = counts("quick");

        assertThat(quick.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(24);
        assertThat(quick.keySet()).isEqualTo(counts("core").keySet());
        assertThat(quick.values()).allSatisfy(count -> assertThat(count).isBetween(1, 5));
        assertThat(counts("sameness")).isEqualTo(Map.of(Probe.Category.SAMENESS, 40));
    }

    @Test
    void noIdAndNoQuestionStandsTwiceInAllOfThem() {
        Set<String> ids = new HashSet<>();
        Set<String> questions = new HashSet<>();
        for (Probe probe : all()) {
            assertThat(ids.add(probe.id())).as(probe.id()).isTrue();
            assertThat(questions.add(probe.turns().toString().toLowerCase(Locale.ROOT)))
                    .as(probe.prompt())
                    .isTrue();
        }
        assertThat(ids).hasSize(183 + 24 + 40);
    }

    @Test
    void nothingIsFoundInThem() {
        assertThat(SuiteLint.of(Suites.names().stream().map(Suites::builtin).toList()))
                .isEmpty();
    }

    @Test
    void everyProbeFitsItsCategory() {
        for (Probe probe : all()) {
            boolean keyed = probe.category() == Probe.Category.KEYED;
            boolean script = probe.category() == Probe.Category.SCRIPT;
            boolean foreign = probe.category() == Probe.Category.LANGUAGE;
            assertThat(probe.answer().isPresent()).as(probe.id()).isEqualTo(keyed);
            assertThat(probe.turns()).as(probe.id()).hasSize(script ? 3 : 1);
            assertThat(probe.language().equals("en")).as(probe.id()).isEqualTo(!foreign);
            assertThat(probe.why()).as(probe.id()).endsWith(".").hasSizeBetween(40, 160);
        }
    }

    @Test
    void theOtherLanguagesAreTenDifferentOnes() {
        assertThat(Suites.builtin("core").probes().stream()
                        .filter(probe -> probe.category() == Probe.Category.LANGUAGE)
                        .map(Probe::language))
                .containsExactlyInAnyOrder("de", "fr", "es", "pt-BR", "it", "pl", "ru", "ar", "ja", "zh-Hans");
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "quick", "sameness"})
    void goToJsonAndBack(String name) throws JsonFault {
        Suite suite = Suites.builtin(name);

        Suite back = Suite.fromJson(Json.parse(suite.toJson().canonical()));

        assertThat(back).isEqualTo(suite);
        assertThat(back.hash()).isEqualTo(suite.hash());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        OperatorError error = catchThrowableOfType(OperatorError.class, () -> Suites.builtin("quik"));

        assertThat(error.where()).isEqualTo("builtin:quik");
        assertThat(error.next()).isEqualTo("Did you mean 'quick'?");
    }

    private static List<Probe> all() {
        return Suites.names().stream()
                .flatMap(name -> Suites.builtin(name).probes().stream())
                .toList();
    }

    private static Map<Probe.Category, Integer> counts(String name) {
        Map<Probe.Category, Integer> counts = new TreeMap<>();
        Suites.builtin(name).probes().forEach(probe -> counts.merge(probe.category(), 1, Integer::sum));
        return counts;
    }
}
