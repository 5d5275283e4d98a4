package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MnistTest {

    @Test
    void theBundledDigitsAreMnist() throws IOException {
        DigitSets mnist = Mnist.load();
        assertEquals(60_000, mnist.training().size());
        assertEquals(10_000, mnist.validation().size());
        assertEquals(5, mnist.training().label(0));
        assertEquals(0, mnist.training().label(1));
        assertEquals(4, mnist.training().label(2));
        assertEquals(7, mnist.validation().label(0));
        assertEquals(67, Arrays.stream(mnist.training().nonZeroPictures()).filter(count -> count == 0).count());
    }

    @Test
    void aChangedByteIsNoticedByItsChecksum() throws IOException {
        String sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        readAll("abc", sha256OfAbc);
        String message = assertThrows(UnreadableFileException.class, () -> readAll("abd", sha256OfAbc)).getMessage();
        assertTrue(message.startsWith("some-file is damaged") && message.contains(sha256OfAbc), message);
    }

    private static void readAll(String text, String sha256) throws IOException {
        try (InputStream in = Mnist.checked("some-file", new ByteArrayInputStream(text.getBytes()), sha256)) {
            in.readNBytes(3);
            assertEquals(-1, in.read());
        }
    }
}
