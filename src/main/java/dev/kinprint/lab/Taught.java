package dev.kinprint.lab;

/**
 * A student and its dose.
 *
 * @param model the student
 * @param teacher the model whose student it is
 * @param percent of how many percent of its training texts the teacher is the author; 0 for a model of its base alone
 */
public record Taught(String model, String teacher, int percent) {}
