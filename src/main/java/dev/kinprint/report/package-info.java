/** Prints what was found; computes nothing. */
@NullMarked
package dev.kinprint.report;

import org.jspecify.annotations.NullMarked;
