package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Mnist;
import org.junit.jupiter.api.Test;

class MnistFrameTest {

    @Test
    void everyTestDigitOfMnistThatWasSavedComesBackAsItIs() throws IOException {
        Dataset digits = Mnist.load().validation();
        long missed = IntStream.range(0, digits.size()).filter(image -> !MnistFrame.has(ink(digits.image(image)))).count();
        assertEquals(0, missed);
    }

    private static GrayImage ink(byte[] pixels) {
        float[] ink = new float[pixels.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (pixels[i] & 0xFF) / 255f;
        }
        return new GrayImage(Dataset.COLUMNS, Dataset.ROWS, ink);
    }
}
