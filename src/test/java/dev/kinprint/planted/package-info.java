/** Violations of each rule of the architecture, so that a test can see that the rules find them. */
package dev.kinprint.planted;
