package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTest {

    private static final PenLine HOOK = new PenLine(List.of(new Point(0.2, 0.1), new Point(0.2, 0.8), new Point(0.7, 0.8)), 1);

    @Test
    void findsThePensWayAndWidthAtAnyScale() {
        for (int side : new int[] {28, 100, 600}) {
            double width = 0.08 * side;
            PenLines drawn = new PenLines(List.of(HOOK)).map(Affine.scale(side, side), 0.08 * side);
            PenLines found = Skeleton.of(new GrayImage(side, side, PenRaster.draw(drawn, side, side)));
            for (PenLine line : found.lines()) {
                assertEquals(width, line.width(), 0.2 * width + 0.5, "side " + side);
                for (Point point : line.points()) {
                    assertTrue(distance(point, drawn.lines().get(0)) < 0.4 * width, side + ": " + point + " is off the line");
                }
            }
            Box expected = drawn.box();
            Box actual = found.box();
            assertEquals(expected.top(), actual.top(), 0.6 * width);
            assertEquals(expected.right(), actual.right(), 0.6 * width);
        }
    }

    @Test
    void aHairlineInALargePictureSurvives() {
        float[] ink = new float[1000 * 1000];
        for (int row = 100; row < 900; row++) {
            ink[row * 1000 + 500] = 1;
        }
        Box box = Skeleton.of(new GrayImage(1000, 1000, ink)).box();
        assertEquals(100, box.top(), 12);
        assertEquals(900, box.bottom(), 12);
    }

    @Test
    void specksAreNoInkAndADotIs() {
        float[] ink = new float[200 * 200];
        for (int row = 50; row < 150; row++) {
            for (int column = 95; column < 105; column++) {
                ink[row * 200 + column] = 1;
            }
        }
        Box clean = Skeleton.of(new GrayImage(200, 200, ink.clone())).box();
        ink[3 * 200 + 3] = 1;
        ink[190 * 200 + 180] = 1;
        Box specked = Skeleton.of(new GrayImage(200, 200, ink)).box();
        assertEquals(clean.top(), specked.top(), 3);
        assertEquals(clean.longerSide(), specked.longerSide(), 4);
        float[] dot = new float[400];
        dot[399] = 1;
        assertEquals(19.5, Skeleton.of(new GrayImage(20, 20, dot)).box().centre().x(), 0.5);
    }

    @Test
    void emptyPicturesHaveNoLines() {
        assertTrue(Skeleton.of(new GrayImage(5, 7, new float[35])).isEmpty());
    }

    private static double distance(Point point, PenLine line) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.points().size(); i++) {
            least = Math.min(least, PenRaster.distance(point.x(), point.y(), line.points().get(i - 1), line.points().get(i)));
        }
        return least;
    }
}
