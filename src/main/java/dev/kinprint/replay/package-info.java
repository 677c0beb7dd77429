/** Serves what a run recorded, so that a pipeline can be rehearsed without a vendor. */
@NullMarked
package dev.kinprint.replay;

import org.jspecify.annotations.NullMarked;
