package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.Parameters;
import org.digitscope.network.StartValues;
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
        Parameters deep = Parameters.zeros(Architecture.relu(3, 20));
        deep.layer(1).bias().data[2] = 1;
        assertTrue(advice(0.5, deep).contains("0.001, and 22 of 23 hidden neurons are never on: start"), advice(0.5, deep));
        Parameters most = Parameters.zeros(Architecture.relu(2));
        most.layer(1).bias().data[0] = 1;
        assertTrue(advice(0.5, most).contains("0.001, and 1 of 2 hidden neurons is never on: start"), advice(0.5, most));
        assertTrue(advice(0.5, Parameters.zeros(Architecture.relu(3, 20))).contains("No hidden neuron is on for any of them"));
    }

    @Test
    void whatWasChosenIsNamedBeforeTheRate() {
        Hyperparameters classic = Hyperparameters.NOTEBOOK;
        Architecture sigmoids = new Architecture(List.of(20, 20, 20, 20), Activation.SIGMOID, Inputs.SCALED);
        assertCause("All weights began at zero,", classic.withInitialization(new Initialization(StartValues.ZERO, 0.05)));
        assertCause("The learning rate of 0.001 is near", classic.withInitialization(new Initialization(StartValues.ZERO, 0.05))
                .withArchitecture(Architecture.relu()));
        assertCause("95 % of the training pictures have a wrong label:", classic.withVariation(new DataVariation(0, 0.95)));
        assertCause("Its inputs are not divided by 255,", classic.withArchitecture(new Architecture(List.of(20), Activation.RELU, Inputs.GREY)));
        assertCause("Gradients vanish on their way back through 4 sigmoid layers:", classic.withArchitecture(sigmoids));
        assertCause("The penalty may outweigh", classic.withPenalty(new Penalty(0, 10)));
        assertCause("The learning rate of 0.001 is near", classic.withVariation(new DataVariation(1000, 0.2)));
    }

    @Test
    void onlyReluNeuronsOfHiddenLayersAreCountedAsDead() {
        for (Architecture architecture : List.of(Architecture.relu(), new Architecture(List.of(20), Activation.TANH, Inputs.SCALED))) {
            String advice = new Guessing(Hyperparameters.NOTEBOOK.withArchitecture(architecture), 0.5, VALIDATION)
                    .advice(Parameters.zeros(architecture), 0.098).orElseThrow();
            assertTrue(advice.endsWith("is far above Adam's usual 0.001: start again with a smaller one."), advice);
        }
    }

    private static void assertCause(String cause, Hyperparameters settings) {
        String advice = new Guessing(settings, 0.001, VALIDATION).advice(Parameters.glorot(settings.architecture(), 1), 0.098).orElseThrow();
        assertTrue(advice.contains("20.00 %. " + cause), advice);
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
