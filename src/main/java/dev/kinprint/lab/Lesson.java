package dev.kinprint.lab;

/**
 * One training text.
 *
 * @param question what was asked
 * @param answer what the teacher or the base answered
 */
record Lesson(Question question, String answer) {}
