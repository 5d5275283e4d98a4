package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class GuessingTest {

    /** 1000 pictures, of which 200 show a 1, and none a 0. */
    private static final Dataset VALIDATION = validation();

    @Test
    void whatIsBetterThanChanceIsNoGuess() {
        // 0.2 + 3·√(0.2·0.8/1000) = 0.2379
        assertEquals(Optional.empty(), guessing(0.001).advice(Parameters.glorot(Architecture.relu(20), 1), 0.238));
        assertTrue(guessing(0.001).advice(Parameters.glorot(Architecture.relu(20), 1), 0.2379).isPresent());
    }

    @Test
    void theSentenceHasTheFiguresAndTheLikelyCause() {
        assertEquals("This is as good as guessing: 9.80 % of the 1,000 validation pictures are answered rightly, and always giving the "
                + "commonest answer would get 20.00 %. The learning rate of 0.5 is far above Adam's usual 0.001: start again with a smaller one.",
                advice(0.5, Parameters.glorot(Architecture.relu(20), 1)));
        assertTrue(advice(1e-6, Parameters.glorot(Architecture.relu(20), 1)).endsWith("The learning rate of 0.000001 is far below Adam's usual 0.001: try a larger one."));
        assertTrue(advice(0.002, Parameters.glorot(Architecture.relu(20), 1)).endsWith("is near Adam's usual 0.001: try more epochs or another seed."));
    }

    @Test
    void deadNeuronsAreCounted() {
        Parameters network = Parameters.zeros(Architecture.relu(20));
        network.layer(1).bias().data[7] = 1;
        assertTrue(advice(0.5, network).contains("0.001, and 19 of 20 hidden neurons are never on: start"), advice(0.5, network));
        assertTrue(advice(0.5, Parameters.zeros(Architecture.relu(20))).contains("No hidden neuron is on for any of them"));
    }

    private static Guessing guessing(double rate) {
        return new Guessing(Hyperparameters.NOTEBOOK, rate, VALIDATION);
    }

    private static String advice(double rate, Parameters network) {
        return guessing(rate).advice(network, 0.098).orElseThrow();
    }

    private static Dataset validation() {
        Dataset.Builder data = Dataset.builder("grey", 1000);
        byte[] pixels = new byte[Dataset.PIXELS];
        for (int i = 0; i < 1000; i++) {
            Arrays.fill(pixels, (byte) (1 + i % 100));
            pixels[i % Dataset.PIXELS] = 127;
            data.add(pixels, i < 200 ? 1 : 2 + i % 8);
        }
        return data.build();
    }
}
