package dev.kinprint.ingest;

import dev.kinprint.json.Json;
import java.util.Optional;

/**
 * One answer of one model, as a record of a file gives it.
 *
 * @param model the model's name, in the words of the file
 * @param probe the question's id, where the file has one
 * @param prompt the question
 * @param sample which of several answers to the question, from 0
 * @param text the answer; may be empty
 */
record Output(String model, Optional<String> probe, String prompt, int sample, String text) {
    /** The longest name, in characters. */
    static final int LONGEST_NAME = 512;

    /** The most answers of one model to one question. */
    static final int MOST_SAMPLES = 10_000;

    /**
     * Reads a record: AlpacaEval's {@code {instruction, output, generator}}, or {@code {model, probe, prompt, sample,
     * text}} of which probe and sample may be missing. Further members are left aside.
     *
     * @param folder the name of the model's folder, which AlpacaEval's layout names it by
     */
    static Output read(EntryReader.Entry entry, Optional<String> folder, Place place) {
        Fields fields = new Fields(entry, place);
        boolean alpaca = entry.json().at("instruction").present();
        String model = alpaca && folder.isPresent() ? folder.get() : fields.name(alpaca ? "generator" : "model");
        return new Output(
                model,
                alpaca || !entry.json().at("probe").present() ? Optional.empty() : Optional.of(fields.name("probe")),
                fields.words(alpaca ? "instruction" : "prompt"),
                alpaca ? 0 : fields.sample(),
                fields.text(alpaca ? "output" : "text"));
    }

    private record Fields(EntryReader.Entry entry, Place place) {
        String text(String member) {
            Json value = entry.json().at(member);
            return value.text()
                    .orElseThrow(() -> place.error(
                            entry.line(), "the record has no " + member + (value.present() ? " that is a text" : "")));
        }

        String words(String member) {
            String text = text(member);
            if (text.isBlank()) {
                throw place.error(entry.line(), member + " is blank");
            }
            return text;
        }

        String name(String member) {
            String name = words(member);
            if (name.length() > LONGEST_NAME) {
                throw place.error(entry.line(), member + " is longer than " + LONGEST_NAME + " characters");
            }
            return name;
        }

        int sample() {
            Json value = entry.json().at("sample");
            if (!value.present()) {
                return 0;
            }
            long sample = value.whole().orElse(-1L);
            if (sample < 0 || sample >= MOST_SAMPLES) {
                throw place.error(entry.line(), "sample is no whole number from 0 to " + (MOST_SAMPLES - 1));
            }
            return (int) sample;
        }
    }
}
