package org.digitscope.explain.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ForwardPass;
import org.digitscope.network.Layer;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * What becomes of a network when its inputs are the grey values times another factor than it was trained with.
 *
 * @param perGrey the factor: 1/255 for inputs from 0 to 1, 1 for the grey values themselves
 * @param accuracy on the test digits, 0 to 1
 * @param certainty what it gives its answers to them on average, 0 to 1
 * @param loss on them, in nats
 * @param sums the mean size |z| of layer_1's sums, over the test digits
 * @param gradient the mean size of the gradient of layer_1's weights, for a batch of training pictures
 */
public record InputScale(double perGrey, double accuracy, double certainty, double loss, double sums, double gradient) {

    /** The factors of the classic notebook, and of one that doesn't divide. */
    public static final double LEAST = 1.0 / 255;
    public static final double MOST = 1;

    private static final int POINTS = 9;
    private static final int BATCH = 32;
    private static final double SAME = 1e-6;

    /** Factors from 1/255 to 1 at equal ratios. */
    public static double[] factors() {
        return IntStream.range(0, POINTS).mapToDouble(i -> factor((double) i / (POINTS - 1))).toArray();
    }

    /** The factor at a share of the way from 1/255 to 1 in equal ratios. */
    public static double factor(double share) {
        return LEAST * Math.pow(MOST / LEAST, share);
    }

    /** Measures one factor. */
    public static InputScale of(Parameters network, double perGrey, DigitSets digits) {
        Parameters scaled = scaled(network, perGrey);
        Evaluation score = Evaluation.of(scaled, digits.validation());
        return new InputScale(perGrey, score.accuracy(), score.certainty(), score.loss(), sums(scaled, digits), gradient(scaled, digits)
                * perGrey / ownFactor(network));
    }

    /** Measures {@link #factors}. */
    public static List<InputScale> all(Parameters network, DigitSets digits) {
        List<InputScale> all = new ArrayList<>();
        for (double factor : factors()) {
            all.add(of(network, factor, digits));
        }
        return all;
    }

    /**
     * The network that makes of its own inputs what {@code network} would make of grey values times {@code perGrey}: x·c and W are as
     * good as x and c·W.
     */
    public static Parameters scaled(Parameters network, double perGrey) {
        double times = perGrey / ownFactor(network);
        if (Math.abs(times - 1) < SAME) {
            return network;
        }
        Layer first = network.layer(1);
        FMatrixRMaj kernel = first.kernel().copy();
        for (int i = 0; i < kernel.data.length; i++) {
            kernel.data[i] *= (float) times;
        }
        return network.withLayer(1, new Layer(kernel, first.bias(), first.activation()));
    }

    /** The factor that the network was trained with. */
    public static double ownFactor(Parameters network) {
        return network.inputs().of((byte) 1);
    }

    private static double sums(Parameters network, DigitSets digits) {
        double[] total = new double[1];
        ForwardPass.run(network, digits.validation(), (block, computed, logits) -> {
            FMatrixRMaj z = computed.sums(1);
            for (int i = 0; i < z.getNumElements(); i++) {
                total[0] += Math.abs(z.data[i]);
            }
        });
        return total[0] / digits.validation().size() / network.layer(1).outputs();
    }

    /** Of the network's own weights; for weights whose inputs are c times as large it is c times this. */
    private static double gradient(Parameters network, DigitSets digits) {
        int count = Math.min(BATCH, digits.training().size());
        Network computing = new Network(network, count);
        computing.forward(digits.training(), IntStream.range(0, count).toArray(), 0, count);
        computing.loss();
        Parameters gradient = network.zeros();
        computing.addGradient(gradient, count);
        double total = 0;
        for (float each : gradient.layer(1).kernel().data) {
            total += Math.abs(each);
        }
        return total / gradient.layer(1).kernel().getNumElements();
    }
}
