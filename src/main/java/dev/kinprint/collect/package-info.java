/** Asks every open cell, and archives every attempt before the next. */
@NullMarked
package dev.kinprint.collect;

import org.jspecify.annotations.NullMarked;
