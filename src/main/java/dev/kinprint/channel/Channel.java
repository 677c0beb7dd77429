package dev.kinprint.channel;

/**
 * One kind of evidence. A channel sees texts and vectors; it never sees roles, thresholds or labels.
 *
 * <p>Under one reference set its scores are symmetric in the two models, so they say nothing about who learnt from whom.
 */
public interface Channel {
    /** The id used in options, files and tables. */
    String id();

    /** What it compares, in a few plain words. */
    String title();

    /** The unit and range of its raw score. */
    String unit();

    /** What it cannot tell, and what happens with too little data: plain sentences. */
    String limits();

    /** What all models' texts look like to this channel. */
    Profile fit(Material material);
}
