package dev.kinprint.cli;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns apart by two spaces, numbers to the right. */
final class TextTable {
    private static final int WIDEST = 60;
    private static final String NUMBER = "[-+]?[0-9][0-9.,]*( ?%)?|-";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    /** Adds a row; a cell is one line, cut where it is long. */
    TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(TerminalText.line(cell.toString(), WIDEST));
        }
        if (row.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "cells: " + row.size() + " for " + rows.get(0).size() + " columns");
        }
        rows.add(List.copyOf(row));
        return this;
    }

    /** The table, lines apart by line feeds, without one at the end. */
    @Override
    public String toString() {
        int columns = rows.get(0).size();
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String gap = " ".repeat(width(c) - length(row.get(c)));
                line.append(number(c) ? gap + row.get(c) : row.get(c) + gap);
                line.append("  ");
            }
            out.append(out.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return out.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private boolean number(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).allMatch(row -> row.get(column).matches(NUMBER));
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
