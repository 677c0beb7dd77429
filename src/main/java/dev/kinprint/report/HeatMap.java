package dev.kinprint.report;

import java.util.List;
import java.util.Optional;

/**
 * A matrix between models. Where rows and columns are the same models it is symmetric, and its diagonal holds the
 * similarity of a model to repeated samples of itself, or nothing.
 *
 * @param title what it shows, a few words
 * @param unit the unit of its numbers
 * @param explanation one or two plain sentences for the caption
 * @param scale how its colours run
 * @param rows the models of the rows, in the order to print
 * @param columns the models of the columns, in the order to print
 * @param cells by row, then column; empty where there is too little data
 */
public record HeatMap(
        String title,
        String unit,
        String explanation,
        Scale scale,
        List<String> rows,
        List<String> columns,
        List<List<Optional<Double>>> cells) {

    /** How colours run. */
    public enum Scale {
        /** From the least number to the greatest. */
        SEQUENTIAL,
        /** From 0 to either side. */
        DIVERGING
    }

    /** Refuses a matrix whose size is not that of its labels, and numbers that are not finite. */
    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException("cells: " + cells.size() + " rows for " + rows.size() + " labels");
        }
        for (List<Optional<Double>> row : cells) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "cells: " + row.size() + " columns for " + columns.size() + " labels");
            }
            if (row.stream().anyMatch(cell -> cell.isPresent() && !Double.isFinite(cell.get()))) {
                throw new IllegalArgumentException("cells: a number of " + title + " is not finite");
            }
        }
    }
}
