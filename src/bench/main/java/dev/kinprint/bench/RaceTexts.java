package dev.kinprint.bench;

import dev.kinprint.lab.Lab;
import dev.kinprint.lab.LabModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Texts like answers: those of the lab's models, several put together and cut so that one reading of the model fits. */
final class RaceTexts {
    private static final int LONGEST = 256;
    private static final int MOST_PARTS = 4;

    private RaceTexts() {}

    /**
     * Makes texts, all different.
     *
     * @param count how many
     * @param tokens how many tokens a text has, special ones included
     */
    static List<String> of(int count, ToIntFunction<String> tokens) {
        Lab lab = Lab.world(1);
        List<LabModel> models = lab.models();
        List<String> prompts = Lab.trainingPrompts();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; texts.size() < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part <= i % MOST_PARTS; part++) {
                String model = models.get((i + part) % models.size()).id();
                text.append(lab.answer(model, prompts.get((i * 7 + part) % prompts.size()), i))
                        .append("\n\n");
            }
            String cut = text.toString().strip();
            while (tokens.applyAsInt(cut) > LONGEST) {
                cut = cut.substring(0, cut.length() * 9 / 10);
            }
            if (!cut.isBlank() && !texts.contains(cut)) {
                texts.add(cut);
            }
        }
        return texts;
    }
}
