package dev.kinprint.archive;

/**
 * An answer that was made elsewhere.
 *
 * @param key which model, probe and sample it answers
 * @param body the answer, in the bytes that the importer gives
 */
public record ImportedAnswer(CellKey key, Bytes body) {}
