package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The lines found in a digit, and what can be done to them. Distances that are given are shares of its height. Immutable.
 *
 * @param lines at least one
 */
record TracedDigit(PenLines lines) {

    /** Pieces of a curve. */
    private static final int PIECES = 8;

    double height() {
        return lines.box().height();
    }

    /** Its highest place. */
    Point top() {
        return points().min(Comparator.comparingDouble(Point::y)).orElseThrow();
    }

    /** Its lowest place. */
    Point bottom() {
        return points().max(Comparator.comparingDouble(Point::y)).orElseThrow();
    }

    /** How far down it reaches at the left of a column; as far as its middle where nothing is there. */
    double lowest(double column) {
        return points().filter(point -> point.x() < column).mapToDouble(Point::y).max().orElse(lines.box().centre().y());
    }

    /** With one straight line more, so far to the right and down. */
    TracedDigit withLine(Point from, double right, double down) {
        return with(List.of(from, beyond(from, new Point(right, down))));
    }

    /**
     * With a curve more.
     *
     * @param towards which way it begins
     * @param to where it ends, from its beginning
     */
    TracedDigit withCurve(Point from, Point towards, Point to) {
        Point corner = beyond(from, towards);
        Point end = beyond(from, to);
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i <= PIECES; i++) {
            double share = (double) i / PIECES;
            // quadratic Bézier curve: (1 − t)²·from + 2t(1 − t)·corner + t²·end
            curve.add(from.towards(corner, share).towards(corner.towards(end, share), share));
        }
        return with(curve);
    }

    /** With a line more. */
    TracedDigit with(List<Point> points) {
        return new TracedDigit(lines.and(List.of(new PenLine(points, lines.pen()))));
    }

    /** Each place moved. */
    TracedDigit bent(UnaryOperator<Point> to) {
        return new TracedDigit(new PenLines(lines.lines().stream()
                .map(line -> new PenLine(line.points().stream().map(to).toList(), line.width())).toList()));
    }

    /** Only the lines whose places all are such; the same digit where none would be left. */
    TracedDigit kept(Predicate<Point> such) {
        List<PenLine> left = lines.lines().stream().filter(line -> line.points().stream().allMatch(such)).toList();
        return left.isEmpty() ? this : new TracedDigit(new PenLines(left));
    }

    private Stream<Point> points() {
        return lines.lines().stream().flatMap(line -> line.points().stream());
    }

    private Point beyond(Point from, Point shares) {
        return new Point(from.x() + shares.x() * height(), from.y() + shares.y() * height());
    }
}
