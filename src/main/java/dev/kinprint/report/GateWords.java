package dev.kinprint.report;

import dev.kinprint.stats.Interval;
import dev.kinprint.suite.Condition;
import dev.kinprint.suite.Measure;
import dev.kinprint.verdict.Finding;
import java.util.List;
import java.util.Locale;

/** A gate's findings in words; what all its formats have in common. */
final class GateWords {
    private GateWords() {}

    /** The first line: how many conditions came out how. */
    static String tally(GateReport report) {
        return String.format(
                Locale.ROOT,
                "%d %s: %d pass, %d fail, %d undecided, %d with errors",
                report.findings().size(),
                report.findings().size() == 1 ? "check" : "checks",
                report.count(Finding.State.PASS),
                report.count(Finding.State.FAIL),
                report.count(Finding.State.UNDECIDED),
                report.count(Finding.State.ERROR));
    }

    static String state(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT);
    }

    /** The figures of a finding, or why there are none. */
    static String figures(Finding finding) {
        if (finding.now().isEmpty()) {
            return finding.remark();
        }
        int decimals = decimals(finding.condition().measure());
        Interval now = finding.now().get();
        Condition.Limit limit = finding.condition().limit();
        StringBuilder words = new StringBuilder();
        if (limit instanceof Condition.Limit.Value) {
            words.append(Numbers.fixed(now.value(), decimals)).append(range(now, decimals, false));
        } else {
            Interval tested = finding.tested().orElseThrow();
            words.append(Numbers.fixed(now.value(), decimals));
            finding.before()
                    .ifPresent(before -> words.append(", baseline ").append(Numbers.fixed(before.value(), decimals)));
            words.append(limit instanceof Condition.Limit.Change ? ", change " : ", less floor ")
                    .append(Numbers.signed(tested.value(), decimals))
                    .append(range(tested, decimals, true));
        }
        words.append(String.format(Locale.ROOT, ", n=%d", finding.questions()));
        return words + (finding.remark().isEmpty() ? "" : "; " + finding.remark());
    }

    private static String range(Interval interval, int decimals, boolean signed) {
        return signed
                ? " [" + Numbers.signed(interval.low(), decimals) + ", " + Numbers.signed(interval.high(), decimals)
                        + "]"
                : " [" + Numbers.fixed(interval.low(), decimals) + ", " + Numbers.fixed(interval.high(), decimals)
                        + "]";
    }

    static String worst(Finding.Question question, Measure measure) {
        int decimals = decimals(measure);
        return question.id() + " " + Numbers.fixed(question.now(), decimals)
                + question.against()
                        .map(other -> " against " + Numbers.fixed(other, decimals))
                        .orElse("");
    }

    private static int decimals(Measure measure) {
        return measure == Measure.LENGTH || measure.ratio() ? 1 : 3;
    }

    /** The models of a condition, as suites of tests are named. */
    static String models(Condition condition) {
        return String.join("~", condition.models());
    }

    static List<Finding> notPassed(GateReport report) {
        return report.findings().stream()
                .filter(finding -> finding.state() != Finding.State.PASS)
                .toList();
    }
}
