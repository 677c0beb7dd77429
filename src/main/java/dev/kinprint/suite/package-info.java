/** What is asked, of whom and how often: probes, subjects and their roles, sampling, the audit file. */
@NullMarked
package dev.kinprint.suite;

import org.jspecify.annotations.NullMarked;
