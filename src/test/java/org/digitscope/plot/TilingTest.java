package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilingTest {

    private static final double[][] AREAS = {
        {640, 300}, {300, 640}, {1000, 180}, {500.5, 499.5}, {2600, 1400}, {400, 300}};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 64, 128, 511, 512})
    void fitsAndIsAsLargeAsPossible(int count) {
        for (double[] area : AREAS) {
            for (int gap : new int[] {0, 2, 6}) {
                Tiling tiling = Tiling.of(count, area[0], area[1], gap, 1);
                assertTrue(tiling.width() <= area[0] && tiling.height() <= area[1],
                        tiling + " in " + area[0] + "×" + area[1]);
                assertTrue(tiling.columns() * tiling.rows() >= count, tiling.toString());
                assertTrue(tiling.columns() * (tiling.rows() - 1) < count, "no empty row: " + tiling);
                assertEquals(largestByTrying(count, area[0], area[1], gap), tiling.cell(), tiling.toString());
            }
        }
    }

    private static int largestByTrying(int count, double width, double height, int gap) {
        int cell = 1;
        while (Math.floor((width + gap) / (cell + 1 + gap)) * Math.floor((height + gap) / (cell + 1 + gap)) >= count) {
            cell++;
        }
        return cell;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 64, 128, 512})
    void prefersWholeMultiplesOfAPictureUnlessThatCostsTooMuch(int count) {
        for (double[] area : AREAS) {
            Tiling tiling = Tiling.of(count, area[0], area[1], 6);
            int largest = largestByTrying(count, area[0], area[1], 6);
            int crisp = largest / 28 * 28;
            assertEquals(crisp > 0.85 * largest ? crisp : largest, tiling.cell());
            assertTrue(tiling.width() <= area[0] && tiling.height() <= area[1]);
        }
    }

    @Test
    void twentyNeuronsFillTheirAreaWithoutEmptyPlaces() {
        assertEquals(new Tiling(5, 4, 84, 6), Tiling.of(20, 470, 370, 6));
        assertEquals(new Tiling(4, 5, 84, 6), Tiling.of(20, 370, 470, 6));
        assertEquals(new Tiling(10, 2, 84, 6), Tiling.of(20, 900, 180, 6));
        assertEquals(new Tiling(20, 1, 28, 0), Tiling.of(20, 560, 28, 0));
    }

    @Test
    void everySquareIsFoundWhereItLies() {
        Tiling tiling = Tiling.of(20, 640, 300, 6);
        for (int i = 0; i < 20; i++) {
            int last = tiling.cell() - 1;
            assertEquals(i, tiling.indexAt(tiling.x(i), tiling.y(i)));
            assertEquals(i, tiling.indexAt(tiling.x(i) + last + 0.9, tiling.y(i) + last + 0.9));
            assertEquals(-1, tiling.indexAt(tiling.x(i) + last + 1.5, tiling.y(i)));
        }
        assertEquals(-1, tiling.indexAt(-1, 5));
        assertEquals(-1, tiling.indexAt(5, tiling.height() + 1));
    }

    @Test
    void anAreaThatIsTooSmallGivesTheSmallestCells() {
        assertEquals(1, Tiling.of(512, 10, 10, 6).cell());
        assertEquals(1, Tiling.of(1, 0, 0, 0).cell());
        assertThrows(IllegalArgumentException.class, () -> Tiling.of(0, 10, 10, 0));
    }
}
