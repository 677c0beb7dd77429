/** Turns stored bytes into the texts under study, and says what is missing and why. */
@NullMarked
package dev.kinprint.corpus;

import org.jspecify.annotations.NullMarked;
