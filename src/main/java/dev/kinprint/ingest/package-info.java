/** Brings outputs made elsewhere into an archive, with the hash of their source. */
@NullMarked
package dev.kinprint.ingest;

import org.jspecify.annotations.NullMarked;
