package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A digit as a pen wrote it. Immutable.
 *
 * @param lines in the order of writing
 */
public record PenLines(List<PenLine> lines) {

    public PenLines {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    PenLines and(List<PenLine> more) {
        return new PenLines(Stream.concat(lines.stream(), more.stream()).toList());
    }

    /** The same way of another pen. */
    PenLines withWidth(double width) {
        return new PenLines(lines.stream().map(line -> new PenLine(line.points(), width)).toList());
    }

    /** Moves every point; the pen's width becomes {@code penScale} times what it was. */
    PenLines map(Affine affine, double penScale) {
        List<PenLine> mapped = new ArrayList<>(lines.size());
        for (PenLine line : lines) {
            mapped.add(new PenLine(line.points().stream().map(affine::apply).toList(), line.width() * penScale));
        }
        return new PenLines(mapped);
    }

    /** Around the middle of the pen's way; the ink reaches half a pen further. There is at least one line. */
    Box box() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (PenLine line : lines) {
            for (Point point : line.points()) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Box(left, top, right, bottom);
    }

    /** The width of the widest pen. */
    double pen() {
        return lines.stream().mapToDouble(PenLine::width).max().orElse(0);
    }
}
