package dev.kinprint.report;

import dev.kinprint.json.Json;
import java.util.Locale;

/** How a run was conducted, as JSON. */
final class ConductJson {
    private ConductJson() {}

    static Json of(Conduct conduct) {
        return Json.object(
                "plan",
                conduct.plan()
                        .map(plan -> Json.object(
                                "standing", plan.standing().name().toLowerCase(Locale.ROOT), "sha256", plan.sha256())),
                "parameters",
                ResultJson.list(
                        conduct.settings(),
                        one -> Json.object(
                                "model", one.member(),
                                "requested", one.requested(),
                                "dropped", one.dropped(),
                                "idle", one.idle())),
                "flags",
                ResultJson.list(conduct.flags(), flag -> Json.object("model", flag.member(), "words", flag.words())));
    }
}
