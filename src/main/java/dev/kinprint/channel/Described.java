package dev.kinprint.channel;

/** The words that describe a channel; see {@link Channel}. */
record Described(String id, String title, String unit, String limits) {}
