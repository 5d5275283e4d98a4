package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextStartTest {

    @Test
    void textIsTextInWhateverLanguageAndWhereverItIsCut() {
        for (String text : new String[] {"", "label,pixel0\r\n5,0", "Größe;Zahl\n1,5;2", "\uFEFF标签,像素\n5,0".repeat(30)}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int cut = 0; cut < Math.min(4, bytes.length); cut++) {
                assertFalse(TextStart.isBinary(Arrays.copyOf(bytes, bytes.length - cut)), text);
            }
            assertFalse(TextStart.isUtf16(bytes), text);
        }
        assertFalse(TextStart.isBinary("Größe;Zahl\n1,5;2".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void utf16IsKnownWithAndWithoutAMark() {
        for (String text : new String[] {"label,pixel0", "\uFEFFGröße"}) {
            assertTrue(TextStart.isUtf16(text.getBytes(StandardCharsets.UTF_16LE)) && TextStart.isUtf16(text.getBytes(StandardCharsets.UTF_16BE)));
        }
        assertFalse(TextStart.isUtf16(new byte[] {0, 0, 8, 3, 0, 0, 0, 1}));
    }

    @Test
    void randomBytesAreNoText() {
        Random random = new Random(1);
        int texts = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[200];
            random.nextBytes(bytes);
            texts += TextStart.isBinary(bytes) ? 0 : 1;
        }
        assertEquals(0, texts);
    }
}
