package dev.kinprint.report;

/**
 * What a model said about who it is. It is shown apart and enters no likelihood ratio.
 *
 * @param member the model
 * @param question the question's id
 * @param text its answer; hostile text
 */
public record Observation(String member, String question, String text) {}
