package dev.kinprint.trace;

import dev.kinprint.json.Json;
import dev.kinprint.stats.Interval;
import dev.kinprint.table.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The findings as files. None holds a prompt or an answer; ids of accounts stand in {@code echoed.csv} alone.
 *
 * @param findings what was found
 * @param intake what became of the rows of the log
 * @param pseudonyms how accounts are shown
 */
record EchoReport(EchoFindings findings, Intake intake, Pseudonyms pseudonyms) {
    private static final int ON_PAGE = 100;
    private static final int DRAWN = 20;

    /** What an echo may be beside training on the log. */
    static final List<String> OTHER_EXPLANATIONS = List.of(
            "The logged answer was published: its reader posted it, or put it on a page that many models are trained"
                    + " on. Search for long runs of it before you conclude anything.",
            "Prompt and answer were both quoted from the same well-known text, which both models know by heart.",
            "The provider's model has changed since, so that its fresh answers differ from the logged ones in ways that"
                    + " have nothing to do with the suspect. The controls show this, and their echo was taken off.",
            "The owner of an account has a right to its exchanges, and used or licensed them.",
            "The suspected accounts were picked after a look at the suspect's answers. Then the controls are no"
                    + " controls.",
            "Someone trained the suspect on answers that were bought or leaked by others. An echo says that exchanges"
                    + " were seen, and not who took them.");

    /** What nobody may conclude. */
    static final List<String> NOT_CONCLUDED = List.of(
            "That an account's owner did anything. Exchanges of a listed account are echoed more than expected; one in"
                    + " twenty listed accounts is expected to be listed by chance.",
            "That an account that is not listed was not harvested: with few probes most echoes stay unseen.",
            "That no echo means no training: a student that learns style and skill and keeps no text leaves none.",
            "A probability that the suspect was trained on the log. The ratio is a statement about the findings.",
            "Anything about other models of the suspect's owner.");

    /** One sentence with the main result. */
    String headline() {
        return findings.ratio()
                .map(ratio -> Words.of(
                        "These findings are %s times more probable if %s was trained on exchanges of the suspected"
                                + " accounts than if it was not (95 %% interval %s to %s).%s",
                        number(ratio.value()),
                        findings.suspect(),
                        number(ratio.low()),
                        number(ratio.high()),
                        ratio.low() <= 1 && ratio.high() >= 1
                                ? " The interval holds 1: they decide nothing between the two."
                                : ""))
                .orElse("No likelihood ratio is printed, because " + findings.withheld() + ".");
    }

    private static String number(double ratio) {
        return ratio < 1 ? Words.of("%.2f", ratio) : ratio < 10 ? Words.of("%.1f", ratio) : Words.of("%.0f", ratio);
    }

    /** Writes all files. */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("echo.json"), json().pretty(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("echo.html"), page(), StandardCharsets.UTF_8);
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("echoed.csv"))) {
                TableWriter writer = new TableWriter(
                        out, List.of("account", "side", "probes", "excess", "low", "high", "p", "q", "listed"));
                for (GroupEcho account : findings.accounts()) {
                    writer.row(
                            account.name(),
                            account.side().word(),
                            account.probes(),
                            account.excess().value(),
                            account.excess().low(),
                            account.excess().high(),
                            account.p(),
                            account.q(),
                            Boolean.toString(account.listed()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private Json.Obj json() {
        return Json.object(
                "suspect", findings.suspect(),
                "provider", findings.provider(),
                "intake", intake.json(),
                "probes", Json.object("suspected", findings.suspected(), "control", findings.controls()),
                "gaps", findings.gaps(),
                "kinLeftOut", findings.kin(),
                "suspectedEcho", json(findings.suspectedEcho()),
                "controlEcho", json(findings.controlEcho()),
                "p", findings.p(),
                "strength", findings.standing().strength(),
                "background", findings.standing().background(),
                "rankP", findings.standing().p(),
                "ratio", findings.ratio().map(EchoReport::json),
                "ratioWithheld", findings.withheld().isEmpty() ? Optional.empty() : Optional.of(findings.withheld()),
                "accounts",
                        findings.accounts().stream()
                                .map(account -> json("account", pseudonyms.of(account.name()), account))
                                .toList(),
                "clusters",
                        findings.clusters().stream()
                                .map(cluster -> json("cluster", cluster.name(), cluster))
                                .toList());
    }

    private static Json.Obj json(String kind, String name, GroupEcho group) {
        return Json.object(
                kind,
                name,
                "side",
                group.side().word(),
                "probes",
                group.probes(),
                "excess",
                json(group.excess()),
                "p",
                group.p(),
                "q",
                group.q(),
                "listed",
                group.listed());
    }

    private static Json.Obj json(Interval interval) {
        return Json.object("value", interval.value(), "low", interval.low(), "high", interval.high());
    }

    private String page() {
        Standing standing = findings.standing();
        long less = standing.background().values().stream()
                .filter(other -> other < standing.strength())
                .count();
        return new Html("Echoes of a log in the answers of " + findings.suspect())
                .lead(headline())
                .text(Words.of(
                        "Exchanges of %d of %d accounts are echoed more than expected (false discovery rate 5 %%). The"
                                + " suspect's echo is stronger than that of %d of %d background models, none of which saw"
                                + " the log; the smallest p-value that so many can give is %.3f.",
                        findings.listed().size(),
                        findings.accounts().size(),
                        less,
                        standing.background().size(),
                        1.0 / (standing.background().size() + 1)))
                .heading("What an echo is")
                .text("A model asked twice gives two answers. The provider's log holds one that somebody received; the"
                        + " provider's own model gives fresh ones to the same prompt. A suspect that never saw the"
                        + " logged answer is as near to it as to the fresh ones. A suspect that was trained on it is"
                        + " nearer: that excess, less the excess of background models, is the echo. It is counted in"
                        + " standard deviations of one probe.")
                .table(
                        "Mean echo by side",
                        List.of("side", "probes", "mean echo", "95 % interval over accounts"),
                        List.of(
                                side("suspected accounts", findings.suspected(), findings.suspectedEcho()),
                                side("other accounts", findings.controls(), findings.controlEcho())))
                .text(Words.of(
                        "Permutation p-value of the suspected accounts as a whole, after a positive echo of the others"
                                + " was taken off: %.5f.",
                        findings.p()))
                .heading("What else explains an echo")
                .list(OTHER_EXPLANATIONS)
                .heading("What must not be concluded")
                .list(NOT_CONCLUDED)
                .heading("Accounts")
                .figure(
                        "Mean echo of the strongest accounts with its 95 % interval, in standard deviations of one"
                                + " probe. Filled: listed as echoed more than expected.",
                        plot())
                .table(
                        "All accounts with probes, under pseudonyms. Listed, from an adjusted p-value of 0.05 down: its"
                                + " exchanges are echoed more than expected",
                        heads("account"),
                        findings.accounts().stream()
                                .limit(ON_PAGE)
                                .map(account -> cells(pseudonyms.of(account.name()), account))
                                .toList())
                .heading("Clusters, each with its probes pooled")
                .text(
                        findings.clusters().isEmpty()
                                ? "No clusters were named (--clusters)."
                                : "A small dose leaves too little in an account and can still show in its cluster. A"
                                        + " listed cluster does not say which of its accounts is echoed.")
                .table(
                        "Clusters of accounts that share templates",
                        heads("cluster"),
                        findings.clusters().stream()
                                .limit(ON_PAGE)
                                .map(cluster -> cells(cluster.name(), cluster))
                                .toList())
                .heading("What was read and what is missing")
                .text(intake.sentence())
                .list(intake.parts())
                .list(findings.gaps().entrySet().stream()
                        .map(gap -> Words.of("%,d probes are not compared: %s", gap.getValue(), gap.getKey()))
                        .toList())
                .text(
                        findings.kin().isEmpty()
                                ? "No background model is declared as kin of suspect or provider."
                                : "Left out of the background as kin: " + String.join(", ", findings.kin()) + ".")
                .heading("How sure the ratio is")
                .text("The ratio's calibration comes from made-up worlds of small models, whose students follow a"
                        + " remembered text in three words of ten. Real students may remember more or less. The"
                        + " p-values rest on no such assumption, but they ask a narrower question: whether the"
                        + " logged answers stand out among the provider's answers.")
                .page();
    }

    private IntervalPlot plot() {
        IntervalPlot plot = new IntervalPlot();
        findings.accounts().stream()
                .limit(DRAWN)
                .forEach(account -> plot.add(pseudonyms.of(account.name()), account.excess(), account.listed()));
        return plot;
    }

    private static List<String> side(String name, int probes, Interval echo) {
        return List.of(
                name,
                Words.of("%,d", probes),
                Words.of("%.2f", echo.value()),
                Words.of("%.2f to %.2f", echo.low(), echo.high()));
    }

    private static List<String> heads(String kind) {
        return List.of(kind, "side", "probes", "mean echo", "95 % interval", "p", "adjusted p", "listed");
    }

    private static List<String> cells(String name, GroupEcho group) {
        return List.of(
                name,
                group.side().word(),
                Words.of("%d", group.probes()),
                Words.of("%.2f", group.excess().value()),
                Words.of("%.2f to %.2f", group.excess().low(), group.excess().high()),
                Words.of("%.5f", group.p()),
                Words.of("%.5f", group.q()),
                group.listed() ? "yes" : "no");
    }
}
