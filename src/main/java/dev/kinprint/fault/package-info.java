/** The one way to tell an operator what is wrong, where, why and what to do next. A leaf that knows no domain type. */
@NullMarked
package dev.kinprint.fault;

import org.jspecify.annotations.NullMarked;
