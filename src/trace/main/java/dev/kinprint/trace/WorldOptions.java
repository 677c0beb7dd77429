package dev.kinprint.trace;

import picocli.CommandLine.Option;

/** What a made-up world is like. */
final class WorldOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the world, or of the first. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "300",
            description = "Accounts of people. Default: 300.")
    private int people = 300;

    /** The seed of one of several worlds, from 0. */
    long seed(int number) {
        return seed + number;
    }

    /** One of several worlds. */
    LabWorld world(int number) {
        return new LabWorld(seed(number), people, Evaluation.RING, Evaluation.EACH);
    }
}
