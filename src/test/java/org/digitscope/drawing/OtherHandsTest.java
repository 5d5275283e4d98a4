package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.TaughtDigits.Taught;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OtherHandsTest {

    private static final OtherHands FEW = new OtherHands(0.01, 42);

    private static DigitSets mnist;

    @BeforeAll
    static void load() throws IOException {
        mnist = Mnist.load();
    }

    @Test
    void theSameSeedGivesTheSameBitsOnEveryMachine() {
        assertEquals("2f5a18ce57c5180db560dbd95fb45ad9cc5c6a7f58040c7024b25dae659eb23a", FEW.pictures(mnist.training()).checksum());
        assertNotEquals(FEW.pictures(mnist.training()).checksum(), new OtherHands(0.01, 43).pictures(mnist.training()).checksum());
    }

    @Test
    void theyComeThreeForEachChangedDigitBehindTheSetsOwn() {
        Dataset all = FEW.addedTo(mnist.training());
        Dataset alone = FEW.pictures(mnist.training());
        int changed = Arrays.stream(Habit.values()).mapToInt(habit -> (int) Math.round(habit.count() / 100.0)).sum();
        assertEquals(3 * changed, alone.size());
        assertEquals(60_000 + alone.size(), all.size());
        assertArrayEquals(mnist.training().image(59_999), all.image(59_999));
        assertArrayEquals(alone.image(0), all.image(60_000));
        assertArrayEquals(new int[] {3, 39, 12, 12, 18, 0, 0, 12, 12, 54}, alone.labelCounts());
    }

    @Test
    void theWholeOfThemMakesTrainingAtMostFourTenthsLonger() {
        int changed = Arrays.stream(Habit.values()).mapToInt(Habit::count).sum();
        assertEquals(5250, changed);
        assertTrue(3 * changed <= 0.4 * mnist.training().size());
    }

    @Test
    void aSetWithFewDigitsHasAsManyOfThemChangedAsThereAre() {
        Dataset few = mnist.training().subset("few", IntStream.range(0, 30));
        int[] there = few.labelCounts();
        int[] changed = OtherHands.USUAL.pictures(few).labelCounts();
        assertEquals(3 * there[9], changed[9]);
        assertEquals(3 * 3 * there[1], changed[1]);
        assertEquals(0, changed[5]);
    }

    @Test
    void withoutThemASetStaysItself() {
        assertSame(mnist.training(), OtherHands.NONE.addedTo(mnist.training()));
        assertSame(mnist, new Recipe(mnist, new OtherHands(0, 7), TaughtDigits.NONE, false).make());
        DigitSets clothes = new DigitSets(mnist.training(), mnist.validation(), ClassNames.FASHION);
        assertSame(clothes, new Recipe(clothes, OtherHands.USUAL, TaughtDigits.NONE, false).make(), "clothes have no hooked tails");
    }

    @Test
    void theNameOfASetTellsWhichAreAmongItsPictures() {
        Dataset few = mnist.training().subset("my set", IntStream.range(0, 30));
        DigitSets sets = new DigitSets(few, few);
        TaughtDigits own = new TaughtDigits(List.of(new Taught(1, new Sheet(Optional.empty(), List.of(
                new PenLine(List.of(new Point(0.5, 0.1), new Point(0.5, 0.9)), 0.065))))));
        for (OtherHands hands : List.of(FEW, OtherHands.USUAL, new OtherHands(0.125, -3), OtherHands.NONE)) {
            for (boolean straight : new boolean[] {false, true}) {
                for (TaughtDigits besides : List.of(own, TaughtDigits.NONE)) {
                    String name = new Recipe(sets, hands, besides, straight).make().training().name();
                    assertEquals(hands, OtherHands.namedIn(name), name);
                    assertEquals(besides, own.namedIn(name), name);
                }
            }
        }
        for (String other : List.of("my set", "with other hands", "a with other hands 200 % seed 1", "a with other hands 1 % seed 99999999999999999999",
                "a with other hands 1.1.1 % seed 1", "a with other hands 50 % seed 1 of mine")) {
            assertEquals(OtherHands.NONE, OtherHands.namedIn(other), other);
        }
    }

    @Test
    void sharesAreReadAsPeopleWriteThem() {
        assertEquals(0.5, OtherHands.NONE.withShare("50 %").share());
        assertEquals(0.25, OtherHands.NONE.withShare("0,25").share());
        assertEquals(OtherHands.NONE, OtherHands.USUAL.withShare("off"));
        assertEquals("12.5 %", new OtherHands(0.125, 1).shareText());
        assertEquals("off", OtherHands.NONE.shareText());
        assertEquals("other hands must be a share such as 0.2 or 20 %, not \"many\"",
                assertThrows(IllegalArgumentException.class, () -> OtherHands.NONE.withShare("many")).getMessage());
        assertEquals("other hands must be a share from 0 to 1, or from 0 % to 100 %, not 1.5",
                assertThrows(IllegalArgumentException.class, () -> OtherHands.NONE.withShare("150%")).getMessage());
    }

    @Test
    void whatIsDrawnAnewIsWhereMnistHasItsDigits() {
        Dataset pictures = FEW.pictures(mnist.training());
        for (int picture = 0; picture < pictures.size(); picture++) {
            byte[] pixels = pictures.image(picture);
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < pixels.length; i++) {
                mass += pixels[i] & 0xFF;
                x += (pixels[i] & 0xFF) * (i % 28);
                y += (pixels[i] & 0xFF) * (i / 28);
            }
            assertTrue(mass > 0);
            assertEquals(14, x / mass, 0.1, "column of picture " + picture);
            assertEquals(14, y / mass, 0.1, "row of picture " + picture);
        }
    }
}
