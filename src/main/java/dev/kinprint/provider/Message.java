package dev.kinprint.provider;

/**
 * One turn of a conversation.
 *
 * @param fromUser whether the user says it, rather than the model
 * @param text what is said
 */
public record Message(boolean fromUser, String text) {}
