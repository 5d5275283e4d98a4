package org.digitscope.plot.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RibbonRasterTest {

    private static final int RED = 0xFF0000;

    @Test
    void aRibbonCoversItsWidthInEachColumnAndNothingBesideItsEnds() {
        RibbonRaster raster = new RibbonRaster(60, 40);
        raster.paint(new Ribbon(10, 10, 20.25, 50, 20.25, 50, 3.5), RED, 1, 0, 1);
        for (int x = 0; x < 60; x++) {
            assertEquals(x >= 10 && x < 50 ? 3.5 : 0, covered(raster, x), 0.02, "column " + x);
        }
        assertEquals(0xFFFF0000, raster.pixels()[20 * 60 + 30]);
    }

    @Test
    void aBentRibbonIsAsWideAcrossAsALevelOne() {
        Ribbon bent = new Ribbon(0, 0, 10, 40, 70, 40, 4);
        double middle = 20;
        double slope = 1.5 * 60 / 40;
        assertEquals(4, bent.height(middle) / Math.sqrt(1 + slope * slope), 1e-9);
        assertEquals(40, bent.y(middle), 1e-9);
        assertEquals(10, bent.y(-5), 1e-9);
        assertEquals(70, bent.y(99), 1e-9);
        RibbonRaster raster = new RibbonRaster(40, 80);
        raster.paint(bent, RED, 1, 0, 1);
        for (int x = 0; x < 40; x++) {
            assertEquals(bent.height(x + 0.5), covered(raster, x), 0.05, "column " + x);
        }
    }

    @Test
    void aThinRibbonIsFaintAndStillAddsUpToItsWidth() {
        RibbonRaster raster = new RibbonRaster(10, 10);
        raster.paint(new Ribbon(0, 0, 5.4, 10, 5.4, 10, 0.2), RED, 1, 0, 1);
        assertEquals(0.2, covered(raster, 4), 0.01);
    }

    @Test
    void whatIsPaintedLaterLiesOnTopAndColoursAreMultipliedByTheirOpacity() {
        RibbonRaster raster = new RibbonRaster(4, 4);
        raster.paint(new Ribbon(0, 0, 2, 4, 2, 4, 4), RED, 0.5, 0, 1);
        assertEquals(0x80800000, raster.pixels()[5]);
        raster.paint(new Ribbon(0, 0, 2, 4, 2, 4, 4), 0x00FF00, 1, 0, 1);
        assertEquals(0xFF00FF00, raster.pixels()[5]);
        raster.clear();
        assertEquals(0, raster.pixels()[5]);
    }

    @Test
    void aPartOfItsWayIsPaintedAndWhatLiesOutsideIsLeftOut() {
        RibbonRaster raster = new RibbonRaster(20, 10);
        raster.paint(new Ribbon(-10, 0, 5, 20, 5, 30, 40), RED, 1, 0.25, 0.5);
        assertEquals(0, covered(raster, 10), 1e-9);
        assertTrue(covered(raster, 9) > 9.9);
        assertTrue(covered(raster, 0) > 9.9);
    }

    @Test
    void distanceCountsFromItsEdge() {
        Ribbon ribbon = new Ribbon(0, 10, 10, 20, 10, 30, 6);
        assertEquals(0, ribbon.distance(5, 12.9), 1e-9);
        assertEquals(2, ribbon.distance(25, 15), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, ribbon.distance(31, 10));
    }

    private static double covered(RibbonRaster raster, int x) {
        double sum = 0;
        for (int y = 0; y < raster.height(); y++) {
            sum += (raster.pixels()[y * raster.width() + x] >>> 24) / 255.0;
        }
        return sum;
    }
}
