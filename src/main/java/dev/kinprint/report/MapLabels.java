package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the names of a map's points stand, so that none hides another or a point. Names that are set first come first. */
final class MapLabels {
    private static final int LINE = 15;
    private static final int SPOT = 6;
    private static final int GAP = 9;
    private static final int BASELINE = 4;
    private static final int FARTHEST = 6;

    private final int width;
    private final int height;
    private final List<Box> taken = new ArrayList<>();

    /** An empty map of so many pixels. */
    MapLabels(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * A name that is set.
     *
     * @param text the name
     * @param x where it begins, or ends
     * @param y the line it stands on
     * @param leftward whether it ends at {@code x}
     * @param leader whether it stands so far from its point that a line leads there
     */
    record Label(String text, int x, int y, boolean leftward, boolean leader) {}

    /** A rectangle of pixels. */
    private record Box(int left, int top, int right, int bottom) {
        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Keeps the place of a point free. */
    void spot(int x, int y) {
        taken.add(new Box(x - SPOT, y - SPOT, x + SPOT, y + SPOT));
    }

    /** The name of a point that must have one: beside it, or else as near as there is room. */
    Label named(int x, int y, ShortName name) {
        Label label = IntStream.rangeClosed(0, FARTHEST)
                .boxed()
                .flatMap(lines -> Stream.of(lines, -lines))
                .flatMap(lines -> beside(x, y, lines, name))
                .filter(place -> free(place, name))
                .findFirst()
                .orElseGet(() -> at(x, y, 0, x + GAP + name.width() > width, name));
        return set(label, name);
    }

    /** The name of a point where there is room beside it. */
    Optional<Label> ifRoom(int x, int y, ShortName name) {
        return beside(x, y, 0, name)
                .filter(place -> free(place, name))
                .findFirst()
                .map(place -> set(place, name));
    }

    private static Stream<Label> beside(int x, int y, int lines, ShortName name) {
        return Stream.of(at(x, y, lines, false, name), at(x, y, lines, true, name));
    }

    private static Label at(int x, int y, int lines, boolean leftward, ShortName name) {
        int away = lines == 0 ? GAP : GAP + SPOT;
        return new Label(
                name.text(), leftward ? x - away : x + away, y + BASELINE + lines * LINE, leftward, lines != 0);
    }

    private boolean free(Label place, ShortName name) {
        Box box = box(place, name);
        return box.left >= 0
                && box.right <= width
                && box.top >= 0
                && box.bottom <= height
                && taken.stream().noneMatch(box::touches);
    }

    private Label set(Label label, ShortName name) {
        taken.add(box(label, name));
        return label;
    }

    private static Box box(Label label, ShortName name) {
        int left = label.leftward ? label.x - name.width() - 2 : label.x - 2;
        int top = label.y - BASELINE - LINE / 2;
        return new Box(left, top, left + name.width() + 4, top + LINE);
    }
}
