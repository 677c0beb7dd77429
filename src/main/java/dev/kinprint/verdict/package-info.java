/** Applies the written policy and the verbal scale to evidence. */
@NullMarked
package dev.kinprint.verdict;

import org.jspecify.annotations.NullMarked;
