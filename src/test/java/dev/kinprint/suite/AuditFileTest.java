package dev.kinprint.suite;

import static dev.kinprint.suite.AuditFixture.FULL;
import static dev.kinprint.suite.AuditFixture.LEAST;
import static dev.kinprint.suite.AuditFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFileTest {
    @TempDir
    private Path folder;

    private AuditFixture files;

    @BeforeEach
    void makeFiles() {
        files = new AuditFixture(folder);
    }

    @Test
    void everyKeyOfTheFileReachesTheAudit() {
        Audit audit = files.read(FULL);

        assertThat(audit.run()).isEqualTo(new RunSettings("acme-audit", Optional.of(3), 7, folder.resolve("runs")));
        assertThat(audit.limits())
                .isEqualTo(new Limits(
                        Optional.of(new BigDecimal("10.5")),
                        Optional.of(6000),
                        Optional.of(Duration.ofMinutes(90)),
                        4));
        assertThat(audit.models()).extracting(Subject::id).containsExactly("reference", "suspect", "local-1");
        Subject reference = audit.models().get(0);
        assertThat(reference.role()).isEqualTo(Subject.Role.CANDIDATE);
        assertThat(reference.origin())
                .isEqualTo(new Origin(
                        Optional.of("anthropic"),
                        Optional.empty(),
                        Optional.of("claude"),
                        Optional.of(LocalDate.of(2026, 2, 1))));
        Subject suspect = audit.models().get(1);
        assertThat(suspect.provider()).isEqualTo("openai-compatible");
        assertThat(suspect.model()).isEqualTo("acme-large");
        assertThat(suspect.baseUrl()).contains("https://api.example.com/v1");
        assertThat(suspect.keyEnv()).contains("SUSPECT_KEY");
        assertThat(suspect.local()).isFalse();
        assertThat(suspect.origin().base()).contains("qwen3-32b");
        assertThat(suspect.relationship()).isEqualTo(Map.of("reference", Subject.Relationship.PROHIBITED));
        assertThat(audit.models().get(2).local()).isTrue();
        assertThat(audit.panel()).containsExactly(new PanelSource(folder.resolve("outputs.jsonl.gz")));
        assertThat(audit.probes())
                .containsExactly(
                        new ProbeSource.Builtin("quick"),
                        new ProbeSource.File(folder.resolve("probes/extra.yaml")),
                        new ProbeSource.CorpusFolder(folder.resolve("corpus")));
        assertThat(audit.judge().embedder()).isEqualTo(new JudgeSettings.Part.Own(folder.resolve("embedder")));
        assertThat(audit.judge().calibration()).isEqualTo(new JudgeSettings.Part.Builtin("default"));
        assertThat(audit.judge().channels()).containsExactly("edit", "openings");
        assertThat(audit.judge().ablations())
                .containsExactly(JudgeSettings.Ablation.RAW, JudgeSettings.Ablation.NO_MARKDOWN);
        assertThat(audit.gate()).containsExactly("lrT(suspect, reference) < 10");
    }

    @Test
    void whatIsNotSaidHasADefault() {
        Audit audit = files.read(LEAST);

        assertThat(audit.run()).isEqualTo(new RunSettings("least", Optional.empty(), 1, folder.resolve("results")));
        assertThat(audit.limits()).isEqualTo(new Limits(Optional.empty(), Optional.empty(), Optional.empty(), 8));
        assertThat(audit.models().get(0).origin()).isEqualTo(Origin.unknown());
        assertThat(audit.judge().embedder()).isEqualTo(new JudgeSettings.Part.Builtin("default"));
        assertThat(audit.panel()).isEmpty();
        assertThat(audit.gate()).isEmpty();
        assertThat(audit.params()).isEmpty();
    }

    @Test
    void samplesOfTheRunReplaceTheProbesOwnNumber() {
        Probe probe = Suites.builtin("quick").probes().get(0);

        assertThat(files.read(FULL).samples(probe)).isEqualTo(3);
        assertThat(files.read(LEAST).samples(probe)).isEqualTo(probe.samples()).isNotEqualTo(3);
    }

    @Test
    void aSubjectsOwnParametersComeFirstAndNullSendsNothing() {
        Audit audit = files.read(FULL);
        Probe probe = Suites.builtin("quick").probes().get(0);

        assertThat(audit.params(audit.models().get(0))).isEqualTo(Map.of("maxOutputTokens", "1024"));
        assertThat(audit.params(audit.models().get(1)))
                .isEqualTo(Map.of("maxOutputTokens", "1024", "temperature", "0.7"));
        assertThat(audit.maxTokens(audit.models().get(0), probe)).isEqualTo(1024);
        Audit least = files.read(LEAST);
        assertThat(least.maxTokens(least.models().get(0), probe)).isEqualTo(probe.maxTokens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "no", "010", "12:30:45", "0x1F", "1e3", "2026-02-01", "~", "true", ".inf", "1_000"})
    void aModelNameStaysTheTextThatWasWritten(String name) {
        Audit audit = files.read(with(LEAST, "model: m", "model: " + name));

        assertThat(audit.models().get(0).model()).isEqualTo(name);
    }

    @Test
    void anAuditGoesToJsonAndBackAndMovesWithItsFolder() throws JsonFault {
        Audit audit = files.read(FULL);
        Path run = folder.resolve("runs/acme-audit");

        Json.Obj json = audit.toJson(run);
        byte[] bytes = json.canonical();

        assertThat(Audit.fromJson(Json.parse(bytes), run)).isEqualTo(audit);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as("a stored audit names no folder above its own")
                .doesNotContain(folder.getFileName().toString())
                .contains("import:../../outputs.jsonl.gz");
        Path elsewhere = Path.of("elsewhere").toAbsolutePath();
        Audit moved = Audit.fromJson(json, elsewhere.resolve("runs/acme-audit"));
        assertThat(moved.panel()).containsExactly(new PanelSource(elsewhere.resolve("outputs.jsonl.gz")));
        assertThat(moved.toJson(elsewhere.resolve("runs/acme-audit")).canonical())
                .isEqualTo(bytes);
    }

    @Test
    void storedJsonIsReadAsStrictlyAsAFile() {
        Json json = Json.object("version", 1, "run", Json.object("name", "x"), "modles", Json.array(List.of()));

        assertThatThrownBy(() -> Audit.fromJson(json, folder))
                .isInstanceOf(JsonFault.class)
                .hasMessageContaining("unknown key 'modles'");
    }

    @Test
    void theSameAuditInAnotherLayoutIsTheSame() {
        String other = FULL.replace("\n", "\r\n")
                .replace("# a comment", "# another")
                .replace(
                        "{ name: acme-audit, samples: 3, seed: 7, out: runs/ }",
                        "{out: './runs', seed: 7, samples: 3, \"name\": acme-audit}");

        assertThat(files.read(other)).isEqualTo(files.read(FULL));
    }
}
