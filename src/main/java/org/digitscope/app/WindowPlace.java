package org.digitscope.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where the window goes: where it was, as far as there still is a screen for that. */
final class WindowPlace {

    private WindowPlace() {
    }

    /**
     * A window of this size at its old place, moved and shrunk so that all of it lies on the screen that has most of it.
     *
     * @param corner upper left, as it was
     * @param screens what each has room for, the primary one first; at least one
     * @return empty where none of it would be on any screen, or where it has had no place yet
     */
    static Optional<Rectangle2D> on(List<Rectangle2D> screens, Optional<Point2D> corner, double width, double height) {
        return corner.map(at -> new Rectangle2D(at.getX(), at.getY(), width, height))
                .flatMap(window -> screens.stream().filter(window::intersects).max(Comparator.comparingDouble(screen -> shared(screen, window)))
                        .map(screen -> within(screen, window)));
    }

    private static Rectangle2D within(Rectangle2D screen, Rectangle2D window) {
        double width = Math.min(window.getWidth(), screen.getWidth());
        double height = Math.min(window.getHeight(), screen.getHeight());
        return new Rectangle2D(Math.max(screen.getMinX(), Math.min(window.getMinX(), screen.getMaxX() - width)),
                Math.max(screen.getMinY(), Math.min(window.getMinY(), screen.getMaxY() - height)), width, height);
    }

    private static double shared(Rectangle2D a, Rectangle2D b) {
        return (Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()))
                * (Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()));
    }
}
