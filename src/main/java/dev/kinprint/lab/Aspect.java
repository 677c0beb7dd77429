package dev.kinprint.lab;

/**
 * Something that can be said in a field.
 *
 * @param noun what it is about
 * @param action what to do
 * @param reason why that works, a clause
 * @param trouble what goes wrong without it, a gerund
 */
record Aspect(Node noun, Node action, Node reason, Node trouble) {}
