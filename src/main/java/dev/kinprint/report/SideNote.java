package dev.kinprint.report;

import java.util.Optional;

/**
 * What a test beside the verdict found for a pair. It enters no likelihood ratio.
 *
 * @param suspect the model under question
 * @param candidate the possible source
 * @param test the id of the test
 * @param title what it compares
 * @param value its value in {@code unit}; empty where there was too little data
 * @param pValue its p-value; empty for mere observations and where there was too little data
 * @param unit the unit of the value, and what the p-value speaks of
 * @param questions how many questions it rests on
 * @param words the finding, or what is missing, as a plain sentence
 */
public record SideNote(
        String suspect,
        String candidate,
        String test,
        String title,
        Optional<Double> value,
        Optional<Double> pValue,
        String unit,
        int questions,
        String words) {}
