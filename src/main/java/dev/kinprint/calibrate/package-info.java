/** Scores to likelihood ratios with intervals; fitting, storing and validating a calibration. */
@NullMarked
package dev.kinprint.calibrate;

import org.jspecify.annotations.NullMarked;
