package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;

/** Cuts out of lines what a round eraser touches. */
final class Eraser {

    /** Lines are cut at steps of this share of the eraser's radius. */
    private static final double STEP = 0.25;

    private final PenLine way;

    /** @param way where the eraser went, and how wide it is */
    Eraser(PenLine way) {
        this.way = way;
    }

    List<PenLine> appliedTo(List<PenLine> lines) {
        List<PenLine> left = new ArrayList<>();
        for (PenLine line : lines) {
            if (touches(line)) {
                left.addAll(cut(line));
            } else {
                left.add(line);
            }
        }
        return left;
    }

    /**
     * A place on a line.
     *
     * @param corner whether it is one of the points that make the line
     */
    private record Sample(Point point, boolean corner) {
    }

    private boolean touches(PenLine line) {
        return dense(line).stream().anyMatch(sample -> isErased(sample.point, line.width()));
    }

    private List<PenLine> cut(PenLine line) {
        List<PenLine> pieces = new ArrayList<>();
        List<Sample> piece = new ArrayList<>();
        for (Sample sample : dense(line)) {
            if (!isErased(sample.point, line.width())) {
                piece.add(sample);
            } else if (!piece.isEmpty()) {
                pieces.add(piece(piece, line.width()));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece(piece, line.width()));
        }
        return pieces;
    }

    /** The corners that are left, so that the line is bent as it was, between the ends of the piece. */
    private static PenLine piece(List<Sample> samples, double width) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).corner || i == 0 || i == samples.size() - 1) {
                points.add(samples.get(i).point);
            }
        }
        return new PenLine(points, width);
    }

    /** The pen's ink reaches half its width further than its middle. */
    private boolean isErased(Point point, double penWidth) {
        double reach = (way.width() + penWidth) / 2;
        List<Point> points = way.points();
        for (int i = 0; i < points.size(); i++) {
            if (PenRaster.distance(point.x(), point.y(), points.get(Math.max(0, i - 1)), points.get(i)) < reach) {
                return true;
            }
        }
        return false;
    }

    private List<Sample> dense(PenLine line) {
        double step = STEP * way.width() / 2;
        List<Point> points = line.points();
        List<Sample> dense = new ArrayList<>(List.of(new Sample(points.get(0), true)));
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            int steps = (int) Math.ceil(from.distance(to) / step);
            for (int k = 1; k <= steps; k++) {
                dense.add(new Sample(k == steps ? to : from.towards(to, (double) k / steps), k == steps));
            }
        }
        return dense;
    }
}
