/** Canonical JSON: sorted keys, finite numbers, strict parsing. A leaf that knows no domain type. */
@NullMarked
package dev.kinprint.json;

import org.jspecify.annotations.NullMarked;
