package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataVariationTest {

    private static final Dataset ALL = Examples.pictures(200, 1);

    @Test
    void fewerPicturesAreThoseThatTheSeedChoosesEachOnce() {
        Dataset few = new DataVariation(50, 0).of(ALL, 3);
        assertEquals(50, few.size());
        assertEquals(few.checksum(), new DataVariation(50, 0).of(ALL, 3).checksum());
        assertNotEquals(few.checksum(), new DataVariation(50, 0).of(ALL, 4).checksum());
        int[] places = IntStream.range(0, 50).map(i -> place(few, i)).toArray();
        assertEquals(50, IntStream.of(places).distinct().count());
        assertNotEquals(49, IntStream.of(places).max().orElseThrow());
        for (int i = 0; i < 50; i++) {
            assertEquals(ALL.label(places[i]), few.label(i));
        }
    }

    @Test
    void theShareOfWrongLabelsIsExactAndThePicturesStay() {
        Dataset wrong = new DataVariation(0, 0.25).of(ALL, 3);
        assertEquals(50, IntStream.range(0, 200).filter(i -> wrong.label(i) != ALL.label(i)).count());
        for (int i = 0; i < 200; i++) {
            assertArrayEquals(ALL.image(i), wrong.image(i));
        }
        Dataset all = new DataVariation(40, 1).of(ALL, 3);
        assertEquals(40, IntStream.range(0, 40).filter(i -> all.label(i) != ALL.label(place(all, i))).count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.2 | 0.2 | 20 %", "'0,2' | 0.2 | 20 %", "20% | 0.2 | 20 %", "7 % | 0.07 | 7 %",
        "'12,5 %' | 0.125 | 12.5 %", ".5 | 0.5 | 50 %", "0 | 0 | 0 %", "1 | 1 | 100 %"})
    void aShareIsReadAsANumberOrInPercentAndShownInPercent(String text, double share, String shown) {
        assertEquals(share, DataVariation.parseShare(text));
        assertEquals(shown, new DataVariation(0, share).wrongLabelsText());
        assertEquals(share, DataVariation.parseShare(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half", "20 percent", "%", "NaN", "1e-1", "1/5"})
    void whatIsNoShareIsRefused(String text) {
        assertEquals("wrong labels must be a share such as 0.2 or 20 %, not \"" + text + "\"",
                assertThrows(IllegalArgumentException.class, () -> DataVariation.parseShare(text)).getMessage());
    }

    @Test
    void noVariationIsTheVeryDataSet() {
        assertSame(ALL, DataVariation.NONE.of(ALL, 3));
        assertEquals(200, new DataVariation(1000, 0).size(200));
        assertEquals(ALL.checksum(), new DataVariation(1000, 0).of(ALL, 3).checksum());
    }

    private static int place(Dataset some, int image) {
        return IntStream.range(0, ALL.size()).filter(i -> Arrays.equals(ALL.image(i), some.image(image))).findFirst().orElseThrow();
    }
}
