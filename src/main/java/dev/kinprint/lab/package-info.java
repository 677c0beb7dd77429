/** The embedded default: small generative models of known lineage behind a loopback server. */
@NullMarked
package dev.kinprint.lab;

import org.jspecify.annotations.NullMarked;
