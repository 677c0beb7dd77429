package dev.kinprint.replay;

/**
 * One model whose answers are served.
 *
 * @param subject its id in the run
 * @param provider the provider profile that it was asked through
 * @param model the name that was sent
 * @param baseUrl where it is asked now
 * @param answers how many answers are recorded
 */
public record Voice(String subject, String provider, String model, String baseUrl, int answers) {}
