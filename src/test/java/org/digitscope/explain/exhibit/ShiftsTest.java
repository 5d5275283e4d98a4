package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ShiftsTest {

    private static final byte[] PICTURE = Examples.pictures(1, 5).image(0);

    @Test
    void aPushMovesEveryPixelAndLosesWhatLeavesThePicture() {
        byte[] dots = new byte[784];
        dots[3 * 28 + 4] = 10;
        dots[27 * 28 + 27] = 20;
        byte[] expected = new byte[784];
        expected[5 * 28 + 5] = 10;
        assertArrayEquals(expected, Shifts.pushed(dots, 2, 1));
        byte[] back = new byte[784];
        back[0] = 10;
        back[24 * 28 + 23] = 20;
        assertArrayEquals(back, Shifts.pushed(dots, -3, -4));
        assertArrayEquals(PICTURE, Shifts.pushed(PICTURE, 0, 0));
    }

    @Test
    void everyPlaceHasTheAnswerOfThePushedPicture() {
        Parameters network = Examples.parameters(8, 6);
        int truth = ForwardTrace.of(PICTURE, network).answer();
        Shifts shifts = Shifts.of(PICTURE, truth, network);
        int right = 0;
        for (int down = -10; down <= 10; down++) {
            for (int across = -10; across <= 10; across++) {
                ForwardTrace trace = ForwardTrace.of(Shifts.pushed(PICTURE, down, across), network);
                assertEquals(trace.answer(), shifts.answer(down, across));
                assertEquals(trace.probability(trace.answer()), shifts.probability(down, across), 1e-6);
                assertEquals(trace.answer() == truth, shifts.isRight(down, across));
                right += trace.answer() == truth ? 1 : 0;
            }
        }
        assertEquals(right, shifts.right());
    }
}
