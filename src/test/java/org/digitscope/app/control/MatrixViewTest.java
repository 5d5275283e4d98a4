package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MatrixViewTest {

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
