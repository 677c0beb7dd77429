/** One kind of evidence each: fits on a corpus, scores a pair of models. */
@NullMarked
package dev.kinprint.channel;

import org.jspecify.annotations.NullMarked;
