package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.BoundingBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private final Region side = region(200, 300, 50, 80);
    private final Region main = region(300, 400, 100, 150);
    private final Columns columns = new Columns();

    ColumnsTest() {
        HBox.setHgrow(main, Priority.ALWAYS);
        columns.setSpacing(10);
        columns.getChildren().setAll(side, main);
    }

    @Test
    void standSideBySideWhereTheirLeastWidthsHaveRoom() {
        assertEquals(100, columns.minHeight(510));
        layOut(510, 200);
        assertEquals(new BoundingBox(0, 0, 200, 200), side.getBoundsInParent());
        assertEquals(new BoundingBox(210, 0, 300, 200), main.getBoundsInParent());
        layOut(1000, 200);
        assertEquals(new BoundingBox(310, 0, 690, 200), main.getBoundsInParent());
    }

    @Test
    void standOneBelowTheOtherWhereTheyHaveNot() {
        assertEquals(300, columns.minWidth(-1));
        assertEquals(160, columns.minHeight(509));
        assertEquals(240, columns.prefHeight(509));
        layOut(509, 160);
        assertEquals(new BoundingBox(0, 0, 509, 50), side.getBoundsInParent());
        assertEquals(new BoundingBox(0, 60, 509, 100), main.getBoundsInParent());
    }

    @Test
    void theirLeastHeightHasRoomForAllWhereHeightsAreBrokenNumbers() {
        side.setMinHeight(50.3);
        main.setMinHeight(100.3);
        columns.setSpacing(10.4);
        layOut(400, columns.minHeight(400));
        assertTrue(main.getBoundsInParent().getMaxY() <= columns.getHeight(), main.getBoundsInParent() + " in " + columns.getHeight());
    }

    @Test
    void oneBelowTheOtherThoseThatGrowTakeWhatIsLeft() {
        layOut(400, 440);
        assertEquals(new BoundingBox(0, 0, 400, 80), side.getBoundsInParent());
        assertEquals(new BoundingBox(0, 90, 400, 350), main.getBoundsInParent());
    }

    private void layOut(double width, double height) {
        columns.resize(width, height);
        columns.layout();
    }

    private static Region region(double leastWidth, double width, double leastHeight, double height) {
        Region region = new Region();
        region.setMinSize(leastWidth, leastHeight);
        region.setPrefSize(width, height);
        region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return region;
    }
}
