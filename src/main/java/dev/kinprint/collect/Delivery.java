package dev.kinprint.collect;

import dev.kinprint.archive.Reply;

/** What became of one request, as far as the wire shows. */
sealed interface Delivery {
    /** A reply, complete as far as HTTP tells. */
    record Answered(Reply reply) implements Delivery {}

    /** A reply whose body did not come to its end. */
    record Broken(Reply reply, String reason) implements Delivery {}

    /**
     * The request provably did not leave.
     *
     * @param lasting whether another attempt would come to the same
     */
    record NotSent(String reason, boolean lasting) implements Delivery {}

    /** The request left, or may have left, and nothing came back. */
    record Lost(String reason) implements Delivery {}
}
