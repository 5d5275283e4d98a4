package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class TwoStepsTest {

    private static final Dataset BATCH = Examples.pictures(32, 4);
    private static final Parameters NETWORK = Examples.parameters(5, 1);

    @Test
    void sgdMovesByTheRateTimesTheGradientAndAdamByAboutTheRate() {
        double rate = 0.01;
        TwoSteps steps = TwoSteps.of(NETWORK, BATCH, rate);
        float[] gradient = steps.gradient().layer(2).kernel().data;
        float[] sgd = steps.sgd().change().layer(2).kernel().data;
        float[] adam = steps.adam().change().layer(2).kernel().data;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            assertEquals(-rate * g, sgd[i], 1e-7);
            // m = 0.1·g, v = 0.001·g², corrected by 1 − 0.9 and 1 − 0.999
            assertEquals(-rate * Math.sqrt(0.001) / 0.1 * 0.1 * g / (Math.sqrt(0.001) * Math.abs(g) + 1e-7), adam[i], 1e-6);
        }
        assertEquals(rate, TwoSteps.largest(steps.adam().change()), 1e-4);
    }

    @Test
    void bothFollowTheSameGradientAndTheLossesAreThoseOfTheNetworksAfterwards() {
        TwoSteps steps = TwoSteps.of(NETWORK, BATCH, 0.002);
        assertEquals(steps.sgd().gradient().checksum(), steps.adam().gradient().checksum());
        assertEquals(Evaluation.of(NETWORK, BATCH).loss(), steps.lossBefore());
        assertEquals(Evaluation.of(steps.sgd().after(), BATCH).loss(), steps.lossAfterSgd());
        assertEquals(Evaluation.of(steps.adam().after(), BATCH).loss(), steps.lossAfterAdam());
        assertEquals(Examples.parameters(5, 1).checksum(), NETWORK.checksum(), "the network that is asked about stays as it is");
    }
}
