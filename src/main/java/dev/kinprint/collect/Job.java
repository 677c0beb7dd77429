package dev.kinprint.collect;

import dev.kinprint.archive.Cell;
import java.util.OptionalLong;

/**
 * One cell and how it is asked.
 *
 * @param cell what is asked
 * @param parcel what is sent
 * @param lane the host and port, by which calls are paced
 * @param cost what it may come to
 */
record Job(Cell cell, Parcel parcel, String lane, Cost cost) {
    /** The most that it can cost, in billionths of a US dollar; empty where no price is known. */
    OptionalLong reserve() {
        return cost.high();
    }

    /** Which key it is asked with, at which host: what an empty account or a wrong key stops. */
    String account() {
        String name = parcel.key()
                .flatMap(Parcel.KeyHeader::held)
                .map(Secret::name)
                .orElse(cell.key().subject());
        return lane + " " + name;
    }
}
