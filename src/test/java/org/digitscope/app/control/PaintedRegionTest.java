package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class PaintedRegionTest {

    /** Counts how often it is painted. */
    private static final class Counting extends PaintedRegion {

        private int painted;

        @Override
        protected void paint(GraphicsContext graphics, double width, double height) {
            painted++;
        }
    }

    private final Counting region = new Counting();
    private final StackPane inner = new StackPane(region);
    private final StackPane outer = new StackPane(inner);

    PaintedRegionTest() {
        region.resize(30, 20);
        region.layout();
    }

    @Test
    void whatIsSeenIsPaintedAsItChanges() {
        assertEquals(1, region.painted);
        region.repaint();
        assertEquals(2, region.painted);
    }

    @Test
    void whatIsHiddenWithWhatItLiesInIsPaintedOnceAsItIsSeenAgain() {
        outer.setVisible(false);
        region.repaint();
        region.repaint();
        inner.setVisible(false);
        outer.setVisible(true);
        assertEquals(1, region.painted);
        inner.setVisible(true);
        assertEquals(2, region.painted);
        inner.setVisible(false);
        inner.setVisible(true);
        assertEquals(2, region.painted, "nothing changed meanwhile");
    }
}
