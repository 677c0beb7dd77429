/**
 * A suspect against millions of logged exchanges, as Spark jobs with a main of its own, in a jar of its own.
 *
 * <p>In the order in which a log is read: {@link dev.kinprint.trace.LogReader} turns files into exchanges and counts what
 * it leaves out; {@link dev.kinprint.trace.Signs} says which accounts look like one harvest; {@link
 * dev.kinprint.trace.ProbeDraw} draws prompts to ask the suspect; {@link dev.kinprint.trace.Echo} says how much nearer
 * its answers are to the logged ones than to fresh ones; {@link dev.kinprint.trace.EchoReport} prints it.
 *
 * <p>No step brings the log to the driver: what is collected there are probes, counts, and rows of accounts that are
 * printed.
 */
@NullMarked
package dev.kinprint.trace;

import org.jspecify.annotations.NullMarked;
