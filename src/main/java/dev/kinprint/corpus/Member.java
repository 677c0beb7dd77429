package dev.kinprint.corpus;

import dev.kinprint.suite.Origin;

/**
 * A model whose texts are under study.
 *
 * @param id its short name, unique in the corpus
 * @param origin what is declared about its descent
 */
public record Member(String id, Origin origin) {}
