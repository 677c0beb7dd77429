/** What is behind an endpoint, and is it still the same: a library of fingerprints, identifying, and watching for drift. */
@NullMarked
package dev.kinprint.watch;

import org.jspecify.annotations.NullMarked;
