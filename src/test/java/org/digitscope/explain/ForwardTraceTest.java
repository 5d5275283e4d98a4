package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ForwardTraceTest {

    private static final Dataset PICTURES = Examples.pictures(30, 5);

    @Test
    void everyNumberIsThatOfTheNetworkToTheBit() {
        for (int hidden : new int[] {1, 2, 20, 128}) {
            Parameters parameters = Examples.parameters(hidden, 3);
            Network network = new Network(parameters, PICTURES.size());
            float[] logits = network.forward(PICTURES, Examples.firstImages(30), 0, 30).data.clone();
            float[] sums = network.sums(1).data.clone();
            network.loss();
            for (int picture = 0; picture < PICTURES.size(); picture++) {
                ForwardTrace trace = ForwardTrace.of(PICTURES.image(picture), parameters);
                for (int neuron = 0; neuron < hidden; neuron++) {
                    assertEquals(sums[picture * hidden + neuron], trace.sum(new Neuron(1, neuron)));
                    assertEquals(Math.max(0, sums[picture * hidden + neuron]), trace.activation(new Neuron(1, neuron)));
                    assertEquals(sums[picture * hidden + neuron] > 0, trace.isOn(new Neuron(1, neuron)));
                }
                for (int digit = 0; digit < 10; digit++) {
                    assertEquals(logits[picture * 10 + digit], trace.logit(digit));
                    assertEquals(network.probabilities().get(picture, digit), trace.probability(digit));
                }
            }
        }
    }

    @Test
    void whatKeepsLogitsFromBeingExplainedIsSaid() {
        byte[] pixels = PICTURES.image(0);
        Parameters parameters = Parameters.zeros(Architecture.relu(1));
        assertEquals(Optional.empty(), ForwardTrace.of(pixels, parameters).trouble());
        Arrays.fill(parameters.layer(1).kernel().data, Float.MAX_VALUE);
        Arrays.fill(parameters.layer(2).kernel().data, 1);
        ForwardTrace infinite = ForwardTrace.of(pixels, parameters);
        assertTrue(infinite.trouble().orElseThrow().startsWith("A logit is larger than"));
        assertTrue(FormulaText.digit(infinite, 4).contains("probability = 0.1"), FormulaText.digit(infinite, 4));
        parameters.layer(2).kernel().data[9] = 0;
        ForwardTrace noNumber = ForwardTrace.of(pixels, parameters);
        assertEquals("A sum of this network is no number, so there is no answer to this picture.", noNumber.trouble().orElseThrow());
        for (int digit = 0; digit < 10; digit++) {
            assertEquals(0.1f, infinite.probability(digit));
            assertEquals(Float.NaN, noNumber.probability(digit));
        }
    }

    @Test
    void thePartsOfASumAddUpToItWithTheBias() {
        Parameters parameters = Examples.parameters(20, 3);
        byte[] pixels = PICTURES.image(0);
        ForwardTrace trace = ForwardTrace.of(pixels, parameters);
        for (int neuron = 0; neuron < 20; neuron++) {
            WeightedSum sum = trace.sumOf(new Neuron(1, neuron));
            double expected = parameters.layer(1).bias().data[neuron];
            for (int pixel = 0; pixel < 784; pixel++) {
                expected += (double) ((pixels[pixel] & 0xFF) / 255f) * parameters.layer(1).kernel().get(pixel, neuron);
            }
            assertEquals(expected, sum.exact(), 1e-12);
            assertEquals(trace.sum(new Neuron(1, neuron)), sum.result());
            assertEquals(trace.sum(new Neuron(1, neuron)) - expected, sum.residual(), 1e-12);
            assertEquals(0, sum.residual(), 1e-5);
        }
        for (int digit = 0; digit < 10; digit++) {
            assertEquals(0, trace.logitOf(digit).residual(), 1e-6);
            assertTrue(trace.logitOf(digit).terms().stream().allMatch(term -> trace.isOn(new Neuron(1, term.index()))));
        }
    }

    @Test
    void theTableHasEveryNumberWithAllItsDigits() {
        ForwardTrace trace = ForwardTrace.of(PICTURES.image(1), Examples.parameters(20, 3));
        String[] lines = TraceTable.of(trace).split("\n");
        assertEquals(1 + 784 + 20 + 20 + 10 + 10, lines.length);
        assertEquals("what\tindex\tvalue", lines[0]);
        String[] last = lines[lines.length - 1].split("\t");
        assertEquals("probability", last[0]);
        assertEquals("9", last[1]);
        assertEquals(trace.probability(9), Float.parseFloat(last[2]));
    }
}
