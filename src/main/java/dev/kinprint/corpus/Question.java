package dev.kinprint.corpus;

import dev.kinprint.suite.Probe;
import java.util.Optional;

/**
 * What was asked, as far as judging needs it.
 *
 * @param id unique in the corpus
 * @param category what kind of evidence it was asked for
 * @param prompt the words that the answers answer
 * @param answer the right answer, where there is one
 */
public record Question(String id, Probe.Category category, String prompt, Optional<String> answer) {}
