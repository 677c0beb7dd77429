package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.Truth.Kind;
import dev.kinprint.compare.Pair;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.suite.Origin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
    /** model, role, family, lab, base, teachers, relation, trusted; nothing is declared in the corpus itself. */
    private static final String ROWS = """
            gpt4,     panel,   gpt-4,   OpenAI,    proprietary:openai, -, independent, yes
            gpt4t,    panel,   gpt-4o,  OpenAI,    proprietary:openai, -, independent, yes
            claude,   panel,   claude,  Anthropic, proprietary:a,      -, independent, yes
            mist,     panel,   mistral, Mistral,   mistral-7b,         -, unknown,     no
            llama,    panel,   llama,   Meta,      llama-1,            -, independent, yes
            wrap,     student, w,       Resale,    claude,             -, same_model_prompt_variant, yes
            alpaca,   student, a,       Stanford,  llama-7b,           gpt4, distilled, yes
            vicuna,   student, v,       LMSYS,     llama-13b,          family:chatgpt-web(ShareGPT), distilled, yes
            tuned,    student, t,       Home,      alpaca,             -, preference_only, yes
            qpupil,   student, q,       Quill,     qwen,               gpt4, distilled, yes
            lonely,   student, l,       Lone,      own,                family:bard, distilled, yes
            lonely2,  student, l2,      Lone2,     own,                family:bard, distilled, yes
            shaky,    student, s,       Shaky,     own,                claude, distilled, no
            mix,      student, m,       Mixers,    ensemble,           gpt4;claude, ensemble, yes
            far,      student, f,       Faraway,   own,                -, independent, yes
            """;

    private static final Corpus CORPUS = corpus();
    private static final Truth TRUTH = Truth.of(CORPUS, labels());

    private static List<String[]> cells() {
        List<String[]> rows = new ArrayList<>();
        for (String row : ROWS.strip().split("\n", -1)) {
            String[] cells = row.split(",", -1);
            for (int k = 0; k < cells.length; k++) {
                cells[k] = cells[k].strip();
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Corpus corpus() {
        Corpus.Builder builder = new Corpus.Builder().member(new Member("stranger", Origin.unknown()));
        cells().forEach(row -> builder.member(new Member(row[0], Origin.unknown())));
        return builder.build();
    }

    private static Labels labels() {
        List<Documented> models = new ArrayList<>();
        for (String[] row : cells()) {
            Documented.Descent descent = java.util.Arrays.stream(Documented.Descent.values())
                    .filter(known -> known.word().equals(row[6]))
                    .findFirst()
                    .orElseThrow();
            List<String> teachers = row[5].equals("-") ? List.of() : List.of(row[5].split(";", -1));
            models.add(new Documented(
                    row[0], row[1].equals("panel"), row[2], row[3], row[4], teachers, descent, row[7].equals("yes")));
        }
        return Labels.of(models);
    }

    private static int at(String id) {
        return CORPUS.position(id).orElseThrow();
    }

    private static Kind kind(String one, String other) {
        return TRUTH.kind(new Pair(at(one), at(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "wrap, claude, SAME",
        "tuned, alpaca, DERIVED",
        "alpaca, vicuna, SAME_BASE",
        "alpaca, llama, SAME_BASE",
        "alpaca, qpupil, CO_STUDENTS",
        "lonely, lonely2, CO_STUDENTS",
        "vicuna, qpupil, DISTANT",
        "llama, qpupil, DISTANT",
        "gpt4, gpt4t, OTHER",
        "alpaca, gpt4, TAUGHT",
        "alpaca, gpt4t, TAUGHT",
        "tuned, gpt4, TAUGHT",
        "claude, gpt4, DISTANT",
        "wrap, far, CLEAN",
        "far, claude, CLEAN",
        "far, alpaca, CLEAN",
        "far, lonely, CLEAN",
        "far, shaky, OTHER",
        "far, mist, OTHER",
        "far, mix, OTHER",
        "far, stranger, OTHER",
        "shaky, claude, OTHER",
    })
    void everyPairIsWhatItsDocumentationMakesIt(String one, String other, Kind kind) {
        assertThat(kind(one, other)).isEqualTo(kind);
        assertThat(kind(other, one)).as("in the other order").isEqualTo(kind);
    }

    @Test
    void everyKindIsCovered() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < CORPUS.members().size(); i++) {
            for (int j = 0; j < i; j++) {
                seen.add(TRUTH.kind(new Pair(i, j)));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void labAndWeightsMakeAClusterAndTeachersDoNot() {
        assertThat(TRUTH.cluster(at("tuned"))).isEqualTo(TRUTH.cluster(at("alpaca")));
        assertThat(TRUTH.cluster(at("wrap"))).isEqualTo(TRUTH.cluster(at("claude")));
        assertThat(TRUTH.cluster(at("gpt4"))).isEqualTo(TRUTH.cluster(at("gpt4t")));
        assertThat(TRUTH.cluster(at("alpaca"))).isNotEqualTo(TRUTH.cluster(at("gpt4")));
        assertThat(TRUTH.cluster(at("alpaca"))).isNotEqualTo(TRUTH.cluster(at("vicuna")));
    }

    @Test
    void onlyTrustedStudentsOfPanelFamiliesCount() {
        assertThat(TRUTH.students())
                .as("vicuna's source is no family of this panel")
                .isEqualTo(new TreeSet<>(Set.of(at("alpaca"), at("qpupil"))));
        assertThat(TRUTH.independents())
                .isEqualTo(new TreeSet<>(Set.of(at("gpt4"), at("gpt4t"), at("claude"), at("llama"), at("far"))));
        assertThat(TRUTH.panelFamilies()).containsOnlyKeys("claude", "gpt-4", "gpt-4-turbo", "llama", "mistral");
    }

    @Test
    void distilledHoldsOfStudentAndSourceFamilyInThisOrder() {
        assertThat(TRUTH.distilled(new Pair(at("alpaca"), at("gpt4")))).isTrue();
        assertThat(TRUTH.distilled(new Pair(at("gpt4"), at("alpaca")))).isFalse();
        assertThat(TRUTH.distilled(new Pair(at("alpaca"), at("claude")))).isFalse();
        assertThat(TRUTH.distilled(new Pair(at("shaky"), at("claude"))))
                .as("not trusted")
                .isFalse();

        assertThat(TRUTH.notDistilled(new Pair(at("alpaca"), at("claude")))).isTrue();
        assertThat(TRUTH.notDistilled(new Pair(at("alpaca"), at("gpt4t"))))
                .as("its source's lab")
                .isFalse();
        assertThat(TRUTH.notDistilled(new Pair(at("alpaca"), at("llama"))))
                .as("its base")
                .isFalse();
        assertThat(TRUTH.notDistilled(new Pair(at("far"), at("wrap"))))
                .as("no panel model")
                .isFalse();
        assertThat(TRUTH.notDistilled(new Pair(at("shaky"), at("gpt4"))))
                .as("not trusted")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4-turbo",
        "GPT-4-Turbo, gpt-4-turbo",
        "chatgpt-web(ShareGPT), gpt-3.5-turbo",
        "gpt-3.5-turbo?, gpt-3.5-turbo",
        "gpt-4(ShareGPT), gpt-4",
        "claude-3, claude-3",
    })
    void familiesAreScoredUnderOneName(String name, String family) {
        assertThat(Truth.family(name)).isEqualTo(family);
    }
}
