package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BilinearTest {

    private static final Bilinear.Pixels PLANE = (row, column) -> 10 * row + column;

    @Test
    void hasThePixelsAtTheirMiddlesAndAPlaneEverywhere() {
        assertEquals(32, Bilinear.at(PLANE, 3, 2));
        assertEquals(34.75, Bilinear.at(PLANE, 3.25, 2.25), 1e-12);
        assertEquals(-12.5, Bilinear.at(PLANE, -1, -2.5), 1e-12);
    }

    @Test
    void betweenFourPixelsEachCountsByHowNearItIs() {
        Bilinear.Pixels one = (row, column) -> row == 5 && column == 7 ? 1 : 0;
        assertEquals(0.75 * 0.6, Bilinear.at(one, 5.25, 6.6), 1e-12);
        assertEquals(0, Bilinear.at(one, 6, 7), 1e-12);
    }
}
