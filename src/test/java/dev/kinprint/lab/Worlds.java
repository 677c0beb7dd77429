package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Worlds that several tests look at; making one takes seconds. */
public final class Worlds {
    /** The seed of the first world, which is the demo's. */
    public static final long FIRST_SEED = 1;

    /** The first world. */
    public static final Lab FIRST = Lab.world(FIRST_SEED);

    private Worlds() {}

    /** The models of a world that are not independent. */
    static List<LabModel> relatives(Lab world) {
        return world.models().stream()
                .filter(model -> model.relation() != LabModel.Relation.INDEPENDENT)
                .toList();
    }

    /**
     * What a client of the lab's server gets, without the way over HTTP.
     *
     * @param turns what is said in turn, by the user first and last
     * @param limit the most tokens that the answer may have
     * @return the answer, or nothing where the limit cuts it
     */
    public static Optional<String> whole(Lab lab, String model, List<String> turns, int sample, long limit) {
        List<Conversation.Turn> said = new ArrayList<>();
        for (String words : turns) {
            said.add(new Conversation.Turn(said.size() % 2 == 0, words));
        }
        Conversation conversation = new Conversation("", said);
        Answer answer = Answer.to(
                new Ask(model, conversation, Optional.of(limit), Optional.empty(), List.of()),
                lab.resident(model).orElseThrow().answer(conversation, sample));
        return answer.end() == Answer.End.LIMIT ? Optional.empty() : Optional.of(answer.text());
    }
}
