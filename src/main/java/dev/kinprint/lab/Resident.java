package dev.kinprint.lab;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A model as it lives in a world.
 *
 * @param model its name and lineage
 * @param generator what writes its answers
 * @param prefix a system prompt that it puts before the caller's
 * @param key the seed of its sampling
 */
record Resident(LabModel model, Generator generator, Optional<String> prefix, long key) {
    /** The given draw of this model's answers to a conversation; the system prompt makes another sequence of draws. */
    String answer(Conversation conversation, long draw) {
        String system = prefix.map(words -> words + " " + conversation.system()).orElse(conversation.system());
        Conversation whole = new Conversation(system, conversation.turns());
        long stream = Hash.of(Hash.of(Hash.of(key, whole.hash()), system), draw);
        return generator.write(Reading.read(whole), new SplittableRandom(stream));
    }
}
