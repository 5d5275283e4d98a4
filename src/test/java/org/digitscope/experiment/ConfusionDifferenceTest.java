package org.digitscope.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ConfusionMatrix;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ConfusionDifferenceTest {

    private static final Dataset DIGITS = Examples.pictures(50, 8);

    /** Of a network that answers everything with one digit. */
    private static ConfusionMatrix always(int answer, Dataset digits) {
        Parameters parameters = Parameters.zeros(Architecture.CLASSIC);
        parameters.last().bias().data[answer] = 1;
        return Evaluation.of(parameters, digits).score().confusion();
    }

    private static int count(int digit) {
        return (int) IntStream.range(0, DIGITS.size()).filter(i -> DIGITS.label(i) == digit).count();
    }

    @Test
    void eachCellIsTheSecondCountLessTheFirst() {
        ConfusionDifference difference = new ConfusionDifference(always(3, DIGITS), always(7, DIGITS));
        int largest = 0;
        for (int truth = 0; truth < Dataset.CLASSES; truth++) {
            for (int answer = 0; answer < Dataset.CLASSES; answer++) {
                assertEquals(answer == 7 ? count(truth) : answer == 3 ? -count(truth) : 0, difference.change(truth, answer));
            }
            largest = Math.max(largest, count(truth));
        }
        assertTrue(largest > 1);
        assertEquals(largest, difference.largestChange());
        assertEquals(1, difference.firstRecall(3));
        assertEquals(0, difference.secondRecall(3));
        assertEquals(-1, difference.recallChange(3));
        assertEquals(1, difference.recallChange(7));
        assertEquals(0, difference.recallChange(5));
    }

    @Test
    void matricesOfOtherPicturesAreRefused() {
        Dataset more = Examples.pictures(51, 8);
        String sentence = assertThrows(IllegalArgumentException.class, () -> new ConfusionDifference(always(0, DIGITS), always(0, more))).getMessage();
        int digit = more.label(50);
        assertEquals("networks are compared on the same pictures, but there are " + count(digit) + " and " + (count(digit) + 1) + " of digit " + digit, sentence);
    }
}
