package dev.kinprint.lab;

import java.util.SplittableRandom;

/** A model without its name: writes answers. */
sealed interface Generator permits StyledGenerator, NgramGenerator {
    /**
     * One answer.
     *
     * @param question what is asked
     * @param random decides between answers that the model could give; equal states give equal answers
     */
    String write(Question question, SplittableRandom random);
}
