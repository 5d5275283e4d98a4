package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.digitscope.data.UnreadableFileException;
import org.junit.jupiter.api.Test;

/** Damage by chance, as opposed to the chosen one of {@link SafetensorsTest}. */
class SafetensorsDamageTest {

    @Test
    void whereverItIsCutItIsRefused() throws IOException {
        byte[] whole = small();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            String message = assertThrows(UnreadableFileException.class,
                    () -> Safetensors.parse("x", cut), "cut at " + length).getMessage();
            assertTrue(message.matches("x .*; expected .*"), message);
        }
    }

    @Test
    void whateverBitsFlipItIsRefusedOrStillAValidFile() throws IOException {
        byte[] whole = small();
        Random random = new Random(1);
        int refused = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                Safetensors read = Safetensors.parse("x", flipped);
                assertEquals(6, read.tensors().values().stream().mapToInt(tensor -> tensor.values().length).sum());
            } catch (UnreadableFileException e) {
                assertTrue(e.getMessage().contains("expected"), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > rounds / 2, refused + " of " + rounds);
    }

    private static byte[] small() throws IOException {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("kernel", new Safetensors.Tensor(List.of(2, 2), new float[] {1, 2, 3, 4}));
        tensors.put("bias", new Safetensors.Tensor(List.of(2), new float[] {5, 6}));
        return SafetensorsTest.write(new Safetensors(Map.of("format", "digitscope"), tensors));
    }
}
