/** Keeps every exchange verbatim, append-only and provably unchanged, in one SQLite file. */
@NullMarked
package dev.kinprint.archive;

import org.jspecify.annotations.NullMarked;
