package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.data.Mnist;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {

    @Tag("soak")
    @Test
    void theContributionsOfEveryTestDigitSumToItsLogits() throws IOException {
        DigitSets mnist = Mnist.load();
        Trainer trainer = new Trainer(mnist.training(), mnist.validation(), Hyperparameters.NOTEBOOK.withEpochs(1));
        trainer.run(() -> false, snapshot -> { });
        Parameters parameters = trainer.snapshot().parameters();
        double largestResidual = 0;
        double largestError = 0;
        for (int picture = 0; picture < mnist.validation().size(); picture++) {
            byte[] pixels = mnist.validation().image(picture);
            Ledger ledger = Ledger.of(ForwardTrace.of(pixels, parameters));
            double[] exact = logits(pixels, parameters);
            for (int digit = 0; digit < 10; digit++) {
                largestResidual = Math.max(largestResidual, Math.abs(ledger.residual(digit)));
                largestError = Math.max(largestError, Math.abs(exact[digit] - ledger.of(digit).total()));
            }
        }
        assertEquals(0, largestResidual, 1e-4);
        assertEquals(0, largestError, 1e-10);
    }

    @Test
    void theSplitByNeuronAndTheOneByPixelHaveTheSameTotal() {
        ForwardTrace trace = ForwardTrace.of(Examples.pictures(1, 9).image(0), Examples.parameters(20, 4));
        Ledger ledger = Ledger.of(trace);
        for (int digit = 0; digit < 10; digit++) {
            Account account = ledger.of(digit);
            assertEquals(account.total(), account.layer(1).bias() + Arrays.stream(account.layer(1).parts()).sum(), 1e-12);
            assertEquals(account.total(), account.bias() + account.favour() + account.against(), 1e-12);
            double[] pixels = new double[Dataset.PIXELS];
            for (int neuron = 0; neuron < 20; neuron++) {
                double[] through = ledger.pixelsThrough(new Neuron(1, neuron), digit);
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    pixels[pixel] += through[pixel];
                }
                double own = trace.isOn(new Neuron(1, neuron)) ? trace.sumOf(new Neuron(1, neuron)).exact() * trace.parameters().layer(2).kernel().get(neuron, digit) : 0;
                assertEquals(own, account.layer(1).parts()[neuron], 1e-12);
            }
            assertArrayEquals(account.pixels(), pixels, 1e-15);
        }
    }

    /** By pixel, by the neurons of each hidden layer and through them, at any depth. */
    @ParameterizedTest
    @MethodSource("linearForAPattern")
    void allSplitsOfADeepNetworkHaveTheLogitAsTheirTotal(Architecture architecture) {
        for (int picture = 0; picture < 5; picture++) {
            ForwardTrace trace = ForwardTrace.of(Examples.pictures(5, 9).image(picture), Examples.parameters(architecture, 4));
            Ledger ledger = Ledger.of(trace);
            for (int digit = 0; digit < 10; digit++) {
                Account account = ledger.of(digit);
                double size = Math.max(1, Math.abs(account.total()));
                assertEquals(0, ledger.residual(digit), 1e-5 * size);
                for (int layer = 1; layer < trace.parameters().depth(); layer++) {
                    Account.ByNeuron split = account.layer(layer);
                    assertEquals(account.total(), split.bias() + Arrays.stream(split.parts()).sum(), 1e-11 * size);
                    double[] pixels = new double[Dataset.PIXELS];
                    for (int index = 0; index < trace.neurons(layer); index++) {
                        double[] through = ledger.pixelsThrough(new Neuron(layer, index), digit);
                        Arrays.setAll(pixels, pixel -> pixels[pixel] + through[pixel]);
                        assertTrue(trace.isOn(new Neuron(layer, index)) || split.parts()[index] == 0);
                    }
                    assertArrayEquals(account.pixels(), pixels, 1e-12 * size);
                }
            }
        }
    }

    private static Stream<Architecture> linearForAPattern() {
        return Stream.of(Architecture.relu(), Architecture.relu(9, 7), Architecture.relu(12, 8, 6, 5),
                new Architecture(List.of(9, 7, 5), Activation.LINEAR, Inputs.SCALED), new Architecture(List.of(6, 4), Activation.RELU, Inputs.GREY));
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = {"TANH", "SIGMOID"})
    void aBentActivationIsSaidToHaveNoExactSplit(Activation activation) {
        Parameters network = Examples.parameters(new Architecture(List.of(5), activation, Inputs.SCALED), 1);
        assertTrue(Ledger.obstacle(network).orElseThrow().startsWith("With " + activation + " there is no exact split"));
        ForwardTrace trace = ForwardTrace.of(new byte[784], network);
        assertThrows(IllegalArgumentException.class, () -> Ledger.of(trace));
    }

    @Test
    void theDifferenceOfTwoLedgersIsTheDifferenceOfTheLogits() {
        Ledger ledger = Ledger.of(ForwardTrace.of(Examples.pictures(1, 9).image(0), Examples.parameters(20, 4)));
        Account why = ledger.difference(4, 9);
        assertEquals(ledger.of(4).total() - ledger.of(9).total(), why.total(), 1e-12);
        assertEquals(ledger.of(4).pixels()[400] - ledger.of(9).pixels()[400], why.pixels()[400]);
        assertEquals(ledger.of(4).layer(1).bias() - ledger.of(9).layer(1).bias(), why.layer(1).bias());
    }

    @Test
    void aBlackPixelAndANeuronThatIsOffHaveNoPart() {
        byte[] black = new byte[784];
        ForwardTrace trace = ForwardTrace.of(black, Examples.parameters(20, 4));
        Account account = Ledger.of(trace).of(3);
        assertEquals(0, Arrays.stream(account.pixels()).map(Math::abs).sum());
        assertEquals(trace.logit(3), account.bias(), 1e-6);
        for (int neuron = 0; neuron < 20; neuron++) {
            assertEquals(trace.isOn(new Neuron(1, neuron)), account.layer(1).parts()[neuron] != 0);
        }
    }

    /** The forward pass as one would write it down, in double, on the inputs that the network gets. */
    private static double[] logits(byte[] pixels, Parameters parameters) {
        double[] logits = new double[10];
        for (int digit = 0; digit < 10; digit++) {
            logits[digit] = parameters.layer(2).bias().data[digit];
        }
        for (int neuron = 0; neuron < parameters.layer(1).outputs(); neuron++) {
            double sum = parameters.layer(1).bias().data[neuron];
            for (int pixel = 0; pixel < 784; pixel++) {
                sum += (double) ((pixels[pixel] & 0xFF) / 255f) * parameters.layer(1).kernel().data[pixel * parameters.layer(1).outputs() + neuron];
            }
            for (int digit = 0; digit < 10; digit++) {
                logits[digit] += Math.max(0, sum) * parameters.layer(2).kernel().get(neuron, digit);
            }
        }
        return logits;
    }
}
