package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class PenaltyTest {

    private static final Parameters NETWORK = Examples.parameters(Architecture.relu(5, 3), 1);

    @Test
    void gradientEqualsCentralDifferencesForWeightsAndIsZeroForBiases() {
        Penalty penalty = new Penalty(0.01, 0.02);
        Parameters gradient = NETWORK.zeros();
        penalty.addGradient(NETWORK, gradient);
        for (int number = 1; number <= NETWORK.depth(); number++) {
            for (int i = 0; i < 10; i++) {
                double expected = (shifted(penalty, number, i, 1e-3f) - shifted(penalty, number, i, -1e-3f)) / 2e-3;
                assertEquals(expected, gradient.layer(number).kernel().data[i], 1e-4);
            }
            assertArrayEquals(new float[NETWORK.layer(number).outputs()], gradient.layer(number).bias().data);
        }
    }

    @Test
    void noPenaltyCostsNothingAndChangesNothing() {
        Parameters gradient = NETWORK.copy();
        Penalty.NONE.addGradient(NETWORK, gradient);
        assertEquals(NETWORK.checksum(), gradient.checksum());
        assertEquals(0, Penalty.NONE.of(NETWORK));
    }

    /** In double, so that the difference of two large sums keeps its digits. */
    private static double shifted(Penalty penalty, int number, int weight, float by) {
        Parameters changed = NETWORK.copy();
        changed.layer(number).kernel().data[weight] += by;
        return penalty.of(changed);
    }
}
