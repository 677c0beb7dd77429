package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records of lm-evaluation-harness, as it writes them with {@code --log_samples} to {@code MODEL/samples_TASK_TIME.jsonl}.
 * The model is named by the folder. Only tasks that generate text can be read; those that compare probabilities have no
 * answers.
 */
final class HarnessOutputs {
    private HarnessOutputs() {}

    /** Whether a record is one of these. */
    static boolean known(Json record) {
        return record.at("doc_id").present() && record.at("resps").present();
    }

    static List<Output> read(EntryReader.Entry entry, Optional<String> folder, Samples samples, Place place) {
        String model = folder.orElseThrow(() -> place.error(
                entry.line(),
                "a record of lm-evaluation-harness names no model; import the folder that holds the model's folder"));
        String prompt = prompt(entry.json().at("arguments"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> place.error(
                        entry.line(),
                        "its arguments hold no prompt in a form of lm-evaluation-harness that is known here (0.4)"));
        List<Json> generated = entry.json().at("resps", 0).items();
        if (generated.isEmpty()) {
            throw place.error(entry.line(), "resps holds no answer");
        }
        List<Output> outputs = new ArrayList<>();
        for (Json answer : generated) {
            String text = answer.text()
                    .orElseThrow(() -> place.error(
                            entry.line(),
                            "resps holds no text: the task compares probabilities and generates nothing"));
            outputs.add(new Output(model, Optional.empty(), prompt, samples.next(model, prompt), text));
        }
        return outputs;
    }

    /** A list of lists up to 0.4.3, an object of objects since. */
    private static Optional<String> prompt(Json arguments) {
        Optional<String> listed = arguments.at(0, 0).text();
        return listed.isPresent() ? listed : arguments.at("gen_args_0", "arg_0").text();
    }
}
