package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void keepsEveryPictureExactlyHoweverManyCome() {
        Random random = new Random(1);
        Dataset.Builder builder = Dataset.builder("test", 1);
        byte[][] pictures = new byte[50][Dataset.PIXELS];
        for (int i = 0; i < pictures.length; i++) {
            random.nextBytes(pictures[i]);
            builder.add(pictures[i], i % 10);
        }
        Dataset data = builder.build();
        for (int i = 0; i < pictures.length; i++) {
            assertArrayEquals(pictures[i], data.image(i));
            assertEquals(i % 10, data.label(i));
        }
        assertEquals(7, data.head(7).size());
        assertArrayEquals(pictures[6], data.head(7).image(6));
        assertArrayEquals(pictures[6], data.subset("some", IntStream.of(3, 6, 1)).image(1));
        assertEquals(pictures[5][3 * 28 + 9], data.transposed().image(5)[9 * 28 + 3]);
        assertEquals(data.checksum(), data.transposed().transposed().checksum());
        assertEquals(data.size(), IntStream.of(data.labelCounts()).sum());
    }

    @Test
    void givesNonZeroPixelsInOrderAndScaledAsUnsignedBytes() {
        byte[] picture = new byte[Dataset.PIXELS];
        picture[5] = (byte) 255;
        picture[783] = (byte) 128;
        Dataset data = Dataset.builder("test", 1).add(new byte[Dataset.PIXELS], 0).add(picture, 1).build();
        int[] indices = new int[4];
        float[] values = new float[4];
        assertEquals(2, data.nonZeroCount(1));
        assertEquals(1, data.copyNonZero(0, indices, values, 1, Inputs.SCALED));
        assertEquals(3, data.copyNonZero(1, indices, values, 1, Inputs.SCALED));
        assertArrayEquals(new int[] {0, 5, 783, 0}, indices);
        assertArrayEquals(new float[] {0, 1, 128 / 255f, 0}, values);
        assertEquals(1, data.nonZeroPictures()[783]);
        assertEquals(0, data.nonZeroPictures()[0]);
    }

    @Test
    void aSubsetHasItsPicturesInTheirOrderAndOtherLabelsLeaveThemAlone() {
        byte[] picture = new byte[Dataset.PIXELS];
        picture[5] = (byte) 255;
        picture[783] = (byte) 128;
        Dataset data = Dataset.builder("test", 1).add(new byte[Dataset.PIXELS], 3).add(picture, 1).add(picture, 4).build();
        Dataset some = data.subset("some", IntStream.of(2, 0, 2));
        assertEquals("some", some.name());
        assertEquals(Dataset.builder("same", 3).add(picture, 4).add(new byte[Dataset.PIXELS], 3).add(picture, 4).build().checksum(),
                some.checksum());
        Dataset relabelled = some.withLabels(new int[] {9, 8, 7});
        assertArrayEquals(picture, relabelled.image(2));
        assertEquals(7, relabelled.label(2));
        assertEquals(4, some.label(2));
        assertThrows(IllegalArgumentException.class, () -> some.withLabels(new int[] {9, 8}));
        assertThrows(IllegalArgumentException.class, () -> some.withLabels(new int[] {9, 8, 10}));
    }

    @Test
    void refusesOtherSizesAndLabels() {
        Dataset.Builder builder = Dataset.builder("test", 1);
        assertThrows(IllegalArgumentException.class, () -> builder.add(new byte[783], 0));
        assertThrows(IllegalArgumentException.class, () -> builder.add(new byte[784], 10));
        assertThrows(IllegalArgumentException.class, () -> builder.add(new byte[784], -1));
    }
}
