package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code scenario_state.json} of a run of HELM. The question is the prompt that was sent, and every completion is a
 * sample. A request that failed is brought in as an empty answer, which counts as a gap. HELM writes no version; a file
 * whose requests do not have the members that versions 0.2 to 0.5 write is refused, and so is one whose texts HELM has
 * encrypted before it was published.
 */
final class HelmOutputs {
    private static final Pattern ENCRYPTED = Pattern.compile("\\[encrypted_text_\\d+\\]");

    private HelmOutputs() {}

    static List<Records.Located> read(Json document, Place place) {
        Samples samples = new Samples();
        List<Records.Located> outputs = new ArrayList<>();
        List<Json> states = document.at("request_states").items();
        for (int i = 0; i < states.size(); i++) {
            Item state = new Item(place, "request_states[" + i + "]", states.get(i));
            if (state.json().at("request_mode").text().isPresent()) {
                throw state.wrong("the run compares probabilities of given answers and generates none");
            }
            if (!state.json().at("request").present()
                    || !state.json().at("result").present()) {
                throw state.wrong("it has no request and result as versions 0.2 to 0.5 of HELM write them");
            }
            if (state.json().at("request", "echo_prompt").truth().orElse(false)) {
                throw state.wrong("the run has the prompt repeated to measure its probability and generates none");
            }
            String model = state.name("request", "model");
            String prompt = prompt(state);
            for (String text : texts(state)) {
                outputs.add(new Records.Located(
                        1, new Output(model, Optional.empty(), prompt, samples.next(model, prompt), text)));
            }
        }
        return outputs;
    }

    /** Chat models are sent messages, and then the prompt is empty. */
    private static String prompt(Item state) {
        return readable(
                state,
                Item.asked(state.json().at("request", "messages")).orElseGet(() -> state.words("request", "prompt")));
    }

    private static String readable(Item state, String text) {
        if (ENCRYPTED.matcher(text).find()) {
            throw state.wrong("its texts are encrypted; decrypt the run with HELM's own tool first");
        }
        return text;
    }

    private static List<String> texts(Item state) {
        if (!state.json().at("result", "success").truth().orElse(false)) {
            return List.of("");
        }
        List<Json> completions = state.json().at("result", "completions").items();
        if (completions.isEmpty()) {
            throw state.wrong("result.completions is empty");
        }
        return completions.stream()
                .map(completion -> {
                    boolean cut =
                            completion.at("finish_reason", "reason").text().equals(Optional.of("length"));
                    return cut
                            ? ""
                            : completion
                                    .at("text")
                                    .text()
                                    .map(text -> readable(state, text))
                                    .orElseThrow(() -> state.wrong("result.completions holds no text"));
                })
                .toList();
    }
}
