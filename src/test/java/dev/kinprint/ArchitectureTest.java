package dev.kinprint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The packages and the edges allowed between them, as a positive list; one owner for each library; and what the judging
 * half may not touch. A violation of each rule is planted in {@link dev.kinprint.planted} and must be found.
 */
class ArchitectureTest {
    private static final String ROOT = "dev.kinprint.";

    /** From each package, the packages that it may use. */
    private static final Map<String, Set<String>> EDGES = edges("""
        fault     ->
        json      ->
        table     ->
        suite     -> fault json
        provider  -> fault json
        archive   -> fault
        collect   -> fault suite provider archive json
        ingest    -> fault suite archive json table
        corpus    -> fault suite provider archive json
        embed     -> fault
        style     ->
        stats     ->
        channel   -> corpus suite embed style stats
        compare   -> channel corpus suite embed style stats
        calibrate -> compare channel corpus suite stats json table fault
        verdict   -> calibrate compare suite stats
        report    -> verdict calibrate compare corpus suite stats json table
        watch     -> compare corpus suite style stats json fault
        lab       -> json
        custody   -> fault json archive
        replay    -> json archive
        trace     -> fault json table suite archive corpus embed style stats lab
        cli       -> custody replay fault json table suite provider archive collect ingest corpus embed style stats channel compare calibrate verdict report watch lab
        """);

    /**
     * From the root package of a library to the one package that owns it. The command line's belongs to the two packages
     * that hold a main: {@code trace} is built into a jar of its own, with the profile of its name.
     */
    private static final Map<String, String> OWNERS = new TreeMap<>(Map.ofEntries(
            Map.entry("okhttp3", "collect"),
            Map.entry("okio", "collect"),
            Map.entry("java.sql", "archive"),
            Map.entry("org.sqlite", "archive"),
            Map.entry("ai.djl", "embed"),
            Map.entry("ai.onnxruntime", "embed"),
            Map.entry("org.apache.commons.text", "style"),
            Map.entry("opennlp", "style"),
            Map.entry("org.apache.commons.csv", "table"),
            Map.entry("org.hipparchus", "stats"),
            Map.entry("gg.jte", "report"),
            Map.entry("com.sun.net.httpserver", "lab replay"),
            Map.entry("com.fasterxml.jackson", "json"),
            Map.entry("org.snakeyaml", "suite"),
            Map.entry("org.bouncycastle", "custody"),
            Map.entry("picocli", "cli trace"),
            Map.entry("org.apache.spark", "trace"),
            Map.entry("org.apache.hadoop", "trace"),
            Map.entry("scala", "trace"),
            Map.entry("me.tongfei", "cli")));

    /** Who may touch standard streams and exit: the packages that hold a main. */
    private static final Set<String> MAINS = Set.of("cli", "trace");

    /** What judges: functions of stored bytes. */
    private static final Set<String> JUDGING =
            Set.of("corpus", "embed", "style", "stats", "channel", "compare", "calibrate", "verdict", "report");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The second jar's build has its folders elsewhere, where the option above does not look for tests.
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/planted/"))
            .importPackages("dev.kinprint");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("dev.kinprint.planted");

    @Test
    void packagesUseOnlyWhatTheListAllows() {
        assertThat(strangeEdges(MAIN)).isEmpty();
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.kinprint.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void everyLibraryHasOneOwner() {
        assertThat(strangeOwners(MAIN)).isEmpty();
    }

    @Test
    void theJudgingHalfUsesNoNetworkNoClockAndNoUnseededRandomness() {
        var rule = noClasses().that(in(JUDGING)).should().dependOnClassesThat(impure());
        rule.check(MAIN);
        assertThat(clocks(MAIN, JUDGING)).isEmpty();
    }

    @Test
    void onlyTheCommandLinesTouchStandardStreamsOrExit() {
        assertThat(streams(MAIN)).isEmpty();
    }

    @Test
    void namesSaySomething() {
        assertThat(emptyNames(MAIN)).isEmpty();
    }

    @Test
    void everyPackageIsListed() {
        Set<String> found = new TreeSet<>();
        MAIN.forEach(type -> {
            if (type.getPackageName().startsWith(ROOT)) {
                found.add(part(type));
            }
        });
        assertThat(EDGES.keySet()).containsAll(found);
        assertThat(MAIN).allSatisfy(type -> assertThat(type.getPackageName().split("\\."))
                .as(type.getName() + " lies in a sub-package")
                .hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void plantedViolationsAreFound() {
        assertThat(strangeOwners(PLANTED)).anyMatch(line -> line.contains("java.sql"));
        assertThat(clocks(PLANTED, Set.of("planted"))).isNotEmpty();
        assertThat(streams(PLANTED)).isNotEmpty();
        assertThat(emptyNames(PLANTED)).isNotEmpty();
        assertThat(strangeEdges(PLANTED)).isNotEmpty();
        assertThatThrownBy(() -> noClasses()
                        .that(in(Set.of("planted")))
                        .should()
                        .dependOnClassesThat(impure())
                        .check(PLANTED))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> slices().matching("dev.kinprint.planted.(*)")
                        .should()
                        .beFreeOfCycles()
                        .check(PLANTED))
                .isInstanceOf(AssertionError.class);
    }

    private static Set<String> strangeEdges(JavaClasses classes) {
        Set<String> strange = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT)
                        && !part(target).equals(part(type))
                        && !EDGES.getOrDefault(part(type), Set.of()).contains(part(target))) {
                    strange.add(part(type) + " -> " + part(target) + ": " + dependency.getDescription());
                }
            }
        }
        return strange;
    }

    private static Set<String> strangeOwners(JavaClasses classes) {
        Set<String> strange = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getName();
                OWNERS.forEach((library, owner) -> {
                    if (target.startsWith(library + ".")
                            && !Set.of(owner.split(" ")).contains(part(type))) {
                        strange.add(library + " belongs to " + owner + ": " + dependency.getDescription());
                    }
                });
            }
        }
        return strange;
    }

    private static DescribedPredicate<JavaClass> impure() {
        return DescribedPredicate.describe(
                "are of the network or of unseeded randomness",
                type -> type.getPackageName().startsWith("java.net")
                        || type.getName().equals("java.util.concurrent.ThreadLocalRandom")
                        || type.getName().equals("java.security.SecureRandom")
                        || type.getName().equals("java.time.Clock"));
    }

    private static Set<String> clocks(JavaClasses classes, Set<String> parts) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            if (parts.contains(part(type))) {
                type.getCodeUnits().forEach(unit -> unit.getCallsFromSelf().forEach(call -> {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getTarget().getName();
                    boolean clock = (owner.equals("java.lang.System")
                                    && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                            || (owner.startsWith("java.time.") && name.equals("now"));
                    boolean dice = (owner.equals("java.lang.Math") && name.equals("random"))
                            || (owner.equals("java.util.Random")
                                    && call.getTarget().getFullName().endsWith("<init>()"))
                            || (owner.equals("java.util.UUID") && name.equals("randomUUID"));
                    if (clock || dice) {
                        found.add(call.getDescription());
                    }
                }));
            }
        }
        return found;
    }

    private static Set<String> streams(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            if (MAINS.contains(part(type))) {
                continue;
            }
            type.getFieldAccessesFromSelf().forEach(access -> {
                if (access.getTargetOwner().getName().equals("java.lang.System")) {
                    found.add(access.getDescription());
                }
            });
            type.getMethodCallsFromSelf().forEach(call -> {
                if (call.getTarget().getFullName().startsWith("java.lang.System.exit(")) {
                    found.add(call.getDescription());
                }
            });
        }
        return found;
    }

    private static Set<String> emptyNames(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            String name = type.getSimpleName();
            if (name.matches(".*(Util|Utils|Helper|Helpers|Manager|Impl)$")
                    || part(type).matches("util|utils|common|core|impl|helper|helpers|manager|misc")) {
                found.add(type.getName());
            }
        }
        return found;
    }

    private static DescribedPredicate<JavaClass> in(Set<String> parts) {
        return DescribedPredicate.describe("are in " + parts, type -> parts.contains(part(type)));
    }

    private static String part(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return name;
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static Map<String, Set<String>> edges(String text) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (String line : text.split("\n")) {
            String[] sides = line.split("->", -1);
            edges.put(
                    sides[0].trim(), new TreeSet<>(Arrays.asList(sides[1].trim().split(" "))));
        }
        return edges;
    }
}
