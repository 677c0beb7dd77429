package dev.kinprint.lab;

import java.util.List;

/** Worlds that several tests look at; making one takes seconds. */
final class Worlds {
    static final Lab FIRST = Lab.world(1);

    private Worlds() {}

    /** The models of a world that are not independent. */
    static List<LabModel> relatives(Lab world) {
        return world.models().stream()
                .filter(model -> model.relation() != LabModel.Relation.INDEPENDENT)
                .toList();
    }
}
