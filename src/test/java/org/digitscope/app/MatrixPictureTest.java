package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.digitscope.app.control.MatrixView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@HeadlessWindow
@ExtendWith(ApplicationExtension.class)
class MatrixPictureTest {

    private static final int RED = 0xFFB00000;
    private static final Color PAINTED = Color.web("#b00000");
    private final MatrixView matrix = new MatrixView();

    @Start
    private void start(Stage unused) {
        new Scene(matrix).setFill(Color.WHITE);
        matrix.contentProperty().set(new MatrixView.Content(new double[20][20], value -> "", (row, column) -> column >= row ? 0 : RED,
                "row", "column"));
    }

    @Test
    void cellsKeepALeastSizeThatFollowsTheLetters(FxRobot robot) {
        double usual = matrix.minHeight(-1);
        assertTrue(usual >= 20 * 15, usual + "");
        robot.interact(() -> {
            matrix.resize(60, 60);
            matrix.layout();
            matrix.typeScaleProperty().set(2);
        });
        assertEquals(2 * usual, matrix.minHeight(-1), 2);
    }

    @Test
    void cellsLieOnWholePixelsAndWhereThereIsNoneNothingIsPainted(FxRobot robot) {
        robot.interact(() -> {
            matrix.resize(517.4, 391.7);
            matrix.layout();
            PixelReader pixels = matrix.snapshot(null, null).getPixelReader();
            Set<Color> found = new HashSet<>();
            // through the cells of the last row, and of the first, which has none
            for (int x = 60; x < 480; x++) {
                found.add(pixels.getColor(x, 380));
                assertNotEquals(PAINTED, pixels.getColor(x, 46));
            }
            assertEquals(Set.of(PAINTED, Color.WHITE), found, "no blurred edges");
        });
    }
}
