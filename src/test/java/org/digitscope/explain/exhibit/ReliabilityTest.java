package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.exhibit.Reliability.Group;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    private static final Dataset DATA = Examples.pictures(200, 7);
    /** With logits so large that it is sure of some answers. */
    private static final Parameters NETWORK = Reliability.divided(Examples.parameters(12, 8), 0.2);

    @Test
    void answersAreCountedByTheProbabilityThatTheyGet() {
        Reliability found = Reliability.of(NETWORK, DATA);
        for (Group group : found.groups()) {
            int count = 0;
            int right = 0;
            double sum = 0;
            for (int image = 0; image < DATA.size(); image++) {
                ForwardTrace trace = ForwardTrace.of(DATA.image(image), NETWORK);
                float p = trace.probability(trace.answer());
                if (p >= group.from() && (p < group.to() || group.to() == 1)) {
                    count++;
                    right += trace.answer() == DATA.label(image) ? 1 : 0;
                    sum += p;
                }
            }
            assertEquals(count, group.count());
            assertEquals(right, group.right());
            assertEquals(sum / count, group.certainty(), 1e-6);
        }
        assertEquals(200, found.count());
        assertTrue(found.groups().stream().filter(group -> group.count() > 0).count() > 3, "the example has answers of many kinds");
    }

    @Test
    void theGapIsTheMeanDifferenceOfCertaintyAndAccuracy() {
        Reliability found = new Reliability(List.of(new Group(0, 0.5, 3, 1, 0.4), new Group(0.5, 0.9, 0, 0, Double.NaN), new Group(0.9, 1, 1, 1, 0.95)));
        assertEquals((3 * (0.4 - 1.0 / 3) + 0.05) / 4, found.gap(), 1e-12);
    }

    @Test
    void dividedLogitsGiveTheSameAnswersLessSurely() {
        Parameters halved = Reliability.divided(NETWORK, 2);
        byte[] picture = DATA.image(0);
        assertEquals(ForwardTrace.of(picture, NETWORK).logit(4) / 2, ForwardTrace.of(picture, halved).logit(4), 1e-5);
        assertEquals(Evaluation.of(NETWORK, DATA).correct(), Evaluation.of(halved, DATA).correct());
        assertTrue(Evaluation.of(halved, DATA).certainty() < Evaluation.of(NETWORK, DATA).certainty());
    }
}
