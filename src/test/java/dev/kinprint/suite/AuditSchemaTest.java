package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema that editors use and the reader that decides know the same keys and the same words. */
class AuditSchemaTest {
    private static final Path FOLDER = Path.of("nowhere").toAbsolutePath();
    private static Json schema = new Json.Missing();

    /** An audit in which every object of the schema stands, with only what it requires. */
    private static final Json.Obj AUDIT = Json.object(
            "version", 1,
            "run", Json.object("name", "x"),
            "limits", Json.object(),
            "models",
                    Json.array(List.of(
                            Json.object(
                                    "id",
                                    "a",
                                    "provider",
                                    "p",
                                    "model",
                                    "m",
                                    "role",
                                    "suspect",
                                    "params",
                                    Json.object()),
                            Json.object("id", "b", "provider", "p", "model", "m", "role", "panel"))),
            "params", Json.object(),
            "probes", Json.array(List.of("builtin:core")),
            "judge", Json.object());

    @BeforeAll
    static void readSchema() throws Exception {
        try (InputStream in = Objects.requireNonNull(Suite.class.getResourceAsStream("audit.schema.json"))) {
            schema = Json.parse(in.readAllBytes());
        }
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of("run"), List.of("properties", "run")),
                Arguments.of(List.of("limits"), List.of("properties", "limits")),
                Arguments.of(List.of("models", 0), List.of("properties", "models", "items")),
                Arguments.of(List.of("params"), List.of("$defs", "params")),
                Arguments.of(List.of("models", 0, "params"), List.of("$defs", "params")),
                Arguments.of(List.of("judge"), List.of("properties", "judge")));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void haveTheSameKeys(List<Object> inAudit, List<Object> inSchema) {
        Json object = schema.at(inSchema.toArray());
        OperatorError error = error(put(AUDIT, inAudit, "?", Json.of("x")));

        assertThat(error.what()).startsWith("unknown key '?'");
        assertThat(error.why().substring("the keys here are ".length()).split(", "))
                .containsExactlyInAnyOrderElementsOf(
                        object.at("properties").members().keySet());
        assertThat(object.at("additionalProperties").truth()).contains(false);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void requireTheSameKeys(List<Object> inAudit, List<Object> inSchema) {
        List<String> required = words(schema.at(inSchema.toArray()).at("required"));
        Json object = AUDIT.at(inAudit.toArray());

        for (String key : required) {
            assertThat(error(without(AUDIT, inAudit, key)).what()).startsWith("missing key '" + key + "'");
        }
        for (String key : object.members().keySet()) {
            if (!required.contains(key)) {
                read(without(AUDIT, inAudit, key));
            }
        }
    }

    @Test
    void knowTheSameWords() {
        Json model = schema.at("properties", "models", "items", "properties");

        assertThat(words(model.at("role", "enum"))).isEqualTo(constants(Subject.Role.class));
        assertThat(words(model.at("relationship", "additionalProperties", "enum")))
                .isEqualTo(constants(Subject.Relationship.class));
        assertThat(words(schema.at("properties", "judge", "properties", "ablations", "items", "enum")))
                .isEqualTo(constants(JudgeSettings.Ablation.class));
        assertThat(words(schema.at("properties", "probes", "items", "anyOf", 0, "enum")))
                .isEqualTo(
                        Suites.names().stream().map(name -> "builtin:" + name).toList());
    }

    @Test
    void haveTheSameRangesOfParameters() {
        Json params = schema.at("$defs", "params", "properties");
        for (Param param : Param.values()) {
            Json range = params.at(param.key());
            if (param == Param.REASONING_EFFORT) {
                words(range.at("enum"))
                        .forEach(effort -> assertThat(param.accepts(effort)).isTrue());
                assertThat(words(range.at("enum")))
                        .allSatisfy(effort -> assertThat(param.range()).contains(effort));
                continue;
            }
            long least = range.at("minimum").whole().orElseThrow();
            long most = range.at("maximum").whole().orElseThrow();
            assertThat(param.accepts(Long.toString(least)))
                    .as(param + " " + least)
                    .isTrue();
            assertThat(param.accepts(Long.toString(most)))
                    .as(param + " " + most)
                    .isTrue();
            assertThat(param.accepts(Long.toString(least - 1)))
                    .as(param + " under " + least)
                    .isFalse();
            assertThat(param.accepts(Long.toString(most + 1)))
                    .as(param + " over " + most)
                    .isFalse();
            boolean whole = words(range.at("type")).contains("integer");
            assertThat(param.accepts("1.0")).as(param + " with a fraction").isEqualTo(!whole);
        }
    }

    @Test
    void haveTheSameRangesOfNumbers() {
        for (String section : List.of("run", "limits")) {
            schema.at("properties", section, "properties").members().forEach((key, range) -> {
                if (range.at("maximum").present()) {
                    long least = range.at("minimum").whole().orElseThrow();
                    long most = range.at("maximum").whole().orElseThrow();
                    read(put(AUDIT, List.of(section), key, Json.of(least)));
                    read(put(AUDIT, List.of(section), key, Json.of(most)));
                    error(put(AUDIT, List.of(section), key, Json.of(least - 1)));
                    error(put(AUDIT, List.of(section), key, Json.of(most + 1)));
                }
            });
        }
    }

    private static Audit read(Json json) {
        return AuditReader.read(Yaml.of(json), "audit", FOLDER, path -> true);
    }

    private static OperatorError error(Json json) {
        try {
            read(json);
        } catch (OperatorError e) {
            return e;
        }
        throw new AssertionError("accepted: " + json);
    }

    private static List<String> words(Json array) {
        return array.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private static List<String> constants(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Fields::word).toList();
    }

    private static Json put(Json json, List<Object> path, String key, Json value) {
        return change(json, path, members -> members.put(key, value));
    }

    private static Json without(Json json, List<Object> path, String key) {
        return change(json, path, members -> members.remove(key));
    }

    private static Json change(Json json, List<Object> path, Consumer<SortedMap<String, Json>> edit) {
        if (path.isEmpty()) {
            SortedMap<String, Json> members = new TreeMap<>(json.members());
            edit.accept(members);
            return new Json.Obj(members);
        }
        Json inner = change(json.at(path.get(0)), path.subList(1, path.size()), edit);
        if (path.get(0) instanceof Integer index) {
            List<Json> items = new ArrayList<>(json.items());
            items.set(index, inner);
            return new Json.Arr(items);
        }
        return put(json, List.of(), (String) path.get(0), inner);
    }
}
