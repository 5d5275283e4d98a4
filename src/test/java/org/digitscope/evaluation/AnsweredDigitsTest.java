package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.AnsweredDigits.Order;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class AnsweredDigitsTest {

    private static final Dataset DATA = Examples.pictures(600, 3);
    private static final Parameters NETWORK = Examples.parameters(20, 8);
    private static final AnsweredDigits DIGITS = AnsweredDigits.of(NETWORK, DATA);

    @Test
    void aClassThatIsNoneIsNamed() {
        for (String word : new String[] {"true:12", "said:10", "true:100000"}) {
            assertEquals("\"" + word + "\" names no class; expected 0 to 9",
                    assertThrows(IllegalArgumentException.class, () -> DigitFilter.parse("wrong " + word)).getMessage());
        }
    }

    @Test
    void probabilityAndMarginAreThoseOfTheNetwork() {
        Network network = new Network(NETWORK, 1);
        for (int picture = 0; picture < DATA.size(); picture += 7) {
            network.forward(DATA, new int[] {picture}, 0, 1);
            double loss = network.loss();
            float[] sorted = network.probabilities().data.clone();
            Arrays.sort(sorted);
            assertEquals(sorted[9], DIGITS.probability(picture));
            assertEquals(sorted[9] - sorted[8], DIGITS.margin(picture));
            assertEquals(loss, DIGITS.loss(picture), 1e-6);
        }
    }

    @Test
    void filtersByAllWords() {
        same("", picture -> true);
        same("wrong", picture -> DIGITS.answer(picture) != DATA.label(picture));
        same(" Right  true:4 ", picture -> DIGITS.answer(picture) == 4 && DATA.label(picture) == 4);
        same("true:4 said:9", picture -> DATA.label(picture) == 4 && DIGITS.answer(picture) == 9);
        same("unsure, wrong", picture -> DIGITS.margin(picture) < 0.5 && DIGITS.answer(picture) != DATA.label(picture));
        same("index:17", picture -> picture == 17);
        same("index:100-120 right", picture -> picture >= 100 && picture <= 120 && DIGITS.isRight(picture));
    }

    @Test
    void anUnknownWordIsNamed() {
        for (String word : List.of("wrng", "true:", "true:x", "said:1-2", "index:12345678")) {
            String message = assertThrows(IllegalArgumentException.class, () -> DigitFilter.parse("wrong " + word)).getMessage();
            assertTrue(message.startsWith("\"" + word + "\" is none of: wrong, right"), message);
        }
    }

    @Test
    void sortsByLossMarginAndPosition() {
        List<Integer> byLoss = DIGITS.list(picture -> true, Order.LARGEST_LOSS);
        List<Integer> byMargin = DIGITS.list(picture -> true, Order.SMALLEST_MARGIN);
        for (int i = 1; i < DATA.size(); i++) {
            assertTrue(DIGITS.loss(byLoss.get(i - 1)) >= DIGITS.loss(byLoss.get(i)));
            assertTrue(DIGITS.margin(byMargin.get(i - 1)) <= DIGITS.margin(byMargin.get(i)));
        }
        assertEquals(IntStream.range(0, 600).boxed().toList(), DIGITS.list(picture -> true, Order.INDEX));
    }

    private static void same(String filter, IntPredicate expected) {
        List<Integer> found = DIGITS.list(DigitFilter.parse(filter).on(DIGITS), Order.INDEX);
        assertEquals(IntStream.range(0, DATA.size()).filter(expected).boxed().toList(), found, filter);
    }
}
