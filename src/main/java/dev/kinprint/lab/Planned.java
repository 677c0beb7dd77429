package dev.kinprint.lab;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is trained when it is first asked: training takes most of the time that a world takes. */
final class Planned {
    private final LabModel model;
    private final Supplier<Generator> generator;
    private final Optional<String> prefix;
    private final long key;
    private @Nullable Resident resident;

    /**
     * A plan.
     *
     * @param generator trains it; what comes out does not depend on when
     * @param prefix a system prompt that it puts before the caller's
     * @param key the seed of its sampling
     */
    Planned(LabModel model, Supplier<Generator> generator, Optional<String> prefix, long key) {
        this.model = model;
        this.generator = generator;
        this.prefix = prefix;
        this.key = key;
    }

    LabModel model() {
        return model;
    }

    /** The model, which is trained once. */
    synchronized Resident resident() {
        if (resident == null) {
            resident = new Resident(model, generator.get(), prefix, key);
        }
        return resident;
    }
}
