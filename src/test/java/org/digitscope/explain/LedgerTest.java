package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

class LedgerTest {

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
            assertEquals(account.total(), account.outputBias() + Arrays.stream(account.neurons()).sum(), 1e-12);
            assertEquals(account.total(), account.bias() + account.favour() + account.against(), 1e-12);
            double[] pixels = new double[Dataset.PIXELS];
            for (int neuron = 0; neuron < 20; neuron++) {
                double[] through = ledger.pixelsThrough(neuron, digit);
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    pixels[pixel] += through[pixel];
                }
                double own = trace.isOn(neuron) ? trace.sumOf(neuron).exact() * trace.parameters().layer(2).kernel().get(neuron, digit) : 0;
                assertEquals(own, account.neurons()[neuron], 1e-12);
            }
            assertArrayEquals(account.pixels(), pixels, 1e-15);
        }
    }

    @Test
    void theDifferenceOfTwoLedgersIsTheDifferenceOfTheLogits() {
        Ledger ledger = Ledger.of(ForwardTrace.of(Examples.pictures(1, 9).image(0), Examples.parameters(20, 4)));
        Account why = ledger.difference(4, 9);
        assertEquals(ledger.of(4).total() - ledger.of(9).total(), why.total(), 1e-12);
        assertEquals(ledger.of(4).pixels()[400] - ledger.of(9).pixels()[400], why.pixels()[400]);
        assertEquals(ledger.of(4).outputBias() - ledger.of(9).outputBias(), why.outputBias());
    }

    @Test
    void aBlackPixelAndANeuronThatIsOffHaveNoPart() {
        byte[] black = new byte[784];
        ForwardTrace trace = ForwardTrace.of(black, Examples.parameters(20, 4));
        Account account = Ledger.of(trace).of(3);
        assertEquals(0, Arrays.stream(account.pixels()).map(Math::abs).sum());
        assertEquals(trace.logit(3), account.bias(), 1e-6);
        for (int neuron = 0; neuron < 20; neuron++) {
            assertEquals(trace.isOn(neuron), account.neurons()[neuron] != 0);
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
