package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.channel.Channels;
import dev.kinprint.corpus.StoredDocuments;
import dev.kinprint.embed.EmbedderId;
import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import dev.kinprint.suite.JudgeSettings.Ablation;
import dev.kinprint.verdict.Policy;
import dev.kinprint.verdict.Support;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that is decided before the first question: who is asked what, how often, and how it is judged. */
final class PlannedJudging {
    private PlannedJudging() {}

    /**
     * The plan as it follows from what an archive holds; empty where it holds no audit.
     *
     * @param request how it is, or will be, judged
     * @param embedder the embedding model that is, or will be, used
     * @param stopped whether a suspect was stopped before all questions were asked
     */
    static Optional<Json.Obj> of(
            Archive archive, JudgingRequest request, Optional<EmbedderId> embedder, boolean stopped) {
        Optional<Bytes> audit = archive.document(StoredDocuments.AUDIT);
        Optional<Bytes> suite = archive.document(StoredDocuments.SUITE);
        if (audit.isEmpty() || suite.isEmpty()) {
            return Optional.empty();
        }
        try {
            SortedMap<String, Json> said = new TreeMap<>(
                    Json.parse(audit.get().toArray(), JsonLimits.FILE).members());
            // What it may cost, and whether a gate holds, do not change what is found.
            said.remove("limits");
            said.remove("gate");
            return Optional.of(Json.object(
                    "version", Version.number(),
                    "audit", new Json.Obj(said),
                    "probes", suite.get().sha256(),
                    "judging",
                            Json.object(
                                    "suspects", request.suspects(),
                                    "candidates", request.candidates(),
                                    "channels", request.channels().isEmpty() ? Channels.ids() : request.channels(),
                                    "calibration", request.calibration(),
                                    // A name may come to stand for another file: what is in it is part of the plan.
                                    "calibrationId",
                                            Calibrations.named(request.calibration())
                                                    .id(),
                                    "embedder",
                                            embedder.map(id -> id.name() + "-" + id.fingerprint())
                                                    .orElse("none"),
                                    "draws", request.draws(),
                                    "seed", request.seed(),
                                    "ablations",
                                            request.ablations().stream()
                                                    .map(Ablation::word)
                                                    .toList()),
                    "stopping", stopped ? "as soon as it was decided" : "when every question was asked",
                    "thresholds",
                            Json.object(
                                    "scale", Support.scale(),
                                    "namedFromRatio", Policy.NAMED_FROM_RATIO,
                                    "fullBackground", Policy.FULL_BACKGROUND)));
        } catch (JsonFault e) {
            return Optional.empty();
        }
    }
}
