package dev.kinprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.State;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks a model without an interface, in more than one sitting. */
class CollectTest {
    @TempDir
    private Path folder;

    private Path audit;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("three.yaml"),
                "suite: three\nversion: 1\ngroups:\n  - category: open\n    language: en\n    maxTokens: 100\n"
                        + "    samples: 1\n    why: p\n    probes:\n"
                        + "      - { id: bread, ask: \"Why does bread rise?\" }\n"
                        + "      - { id: rain, ask: \"Why does it rain?\" }\n"
                        + "      - { id: sky, ask: \"Why is the sky blue?\" }\n");
        audit = Files.writeString(
                folder.resolve("audit.yaml"),
                "version: 1\nrun: { name: test, samples: 1 }\nmodels:\n"
                        + "  - { id: chat, provider: manual, model: \"Acme chat\", role: suspect }\n"
                        + "  - { id: wire, provider: ollama, model: m, local: true, role: candidate }\n"
                        + "probes: [ \"file:three.yaml\" ]\n");
    }

    private Screen pasted(int exit, String typed, String... more) {
        Screen screen = new Screen(StandardCharsets.UTF_8, false, typed);
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"collect", audit.toString(), "--manual", "chat"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        assertThat(screen.run(args)).as(screen.notes()).isEqualTo(exit);
        return screen;
    }

    private Archive archive() {
        return Archive.openReadOnly(folder.resolve("results").resolve("test").resolve("archive.sqlite"));
    }

    private StoredExchange stored(String probe) {
        try (Archive archive = archive()) {
            return archive.find(new CellKey("chat", probe, 0)).orElseThrow();
        }
    }

    @Test
    void answersAreKeptOverSeveralSittingsAndMarkedAsBroughtByHand() {
        Screen first = pasted(Exit.INTERRUPTED, "Yeast makes gas.\n\nSo it rises.\n::end\n::skip\nHalf an ans");
        assertThat(first.answers())
                .contains(
                        "Why does bread rise?", "Why does it rain?", "Why is the sky blue?", "1 of 3 answers of chat");
        assertThat(first.notes()).contains("had no ::end after it and is not stored");
        assertThat(stored("bread").state()).isEqualTo(State.RESULT);
        assertThat(stored("bread").cell().profile()).isEqualTo("manual");
        assertThat(stored("sky").state()).isEqualTo(State.PLANNED);

        Screen second = pasted(Exit.OK, "Water falls.\n::end\nI cannot say.\n::refused\n");
        assertThat(second.answers()).doesNotContain("bread").contains("3 of 3 answers of chat");
        assertThat(pasted(Exit.OK, "").answers()).contains("3 of 3 answers of chat");
        try (Archive archive = archive()) {
            Corpus corpus = Corpus.read(archive);
            int chat = corpus.position("chat").orElseThrow();
            assertThat(corpus.texts(chat, 0)).containsExactly("Yeast makes gas.\n\nSo it rises.");
            assertThat(corpus.texts(chat, 2)).isEmpty();
            Map<String, Gap.Reason> gaps = corpus.gaps().stream()
                    .filter(gap -> gap.member().equals("chat"))
                    .collect(Collectors.toMap(Gap::question, Gap::reason));
            assertThat(gaps).isEqualTo(Map.of("sky", Gap.Reason.REFUSED));
            assertThat(archive.spend().total()).isZero();
        }
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() throws IOException {
        Path answers = folder.resolve("answers.jsonl");
        Files.writeString(answers, "{\"probe\":\"bread\",\"text\":\"Yeast.\"}\n{\"probe\":\"moon\",\"text\":\"x\"}\n");
        assertThat(pasted(Exit.USAGE, "", "--from", answers.toString()).notes())
                .contains("chat / moon / 0", "no such question", "Nothing was stored");
        assertThat(stored("bread").state()).isEqualTo(State.PLANNED);

        Files.writeString(
                answers,
                "{\"probe\":\"bread\",\"text\":\"Yeast.\"}\n\n"
                        + "{\"probe\":\"sky\",\"sample\":0,\"text\":\"No.\",\"refused\":true}\n");
        pasted(Exit.INTERRUPTED, "", "--from", answers.toString());
        assertThat(stored("bread").state()).isEqualTo(State.RESULT);
        assertThat(pasted(Exit.USAGE, "", "--from", answers.toString()).notes())
                .contains("an answer is stored already");

        Files.writeString(answers, "{\"probe\":\"rain\"}\n");
        assertThat(pasted(Exit.USAGE, "", "--from", answers.toString()).notes())
                .contains("answers.jsonl:1", "text is missing");
        Files.writeString(answers, "{\"probe\":\"rain\",\"text\":\"a\"}\n{\"probe\":\"rain\",\"text\":\"b\"}\n");
        assertThat(pasted(Exit.USAGE, "", "--from", answers.toString()).notes()).contains("answered twice");
        assertThat(stored("rain").state()).isEqualTo(State.PLANNED);
    }

    @Test
    void onlyAModelThatIsDeclaredSoIsAskedByHandAndNoRunAsksIt() {
        Screen other = Screen.log();
        assertThat(other.run("collect", audit.toString(), "--manual", "wire")).isEqualTo(Exit.USAGE);
        assertThat(other.notes()).contains("its provider is ollama");
        Screen nobody = Screen.log();
        assertThat(nobody.run("collect", audit.toString(), "--manual", "nobody"))
                .isEqualTo(Exit.USAGE);
        assertThat(nobody.notes()).contains("the audit has no such model", "provider: manual");
        Screen plan = Screen.log();
        assertThat(plan.run("plan", audit.toString())).as(plan.notes()).isZero();
        assertThat(plan.answers()).contains("chat is asked by hand", "3 cells of 1 models");
    }
}
