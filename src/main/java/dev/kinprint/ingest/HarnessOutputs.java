package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records of lm-evaluation-harness, as it writes them with {@code --log_samples} to {@code MODEL/samples_TASK_TIME.jsonl}.
 * The model is named by the folder. Only tasks that generate text can be read; those that compare probabilities have no
 * answers.
 *
 * <p>To an API that takes chat messages the harness sends them as a JSON text, and writes that as a list of one. The
 * question is then what the user says.
 *
 * <p>Where a task reads its answers through several filters, the harness writes every record once for each of them, with
 * the same answers. Those of a file's first filter are taken.
 */
final class HarnessOutputs {
    private static final String NOTHING = "the task compares probabilities and generates nothing";

    private final Optional<String> folder;
    private final Place place;
    private final Samples samples = new Samples();
    private Optional<String> filter = Optional.empty();

    HarnessOutputs(Optional<String> folder, Place place) {
        this.folder = folder;
        this.place = place;
    }

    /** Whether a record is one of these. */
    static boolean known(Json record) {
        return record.at("doc_id").present() && record.at("resps").present();
    }

    List<Output> read(EntryReader.Entry entry) {
        String model = folder.orElseThrow(() -> place.error(
                entry.line(),
                "a record of lm-evaluation-harness names no model; import the folder that holds the model's folder"));
        Optional<String> own = entry.json().at("filter").text();
        filter = filter.or(() -> own);
        if (!own.equals(filter)) {
            return List.of();
        }
        List<Json> requests = entry.json().at("resps").items();
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            String prompt = prompt(entry, i);
            for (Json answer : requests.get(i).items()) {
                String text =
                        answer.text().orElseThrow(() -> place.error(entry.line(), "resps holds no text: " + NOTHING));
                outputs.add(new Output(model, Optional.empty(), prompt, samples.next(model, prompt), text));
            }
        }
        if (outputs.isEmpty()) {
            throw place.error(entry.line(), "resps holds no answer");
        }
        return outputs;
    }

    /** A list of lists up to 0.4.3, an object of objects since. Beside the prompt stand settings, where text is made. */
    private String prompt(EntryReader.Entry entry, int request) {
        Json arguments = entry.json().at("arguments");
        Json listed = arguments.at(request);
        boolean list = listed.at(0).present();
        Json context = list ? listed.at(0) : arguments.at("gen_args_" + request, "arg_0");
        String prompt = context.text()
                .or(() -> context.at(0).text().flatMap(HarnessOutputs::chat))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> place.error(
                        entry.line(),
                        "its arguments hold no prompt in a form of lm-evaluation-harness that is known here (0.4)"));
        Json settings = list ? listed.at(1) : arguments.at("gen_args_" + request, "arg_1");
        if (!(settings instanceof Json.Obj)) {
            throw place.error(entry.line(), "its arguments hold no settings for generating: " + NOTHING);
        }
        return prompt;
    }

    private static Optional<String> chat(String messages) {
        try {
            return Item.asked(Json.parse(messages.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonFault e) {
            return Optional.empty();
        }
    }
}
