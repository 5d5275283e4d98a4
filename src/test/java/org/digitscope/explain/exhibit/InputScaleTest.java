package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class InputScaleTest {

    private static final Parameters NETWORK = Examples.parameters(6, 1);
    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(40, 2), Examples.pictures(60, 3));

    @Test
    void withItsOwnFactorTheNetworkStaysAsItIs() {
        assertSame(NETWORK, InputScale.scaled(NETWORK, 1.0 / 255));
        Parameters grey = new Parameters(NETWORK.layers(), Inputs.GREY);
        assertSame(grey, InputScale.scaled(grey, 1));
        Evaluation score = Evaluation.of(NETWORK, DIGITS.validation());
        InputScale own = InputScale.of(NETWORK, InputScale.LEAST, DIGITS);
        assertEquals(score.accuracy(), own.accuracy());
        assertEquals(score.certainty(), own.certainty());
        assertEquals(score.loss(), own.loss());
    }

    @Test
    void factorOneIsAsGoodAsFeedingGreyValues() {
        Parameters grey = new Parameters(NETWORK.layers(), Inputs.GREY);
        byte[] picture = DIGITS.validation().image(0);
        assertEquals(ForwardTrace.of(picture, grey).logit(3), ForwardTrace.of(picture, InputScale.scaled(NETWORK, 1)).logit(3), 1e-2);
        InputScale one = InputScale.of(NETWORK, 1, DIGITS);
        assertEquals(Evaluation.of(grey, DIGITS.validation()).accuracy(), one.accuracy());
        assertEquals(Evaluation.of(grey, DIGITS.validation()).certainty(), one.certainty(), 1e-4);
        assertEquals(meanGradient(grey), one.gradient(), 1e-3 * one.gradient());
        assertEquals(meanGradient(NETWORK), InputScale.of(NETWORK, InputScale.LEAST, DIGITS).gradient(), 1e-9);
    }

    @Test
    void sumsAreMeasuredOverAllTestDigitsAndNeurons() {
        double mean = IntStream.range(0, 60).mapToObj(image -> ForwardTrace.of(DIGITS.validation().image(image), NETWORK))
                .flatMapToDouble(trace -> IntStream.range(0, 6).mapToDouble(neuron -> Math.abs(trace.sum(new Neuron(1, neuron))))).average().orElseThrow();
        assertEquals(mean, InputScale.of(NETWORK, InputScale.LEAST, DIGITS).sums(), 1e-6);
    }

    @Test
    void factorsLieBetweenOneIn255And1AtEqualRatios() {
        List<InputScale> all = InputScale.all(NETWORK, DIGITS);
        assertEquals(1.0 / 255, all.get(0).perGrey(), 1e-12);
        assertEquals(1 / Math.sqrt(255), all.get(all.size() / 2).perGrey(), 1e-12);
        assertEquals(1, all.get(all.size() - 1).perGrey(), 1e-12);
    }

    private static double meanGradient(Parameters network) {
        Network computing = new Network(network, 32);
        computing.forward(DIGITS.training(), Examples.firstImages(32), 0, 32);
        computing.loss();
        Parameters gradient = network.zeros();
        computing.addGradient(gradient, 32);
        float[] kernel = gradient.layer(1).kernel().data;
        return IntStream.range(0, kernel.length).mapToDouble(i -> Math.abs(kernel[i])).average().orElseThrow();
    }
}
