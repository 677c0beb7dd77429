/** Text to vector, with a sentence embedding model that runs on this machine. */
@NullMarked
package dev.kinprint.embed;

import org.jspecify.annotations.NullMarked;
