package dev.kinprint.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A cell as the archive holds it.
 *
 * @param cell the request
 * @param state the latest state
 * @param attempts how often it was tried
 * @param at when it came into this state, to the millisecond
 * @param cost reserved or settled cost of the last attempt, in billionths of a US dollar; empty where unknown
 * @param reply what came back with the last step, where something did
 * @param reason why it is in this state, where there is something to say
 */
public record StoredExchange(
        Cell cell, State state, int attempts, Instant at, OptionalLong cost, Optional<Reply> reply, String reason) {}
