package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    @Test
    void everyEpochHasEachPictureOnce() {
        Shuffle shuffle = new Shuffle(42, 1000);
        for (int epoch = 0; epoch < 20; epoch++) {
            assertArrayEquals(IntStream.range(0, 1000).toArray(), Arrays.stream(shuffle.of(epoch)).sorted().toArray());
        }
    }

    @Test
    void theOrderIsThatOfSeedAndEpochWhateverWasAskedBefore() {
        Shuffle shuffle = new Shuffle(42, 100);
        for (int epoch : new int[] {0, 3, 3, 1, 0, 19, 2}) {
            assertArrayEquals(new Shuffle(42, 100).of(epoch), shuffle.of(epoch), "epoch " + epoch);
        }
    }

    @Test
    void anotherEpochOrSeedHasAnotherOrder() {
        int[] order = new Shuffle(42, 100).of(5);
        assertFalse(Arrays.equals(order, new Shuffle(42, 100).of(6)));
        assertFalse(Arrays.equals(order, new Shuffle(43, 100).of(5)));
    }
}
