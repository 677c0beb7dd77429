/** Shows later what a run was when it was closed: a plan locked before the first call, a seal, and its verification. */
@NullMarked
package dev.kinprint.custody;

import org.jspecify.annotations.NullMarked;
