/** CSV files, read and written. A leaf that knows no domain type. */
@NullMarked
package dev.kinprint.table;

import org.jspecify.annotations.NullMarked;
