/** Every pair on every channel, against its own background. */
@NullMarked
package dev.kinprint.compare;

import org.jspecify.annotations.NullMarked;
