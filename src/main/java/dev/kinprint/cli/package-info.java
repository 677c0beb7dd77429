/** Parses arguments, wires the parts and maps the outcome to an exit code. The only package that knows them all. */
@NullMarked
package dev.kinprint.cli;

import org.jspecify.annotations.NullMarked;
