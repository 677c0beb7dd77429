/** Numbers in, numbers out: resampling, logistic regression, error rates. */
@NullMarked
package dev.kinprint.stats;

import org.jspecify.annotations.NullMarked;
