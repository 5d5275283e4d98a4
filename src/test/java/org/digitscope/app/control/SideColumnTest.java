package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.BoundingBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class SideColumnTest {

    private final Region top = region(100, 30, 30);
    private final Region side = region(100, 60, 80);
    private final Region main = region(300, 100, 150);
    private final SideColumn column = new SideColumn();

    SideColumnTest() {
        column.setSpacing(10);
        column.setTop(top);
        column.setSide(side);
        column.setMain(main);
    }

    @Test
    void bothPanesStandLeftOfTheMainOneWhereThereIsRoom() {
        assertEquals(100, column.minHeight(410));
        layOut(500, 200);
        assertEquals(new BoundingBox(0, 0, 100, 30), top.getBoundsInParent());
        assertEquals(new BoundingBox(0, 40, 100, 160), side.getBoundsInParent());
        assertEquals(new BoundingBox(110, 0, 390, 200), main.getBoundsInParent());
    }

    @Test
    void nothingReachesBeyondItWhereWidthsAreBrokenNumbers() {
        top.setPrefWidth(100.7);
        side.setPrefWidth(232.7);
        column.setSpacing(8.06);
        layOut(725, 200);
        assertEquals(725, main.getBoundsInParent().getMaxX());
        assertEquals(200, main.getBoundsInParent().getMaxY());
        assertEquals(200, side.getBoundsInParent().getMaxY());
    }

    @Test
    void theMainOneStandsBetweenThemWhereThereIsNot() {
        assertEquals(300, column.minWidth(-1));
        assertEquals(230, column.minHeight(409));
        layOut(409, 330);
        assertEquals(new BoundingBox(0, 0, 409, 30), top.getBoundsInParent());
        assertEquals(new BoundingBox(0, 40, 409, 200), main.getBoundsInParent());
        assertEquals(new BoundingBox(0, 250, 409, 80), side.getBoundsInParent());
    }

    private void layOut(double width, double height) {
        column.resize(width, height);
        column.layout();
    }

    private static Region region(double width, double leastHeight, double height) {
        Region region = new Region();
        region.setMinSize(width, leastHeight);
        region.setPrefSize(width, height);
        region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return region;
    }
}
