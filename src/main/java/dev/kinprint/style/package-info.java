/** Text to tokens, n-grams, format counts and edit similarities. */
@NullMarked
package dev.kinprint.style;

import org.jspecify.annotations.NullMarked;
