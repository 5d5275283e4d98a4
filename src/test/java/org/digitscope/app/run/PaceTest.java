package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void theSliderGoesFromOneBatchASecondToFullSpeed() {
        assertEquals(1, Pace.ofSlider(0));
        assertEquals(Pace.ofSlider(1) * Pace.ofSlider(1), Pace.ofSlider(2), 1e-9);
        assertEquals(Pace.FULL, Pace.ofSlider(5));
        assertEquals("1 batch a second", Pace.text(1));
        assertEquals("1,000 batches a second", Pace.text(1000));
        assertEquals("full speed", Pace.text(Pace.FULL));
    }
}
