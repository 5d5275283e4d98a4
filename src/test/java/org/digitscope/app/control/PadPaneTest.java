package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.BoundingBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PadPaneTest {

    private final Region pad = region(0, 260, 100, 260);
    private final Region stages = region(0, 200, 20, 20);
    private final Region seen = region(40, 80, 40, 80);
    private final Region caption = region(0, 80, 10, 10);
    private final Region words = region(100, 100, 70, 70);
    private final Region bars = region(90, 90, 110, 110);
    private final PadPane pane = new PadPane();

    PadPaneTest() {
        pane.setSpacing(10);
        pane.setPad(pad);
        pane.setStages(stages);
        pane.setSeen(seen);
        pane.setCaption(caption);
        pane.setWords(words);
        pane.setBars(bars);
    }

    @Test
    void allStandsOneBelowTheOtherWhereItIsHighEnough() {
        layOut(250, 400);
        assertEquals(new BoundingBox(0, 0, 250, 150), pad.getBoundsInParent());
        assertEquals(160, stages.getLayoutY());
        assertEquals(new BoundingBox(0, 190, 80, 80), seen.getBoundsInParent());
        assertTrue(caption.isVisible());
        assertEquals(new BoundingBox(90, 190, 160, 90), words.getBoundsInParent());
        assertEquals(new BoundingBox(0, 290, 250, 110), bars.getBoundsInParent());
    }

    @Test
    void thePadIsNoWiderThanHighAndTheBarsTakeTheRest() {
        layOut(250, 900);
        assertEquals(250, pad.getHeight());
        assertEquals(510, bars.getHeight());
    }

    @Test
    void whereItIsTooLowTheBarsStandBesideASquarePadAndTheStagesLast() {
        layOut(250, 349);
        assertEquals(new BoundingBox(0, 0, 150, 150), pad.getBoundsInParent());
        assertEquals(new BoundingBox(160, 0, 90, 150), bars.getBoundsInParent());
        assertEquals(new BoundingBox(90, 160, 160, 90), words.getBoundsInParent());
        assertEquals(260, stages.getLayoutY());
    }

    @Test
    void inTheLeastHeightThePictureIsSmallAndHasNoCaption() {
        assertEquals(170, pane.minHeight(250));
        layOut(250, 170);
        assertEquals(60, pad.getHeight());
        assertEquals(new BoundingBox(0, 70, 40, 40), seen.getBoundsInParent());
        assertFalse(caption.isVisible());
        assertEquals(150, stages.getLayoutY());
    }

    private void layOut(double width, double height) {
        pane.resize(width, height);
        pane.layout();
    }

    private static Region region(double leastWidth, double width, double leastHeight, double height) {
        Region region = new Region();
        region.setMinSize(leastWidth, leastHeight);
        region.setPrefSize(width, height);
        region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return region;
    }
}
