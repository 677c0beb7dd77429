package dev.kinprint.collect;

import dev.kinprint.archive.CellKey;
import dev.kinprint.archive.Spend;
import dev.kinprint.provider.Outcome;
import java.time.Duration;

/** Hears how a collection goes, on the collecting thread; what it is told of as stored is on disk. */
public interface CollectListener {
    /** Hears nothing. */
    CollectListener SILENT = new CollectListener() {};

    /** Of a model's cells so many are planned, and so many of them need no call. */
    default void planned(String subject, int cells, int settled) {}

    /** An answer is stored. */
    default void stored(CellKey cell, Outcome outcome) {}

    /** A cell will have no answer in this run, for the given reason. */
    default void missed(CellKey cell, String reason) {}

    /** A cell is asked again later. */
    default void again(CellKey cell, String reason, Duration pause) {}

    /** Nothing is sent to a host for a while. */
    default void waiting(String host, String reason, Duration pause) {}

    /** A model is asked no more. */
    default void halted(String subject, String reason) {}

    /** What has been spent so far. */
    default void spent(Spend spend) {}
}
