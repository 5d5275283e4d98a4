package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatrixViewTest {

    @Test
    void aChosenCellGoesWithTheMatrixThatHadIt() {
        MatrixView matrix = new MatrixView();
        matrix.contentProperty().set(content(12, 40));
        matrix.chosenProperty().set(Optional.of(new MatrixView.Cell(10, 33)));
        matrix.contentProperty().set(content(10, 10));
        assertEquals(Optional.empty(), matrix.chosenProperty().get());
        matrix.chosenProperty().set(Optional.of(new MatrixView.Cell(9, 9)));
        matrix.contentProperty().set(content(10, 10));
        assertEquals(Optional.of(new MatrixView.Cell(9, 9)), matrix.chosenProperty().get());
    }

    private static MatrixView.Content content(int rows, int columns) {
        return new MatrixView.Content(new double[rows][columns], String::valueOf, (row, column) -> 0, "row", "column");
    }

    @Test
    void labelsThatHaveNoRoomAreLeftOut() {
        assertEquals(1, MatrixView.everyLabel(16, 16, 20));
        assertEquals(2, MatrixView.everyLabel(16, 8, 20));
        assertEquals(5, MatrixView.everyLabel(16, 4, 20));
        assertEquals(10, MatrixView.everyLabel(16, 2, 20));
        assertEquals(1000, MatrixView.everyLabel(16, 0.02, 4000));
        assertTrue(MatrixView.everyLabel(16, -1, 20) >= 20, "none but the first has room");
    }
}
