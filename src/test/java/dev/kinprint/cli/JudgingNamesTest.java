package dev.kinprint.cli;

import static dev.kinprint.suite.JudgeSettings.Ablation.CONTENT_WORDS;
import static dev.kinprint.suite.JudgeSettings.Ablation.NO_MARKDOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Contribution;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.corpus.Question;
import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import dev.kinprint.lab.Worlds;
import dev.kinprint.report.Ablation;
import dev.kinprint.suite.Origin;
import dev.kinprint.suite.Probe;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verdicts follow what models say, not what they are called: the demo's world with all its names dealt anew. */
class JudgingNamesTest {
    private static final Lab LAB = Worlds.FIRST;
    private static final List<Probe> PROBES = NamedSuite.find("quick").probes();
    private static final int SAMPLES = 3;
    private static final Set<String> CANDIDATES = LAB.models().stream()
            .flatMap(model -> model.teachers().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    private static final Map<String, List<String>> ANSWERS = new TreeMap<>();

    /** Names that the calibration does not know: it leaves out of its fit what it knows by name or by answers. */
    private static final Map<String, String> USUAL =
            LAB.models().stream().map(LabModel::id).collect(Collectors.toMap(id -> id, id -> "model " + id));

    private static Judged usual;

    @BeforeAll
    static void judgeUnderUsualNames() {
        for (LabModel model : LAB.models()) {
            List<String> own = new ArrayList<>();
            for (Probe probe : PROBES) {
                IntStream.range(0, SAMPLES).forEach(s -> own.add(LAB.answer(model.id(), probe.prompt(), s)));
            }
            ANSWERS.put(model.id(), own);
        }
        usual = judge(USUAL);
    }

    @Test
    void theUsualNamesFindTheStudentAndTheWrapper() {
        assertThat(named(usual, called(USUAL, "student-100")))
                .containsExactly("T " + called(USUAL, teacher("student-100")));
        assertThat(named(usual, called(USUAL, "wrapper"))).containsExactly("S " + called(USUAL, teacher("wrapper")));
        assertThat(named(usual, called(USUAL, "independent"))).isEmpty();
    }

    @Test
    void theTableFitsATerminalOfEightyColumns() {
        assertThat(VerdictTable.lines(usual)).hasSizeGreaterThan(20).allMatch(line -> line.length() <= 80);
    }

    @Test
    void verdictsFollowTheModelsUnderOtherNames() {
        List<String> dealt = new ArrayList<>(new TreeSet<>(USUAL.values()));
        Collections.shuffle(dealt, new Random(20261122));
        Map<String, String> name = new HashMap<>();
        for (int m = 0; m < dealt.size(); m++) {
            name.put(LAB.models().get(m).id(), dealt.get(m));
        }
        assertThat(DemoAudit.SUSPECTS).allSatisfy(suspect -> assertThat(called(name, suspect))
                .as("the new name of " + suspect)
                .isNotEqualTo(called(USUAL, suspect)));

        Judged renamed = judge(name);

        for (String suspect : DemoAudit.SUSPECTS) {
            assertThat(named(renamed, called(name, suspect)))
                    .as(suspect + " under the name " + called(name, suspect))
                    .isEqualTo(named(usual, called(USUAL, suspect)).stream()
                            .map(line -> line.substring(0, 2) + called(name, id(line.substring(2))))
                            .toList());
            for (Verdict verdict : usual.of(called(USUAL, suspect))) {
                Verdict same = find(
                        renamed,
                        called(name, suspect),
                        called(name, id(verdict.evidence().candidate())),
                        verdict);
                assertThat(same.evidence().logLr().orElseThrow().value())
                        .as(verdict.words())
                        .isCloseTo(verdict.evidence().logLr().orElseThrow().value(), Assertions.within(0.05));
            }
        }
    }

    @Test
    void aModelIsMoreLikeItselfAskedAgainThanAnyOtherIs() {
        String teacher = called(USUAL, teacher("wrapper"));
        double again = usual.self().ratio(teacher, Relation.S).orElseThrow().value();
        assertThat(again)
                .isGreaterThan(find(usual, called(USUAL, "independent"), teacher, Relation.S)
                        .evidence()
                        .logLr()
                        .orElseThrow()
                        .value());
        assertThat(usual.self().score(teacher, List.of("content-ngram")))
                .hasValueSatisfying(score -> assertThat(score).isGreaterThan(0.1));
    }

    @Test
    void aRatioIsWeighedAgainWithoutEachChannelAndOnTextsThatLackSomething() {
        List<Ablation> ablations = Ablations.of(
                usual,
                new JudgingRequest(
                        List.of(), List.of(), List.of(), Calibrations.LAB, 20, 7, List.of(NO_MARKDOWN, CONTENT_WORDS)));
        Verdict student = find(usual, called(USUAL, "student-100"), called(USUAL, teacher("student-100")), Relation.T);
        Ablation found = ablations.stream()
                .filter(one -> one.suspect().equals(called(USUAL, "student-100"))
                        && one.candidate().equals(student.evidence().candidate())
                        && one.relation() == Relation.T)
                .findFirst()
                .orElseThrow();
        assertThat(found.rows().stream()
                        .filter(row -> row.kind() == Ablation.Kind.CHANNEL)
                        .map(Ablation.Row::what))
                .containsExactlyElementsOf(student.evidence().contributions().stream()
                        .filter(part -> part.log10().isPresent())
                        .map(Contribution::channel)
                        .toList());
        assertThat(found.rows().stream()
                        .filter(row -> row.kind() == Ablation.Kind.TEXT)
                        .map(Ablation.Row::what))
                .containsExactly("texts without Markdown", "texts without the 150 commonest words");
        assertThat(found.rows())
                .anySatisfy(row -> assertThat(row.logLr()).hasValueSatisfying(lr -> assertThat(lr.value())
                        .isNotEqualTo(student.evidence().logLr().orElseThrow().value())));
    }

    private static Judged judge(Map<String, String> name) {
        Corpus.Builder corpus = new Corpus.Builder();
        PROBES.forEach(
                probe -> corpus.question(new Question(probe.id(), probe.category(), probe.prompt(), Optional.empty())));
        for (LabModel model : LAB.models()) {
            String id = called(name, model.id());
            corpus.member(new Member(id, origin(model, name)));
            List<String> own = Objects.requireNonNull(ANSWERS.get(model.id()));
            for (int a = 0; a < own.size(); a++) {
                corpus.text(id, PROBES.get(a / SAMPLES).id(), a % SAMPLES, own.get(a));
            }
        }
        return Judging.judge(
                corpus.build(),
                new JudgingRequest(
                        DemoAudit.SUSPECTS.stream().map(id -> called(name, id)).toList(),
                        CANDIDATES.stream().map(id -> called(name, id)).toList(),
                        List.of(
                                "content-ngram",
                                "function-words",
                                "bigrams",
                                "openings",
                                "closings",
                                "format",
                                "style-first",
                                "style-rest",
                                "verbatim"),
                        Calibrations.LAB,
                        50,
                        7,
                        List.of()),
                Map.of(),
                Optional.empty(),
                (done, total) -> {});
    }

    /** What the demo declares: the models under question declare nothing. */
    private static Origin origin(LabModel model, Map<String, String> name) {
        return DemoAudit.SUSPECTS.contains(model.id())
                ? Origin.unknown()
                : new Origin(
                        Optional.of(model.lab()),
                        Optional.of(name.getOrDefault(model.base(), model.base())),
                        Optional.empty(),
                        Optional.empty());
    }

    private static String teacher(String student) {
        return LAB.models().stream()
                .filter(model -> model.id().equals(student))
                .findFirst()
                .orElseThrow()
                .teachers()
                .get(0);
    }

    private static String called(Map<String, String> names, String id) {
        return Objects.requireNonNull(names.get(id), id);
    }

    private static String id(String usualName) {
        return usualName.substring("model ".length());
    }

    private static List<String> named(Judged judged, String suspect) {
        return judged.attributions().stream()
                .filter(attribution -> attribution.suspect().equals(suspect))
                .flatMap(JudgingNamesTest::lines)
                .sorted()
                .toList();
    }

    private static java.util.stream.Stream<String> lines(Attribution attribution) {
        return attribution.named().stream()
                .map(candidate -> attribution.relation().name() + " " + candidate);
    }

    private static Verdict find(Judged judged, String suspect, String candidate, Verdict like) {
        return find(judged, suspect, candidate, like.evidence().relation());
    }

    private static Verdict find(Judged judged, String suspect, String candidate, Relation relation) {
        return judged.of(suspect).stream()
                .filter(verdict -> verdict.evidence().candidate().equals(candidate)
                        && verdict.evidence().relation() == relation)
                .findFirst()
                .orElseThrow();
    }
}
