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

    private boolean touches(PenLine line) {
        return dense(line).stream().anyMatch(point -> isErased(point, line.width()));
    }

    private List<PenLine> cut(PenLine line) {
        List<PenLine> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (Point point : dense(line)) {
            if (!isErased(point, line.width())) {
                piece.add(point);
            } else if (!piece.isEmpty()) {
                pieces.add(new PenLine(piece, line.width()));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(new PenLine(piece, line.width()));
        }
        return pieces;
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

    private List<Point> dense(PenLine line) {
        double step = STEP * way.width() / 2;
        List<Point> points = line.points();
        List<Point> dense = new ArrayList<>(List.of(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            int steps = (int) Math.ceil(from.distance(to) / step);
            for (int k = 1; k <= steps; k++) {
                dense.add(from.towards(to, (double) k / steps));
            }
        }
        return dense;
    }
}
