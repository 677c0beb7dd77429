package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The results that promptfoo exports as JSON, versions 2 and 3: each has a provider, a rendered prompt and a response. A
 * response that failed, or was cut or filtered, is brought in as an empty answer, which counts as a gap. promptfoo can be
 * told to write a mark in place of each prompt or output; such a file holds nothing to compare and is refused.
 */
final class PromptfooOutputs {
    private static final Set<String> STRIPPED = Set.of("[prompt stripped]", "[output stripped]");
    private static final Set<String> NOT_WHOLE = Set.of("length", "content_filter");

    private PromptfooOutputs() {}

    static List<Records.Located> read(Json document, Place place) {
        long version = document.at("results", "version").whole().orElse(0L);
        if (version != 2 && version != 3) {
            throw place.error("it is a promptfoo file of "
                    + (version == 0 ? "no known version" : "version " + version)
                    + ", and versions 2 and 3 are known here");
        }
        Samples samples = new Samples();
        List<Records.Located> outputs = new ArrayList<>();
        List<Json> results = document.at("results", "results").items();
        for (int i = 0; i < results.size(); i++) {
            Item result = new Item(place, "results.results[" + i + "]", results.get(i));
            boolean labelled = result.json()
                    .at("provider", "label")
                    .text()
                    .filter(label -> !label.isBlank())
                    .isPresent();
            String model = labelled ? result.name("provider", "label") : result.name("provider", "id");
            String prompt = present(result, result.words("prompt", "raw"));
            outputs.add(new Records.Located(
                    1, new Output(model, Optional.empty(), prompt, samples.next(model, prompt), text(result))));
        }
        return outputs;
    }

    private static String text(Item result) {
        Json output = result.json().at("response", "output");
        if (output.text().isPresent()) {
            boolean whole = result.json()
                    .at("response", "finishReason")
                    .text()
                    .filter(NOT_WHOLE::contains)
                    .isEmpty();
            return whole ? present(result, output.text().get()) : "";
        }
        boolean failed = result.json().at("error").text().isPresent()
                || result.json().at("response", "error").text().isPresent();
        if (failed && (!output.present() || output instanceof Json.Null)) {
            return "";
        }
        throw result.wrong("response.output is no text");
    }

    private static String present(Item result, String text) {
        if (STRIPPED.contains(text)) {
            throw result.wrong("promptfoo wrote " + text + " in place of the text; export without PROMPTFOO_STRIP_*");
        }
        return text;
    }
}
