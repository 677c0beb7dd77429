package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import dev.kinprint.json.JsonLimits;
import java.io.IOException;
import java.util.List;

/** Outputs in a file that is one JSON document: a run of promptfoo, a log of Inspect, or a run of HELM. */
final class DocumentOutputs {
    private static final int MOST_BYTES = 512 << 20;

    private DocumentOutputs() {}

    static List<Records.Located> read(ByteSource source, Place place) throws IOException {
        byte[] bytes = source.rest(MOST_BYTES, place);
        Json document;
        try {
            document = Json.parse(bytes, JsonLimits.FILE);
        } catch (JsonFault e) {
            throw place.error("a .json file that begins with a brace is read as one document, and: " + e.getMessage()
                    + " (a file with one object a line is to be named .jsonl)");
        }
        if (document.at("results", "results").present()
                || document.at("results", "table").present()) {
            return PromptfooOutputs.read(document, place);
        } else if (document.at("eval").present()) {
            return InspectOutputs.read(document, place);
        } else if (document.at("request_states").present()) {
            return HelmOutputs.read(document, place);
        }
        throw place.error(
                "it is no document of promptfoo (with results.results), of Inspect (with eval and samples) or of"
                        + " HELM (with request_states)");
    }
}
