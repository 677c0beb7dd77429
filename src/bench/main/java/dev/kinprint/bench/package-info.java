/** Measures Kinprint beside its peers, on the same texts in the same run. Built into a jar of its own. */
@NullMarked
package dev.kinprint.bench;

import org.jspecify.annotations.NullMarked;
