package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.network.StartValues;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

class AlikeNeuronsTest {

    private static final Dataset PICTURES = Examples.pictures(300, 1);

    @Test
    void neuronsThatBeginWithZerosMoveAndStayAlike() {
        Parameters learnt = trained(StartValues.ZERO, Activation.SIGMOID);
        assertEquals(1, AlikeNeurons.different(learnt.layer(1)));
        assertNotEquals(0, learnt.layer(1).kernel().get(400, 3), "they do learn");
        assertEquals(1, AlikeNeurons.different(trained(StartValues.ZERO, Activation.RELU).layer(1)));
    }

    @Test
    void neuronsThatBeginWithRandomNumbersDiffer() {
        assertEquals(8, AlikeNeurons.different(trained(StartValues.GLOROT_UNIFORM, Activation.SIGMOID).layer(1)));
    }

    @Test
    void neuronsDifferInOneWeightOrTheBias() {
        Layer layer = Layer.zeros(784, 4, Activation.RELU);
        assertEquals(1, AlikeNeurons.different(layer));
        layer.kernel().set(783, 2, 1e-9f);
        assertEquals(2, AlikeNeurons.different(layer));
        layer.bias().set(0, 0, 1);
        assertEquals(3, AlikeNeurons.different(layer));
    }

    private static Parameters trained(StartValues start, Activation activation) {
        Trainer trainer = new Trainer(PICTURES, PICTURES.head(20), AlikeNeurons.settings(start, activation));
        trainer.run(() -> false, snapshot -> { });
        return trainer.checkpoint().parameters();
    }
}
