package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    /** A bar of the system takes 40 pixels of the first. */
    private static final Rectangle2D LEFT = new Rectangle2D(0, 40, 1920, 1040);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1440);
    private static final Rectangle2D ABOVE = new Rectangle2D(-200, -900, 1440, 900);

    @Test
    void aPlaceThatIsStillThereIsKept() {
        assertPlace(place(100, 60, 1280, 800), 100, 60, 1280, 800, LEFT);
        assertPlace(place(2500, 300, 1280, 800), 2500, 300, 1280, 800, LEFT, RIGHT);
        assertPlace(place(-150, -880, 1280, 800), -150, -880, 1280, 800, LEFT, ABOVE);
    }

    @Test
    void whatReachesBeyondItsScreenIsMovedBack() {
        assertPlace(place(640, 280, 1280, 800), 1900, 1000, 1280, 800, LEFT);
        assertPlace(place(0, 40, 1280, 800), -300, 0, 1280, 800, LEFT);
        assertPlace(place(1920, 200, 1280, 800), 1700, 200, 1280, 800, LEFT, RIGHT);
    }

    @Test
    void whatIsLargerThanItsScreenIsShrunk() {
        assertPlace(place(0, 40, 1920, 1040), 100, 100, 2560, 1440, LEFT);
    }

    @Test
    void withoutItsScreenOrBeforeItsFirstStartTheSystemChoosesItsPlace() {
        assertPlace(Optional.empty(), 2500, 300, 1280, 800, LEFT);
        // where Windows keeps a minimized window
        assertPlace(Optional.empty(), -32_000, -32_000, 1280, 800, LEFT, RIGHT);
        assertEquals(Optional.empty(), WindowPlace.on(List.of(LEFT), Optional.empty(), 1280, 800));
    }

    private static void assertPlace(Optional<Rectangle2D> expected, double x, double y, double width, double height, Rectangle2D... screens) {
        assertEquals(expected, WindowPlace.on(List.of(screens), Optional.of(new Point2D(x, y)), width, height));
    }

    private static Optional<Rectangle2D> place(double x, double y, double width, double height) {
        return Optional.of(new Rectangle2D(x, y, width, height));
    }
}
