package dev.kinprint.trace;

/**
 * One logged exchange.
 *
 * @param account who asked
 * @param at when, in seconds since 1970
 * @param prompt what was asked
 * @param answer what was answered
 */
record Exchange(String account, long at, String prompt, String answer) {}
