package dev.kinprint.trace;

/**
 * What embedding took, over all executors.
 *
 * @param models how many embedding models were loaded: one for each executor that had none yet
 * @param asked how many vectors were wanted, counting a text each time that it is
 * @param embedded how many texts went through a model; the other vectors came from the cache
 */
record EmbeddedTexts(long models, long asked, long embedded) {
    /** Checks that nothing was embedded that nobody asked for. */
    EmbeddedTexts {
        if (models < 0 || embedded < 0 || embedded > asked) {
            throw new IllegalArgumentException("models, asked, embedded: " + models + ", " + asked + ", " + embedded);
        }
    }

    /** The counts in one sentence. */
    String words() {
        return Words.of(
                "%,d vectors: %,d embedded by %,d newly loaded %s, %,d from the cache.",
                asked, embedded, models, models == 1 ? "model" : "models", asked - embedded);
    }
}
