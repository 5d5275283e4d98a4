package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.digitscope.data.DigitSets;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;

class DeskewTest {

    @Test
    void aLeaningLineBecomesUprightWithItsMiddleAtPixel14() {
        PenLine leaning = new PenLine(List.of(new Point(18, 5), new Point(10, 23)), 2);
        byte[] straight = Deskew.of(MnistFit.bytes(PenRaster.draw(new PenLines(List.of(leaning)), 28, 28)));
        for (int row = 7; row < 21; row++) {
            double mass = 0;
            double moment = 0;
            for (int column = 0; column < 28; column++) {
                mass += straight[row * 28 + column] & 0xFF;
                moment += (straight[row * 28 + column] & 0xFF) * (column + 0.5);
            }
            assertEquals(14.5, moment / mass, 0.15, "row " + row);
        }
    }

    @Test
    void uprightCentredAndEmptyPicturesStayAsTheyAre() {
        byte[] upright = new byte[784];
        for (int row = 4; row <= 24; row++) {
            upright[row * 28 + 13] = 100;
            upright[row * 28 + 14] = (byte) 255;
            upright[row * 28 + 15] = 100;
        }
        assertArrayEquals(upright, Deskew.of(upright));
        assertArrayEquals(new byte[784], Deskew.of(new byte[784]));
    }

    @Test
    void labelsAndOrderStay() {
        DigitSets sets = new DigitSets(Examples.pictures(20, 1), Examples.pictures(5, 2));
        DigitSets straight = Deskew.of(sets);
        assertEquals(20, straight.training().size());
        for (int i = 0; i < 20; i++) {
            assertEquals(sets.training().label(i), straight.training().label(i));
            assertArrayEquals(Deskew.of(sets.training().image(i)), straight.training().image(i));
        }
    }
}
