/** How one vendor speaks: a pure codec both ways, and dated profile data. */
@NullMarked
package dev.kinprint.provider;

import org.jspecify.annotations.NullMarked;
