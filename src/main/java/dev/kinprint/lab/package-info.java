/**
 * The embedded default: small generative models of known lineage behind a loopback server.
 *
 * <p>A {@link dev.kinprint.lab.Lab} is a world of models that follows from a seed. Teachers, bases, derived models and
 * most decoys are text generators, a shared grammar weighed by a house style; students and some decoys are n-gram
 * language models that were trained, at start-up, on answers to questions of the lab's own. A
 * {@link dev.kinprint.lab.RunningLab} serves a world in four wire dialects, each model in one of them.
 *
 * <p>Draws: the answer depends on the world's seed, the model, the conversation and the number of the draw. A request
 * carries no such number, so the server counts: the first request of a model for one conversation (system prompt and
 * turns) gets draw 0, the next draw 1, whatever is asked in between. A dialect's {@code seed}, where the request has
 * one, is the number of the draw itself. A server that is started anew counts from 0 again. Temperature and its like
 * are checked and have no effect.
 */
@NullMarked
package dev.kinprint.lab;

import org.jspecify.annotations.NullMarked;
