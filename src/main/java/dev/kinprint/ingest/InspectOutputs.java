package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A log that Inspect wrote as JSON, version 2. The model is {@code eval.model}, the question a sample's input (of a
 * conversation, what the user says), the sample number its epoch. A sample that failed, or whose answer was cut or
 * filtered, is brought in as an empty answer, which counts as a gap.
 */
final class InspectOutputs {
    private static final long VERSION = 2;
    private static final String ATTACHMENT = "attachment://";
    private static final Set<String> NOT_WHOLE = Set.of("max_tokens", "model_length", "content_filter");

    private InspectOutputs() {}

    static List<Records.Located> read(Json document, Place place) {
        long version = document.at("version").whole().orElse(0L);
        if (version != VERSION) {
            throw place.error("it is an Inspect log of " + (version == 0 ? "no known version" : "version " + version)
                    + ", and version " + VERSION + " is known here");
        }
        String model = new Item(place, "eval", document.at("eval")).name("model");
        List<Json> samples = document.at("samples").items();
        if (samples.isEmpty()) {
            throw place.error("the log holds no samples; write it whole, with `inspect log dump`");
        }
        List<Records.Located> outputs = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Item sample = new Item(place, "samples[" + i + "]", samples.get(i));
            outputs.add(new Records.Located(
                    1, new Output(model, Optional.empty(), prompt(sample), epoch(sample), text(sample))));
        }
        return outputs;
    }

    private static String prompt(Item sample) {
        Json input = sample.json().at("input");
        return input.text()
                .map(text -> whole(sample, text))
                .or(() -> Item.asked(input, text -> whole(sample, text)))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> sample.wrong("its input is no text"));
    }

    private static int epoch(Item sample) {
        Json epoch = sample.json().at("epoch");
        long number = epoch.present() ? epoch.whole().orElse(0L) : 1;
        if (number < 1 || number > Output.MOST_SAMPLES) {
            throw sample.wrong("epoch is no whole number from 1 to " + Output.MOST_SAMPLES);
        }
        return (int) number - 1;
    }

    private static String text(Item sample) {
        Json choice = sample.json().at("output", "choices", 0);
        if (!choice.present()
                || sample.json().at("error") instanceof Json.Obj
                || choice.at("stop_reason").text().filter(NOT_WHOLE::contains).isPresent()) {
            return "";
        }
        return Item.content(choice.at("message", "content"), text -> whole(sample, text))
                .orElseThrow(() -> sample.wrong("output.choices[0].message.content is no text"));
    }

    /** A long text may stand among the attachments of its sample, and only its name where the text should be. */
    private static String whole(Item sample, String text) {
        if (!text.startsWith(ATTACHMENT)) {
            return text;
        }
        return sample.json()
                .at("attachments", text.substring(ATTACHMENT.length()))
                .text()
                .orElseThrow(() -> sample.wrong("its text is an attachment that the log does not hold"));
    }
}
