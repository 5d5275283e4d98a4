package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * The ten logits of one picture, each split over the pixels without a rest. ReLU lets the sums of some neurons pass and stops
 * the others; with these fixed the network is linear. What a change of a layer's activations a_l would do to a logit is found from
 * behind, with s = 1 for a neuron that is on and 0 for one that is off:
 *
 * <pre>
 *   c_n = e_k        c_{l−1} = W_l·(s_l ⊙ c_l)        logit_k = Σ_l b_l·(s_l ⊙ c_l) + Σ_p x_p·c₀ₚ
 *   and for each hidden layer                         logit_k = Σ_{m&gt;l} b_m·(s_m ⊙ c_m) + Σ_j a_lⱼ·c_lⱼ
 * </pre>
 */
public final class Ledger {

    private final ForwardTrace trace;
    /** a_l of the hidden layers in double, with the same neurons on. */
    private final List<double[]> activations = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    private Ledger(ForwardTrace trace) {
        this.trace = trace;
        addActivations();
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            accounts.add(account(digit));
        }
    }

    /** @throws IllegalArgumentException where there is no exact split, see {@link #obstacle} */
    public static Ledger of(ForwardTrace trace) {
        obstacle(trace.parameters()).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return new Ledger(trace);
    }

    /** Why a network's logits can't be split exactly, as a sentence; empty where they can. */
    public static Optional<String> obstacle(Parameters network) {
        Activation activation = network.layer(1).activation();
        return activation.isPiecewiseLinear() ? Optional.empty() : Optional.of("With " + activation + " there is no exact split: what a "
                + "pixel adds depends on all the others, as the curve bends every sum.");
    }

    /** Why one digit and not another: the split of the difference of their logits. */
    public Account difference(int digit, int other) {
        return accounts.get(digit).minus(accounts.get(other));
    }

    /** The split of a digit's logit. */
    public Account of(int digit) {
        return accounts.get(digit);
    }

    /** The logit in float32 minus the split's total: rounding, below 1e-4. */
    public double residual(int digit) {
        return trace.logit(digit) - accounts.get(digit).total();
    }

    /** What each pixel adds to a digit's logit through one neuron; all 0 when the neuron is off. */
    public double[] pixelsThrough(Neuron neuron, int digit) {
        double[] change = changes(digit).get(neuron.layer());
        double[] one = new double[change.length];
        one[neuron.index()] = change[neuron.index()];
        double[] pixels = one;
        for (int number = neuron.layer(); number >= 1; number--) {
            pixels = before(trace, number, pixels);
        }
        return timesInputs(pixels);
    }

    /**
     * What ink at each pixel would add to z of a neuron or to a logit, for each 1 of input, while the same neurons are on: of a neuron of
     * layer_1 its weights. Times the inputs it is what the pixels do add.
     *
     * @param layer 1 for layer_1
     * @param output a neuron or, in the last layer, a digit
     * @throws IllegalArgumentException where there is no exact split
     */
    public static double[] perInput(ForwardTrace trace, int layer, int output) {
        if (layer > 1) {
            obstacle(trace.parameters()).ifPresent(sentence -> {
                throw new IllegalArgumentException(sentence);
            });
        }
        FMatrixRMaj kernel = trace.parameters().layer(layer).kernel();
        double[] change = new double[kernel.numRows];
        Arrays.setAll(change, input -> kernel.get(input, output));
        for (int number = layer - 1; number >= 1; number--) {
            change = before(trace, number, change);
        }
        return change;
    }

    private void addActivations() {
        double[] received = new double[Dataset.PIXELS];
        for (int pixel = 0; pixel < received.length; pixel++) {
            received[pixel] = trace.input(pixel);
        }
        for (int number = 1; number < trace.parameters().depth(); number++) {
            Layer layer = trace.parameters().layer(number);
            double[] sums = new double[layer.outputs()];
            for (int j = 0; j < sums.length; j++) {
                for (int i = 0; i < received.length && passes(number, j); i++) {
                    sums[j] += received[i] * layer.kernel().get(i, j);
                }
                sums[j] += passes(number, j) ? layer.bias().data[j] : 0;
            }
            activations.add(sums);
            received = sums;
        }
    }

    private Account account(int digit) {
        Parameters network = trace.parameters();
        List<double[]> changes = changes(digit);
        List<Account.ByNeuron> layers = new LinkedList<>();
        double bias = 0;
        for (int number = network.depth(); number >= 1; number--) {
            double[] change = changes.get(number);
            if (number < network.depth()) {
                layers.add(0, new Account.ByNeuron(bias, timesActivations(number, change)));
            }
            Layer layer = network.layer(number);
            for (int j = 0; j < change.length; j++) {
                bias += passes(number, j) ? layer.bias().data[j] * change[j] : 0;
            }
        }
        return new Account(bias, timesInputs(changes.get(0)), layers);
    }

    /** c₀ to c_n. */
    private List<double[]> changes(int digit) {
        LinkedList<double[]> changes = new LinkedList<>();
        double[] change = new double[Dataset.CLASSES];
        change[digit] = 1;
        changes.add(change);
        for (int number = trace.parameters().depth(); number >= 1; number--) {
            change = before(trace, number, change);
            changes.addFirst(change);
        }
        return changes;
    }

    /** c_{l−1} from c_l. */
    private static double[] before(ForwardTrace trace, int number, double[] change) {
        Layer layer = trace.parameters().layer(number);
        double[] before = new double[layer.inputs()];
        for (int j = 0; j < change.length; j++) {
            if (trace.isOn(number, j) && change[j] != 0) {
                for (int i = 0; i < before.length; i++) {
                    before[i] += layer.kernel().get(i, j) * change[j];
                }
            }
        }
        return before;
    }

    private boolean passes(int number, int output) {
        return trace.isOn(number, output);
    }

    private double[] timesActivations(int number, double[] change) {
        double[] parts = new double[change.length];
        for (int j = 0; j < parts.length; j++) {
            parts[j] = activations.get(number - 1)[j] * change[j];
        }
        return parts;
    }

    private double[] timesInputs(double[] change) {
        double[] parts = new double[change.length];
        for (int pixel = 0; pixel < parts.length; pixel++) {
            parts[pixel] = trace.input(pixel) * change[pixel];
        }
        return parts;
    }
}
