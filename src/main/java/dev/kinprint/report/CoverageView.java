package dev.kinprint.report;

import dev.kinprint.corpus.Gap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The coverage table. Reasons that never occurred get no column.
 *
 * @param reasons the reasons that occurred
 * @param audited the suspects and candidates
 * @param panel the background models
 */
record CoverageView(List<Gap.Reason> reasons, List<Coverage> audited, List<Coverage> panel) {
    private static final double ENOUGH = 0.8;

    static CoverageView of(List<Coverage> rows, Members members) {
        List<Gap.Reason> reasons = Arrays.stream(Gap.Reason.values())
                .filter(reason -> rows.stream().anyMatch(row -> row.gaps(reason) > 0))
                .toList();
        return new CoverageView(
                reasons,
                rows.stream().filter(row -> members.audited(row.member())).toList(),
                rows.stream().filter(row -> !members.audited(row.member())).toList());
    }

    /** Whether some model answered under a name of its own. */
    boolean served() {
        return Stream.concat(audited.stream(), panel.stream())
                .anyMatch(row -> !row.served().isEmpty());
    }

    /** Whether fewer than four of five answers are usable. */
    static boolean thin(Coverage row) {
        return row.ok() < ENOUGH * row.asks();
    }

    /** The share of usable answers as a width. */
    static String share(Coverage row) {
        return row.asks() == 0
                ? "0%"
                : Numbers.exact(100.0 * row.ok() / row.asks()).toPlainString() + "%";
    }

    static String words(Gap.Reason reason) {
        return switch (reason) {
            case REFUSED -> "refused";
            case FILTERED -> "filtered";
            case TRUNCATED -> "truncated";
            case REASONING_ONLY -> "only reasoning";
            case EMPTY -> "empty";
            case WRONG_MODEL -> "wrong model";
            case ERROR -> "error";
            case IN_DOUBT -> "in doubt";
            case NOT_ASKED -> "not asked";
        };
    }
}
