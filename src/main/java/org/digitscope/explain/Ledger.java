package org.digitscope.explain;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;

/**
 * The ten logits of one picture, each split over the pixels without a rest. ReLU lets the sums of some neurons pass and stops
 * the others; with these fixed the network is linear, so with S the neurons that are on
 *
 * <pre>
 *   logit_k = (b₂ₖ + Σ_{j∈S} b₁ⱼ·W₂ⱼₖ) + Σ_p x_p · (Σ_{j∈S} W₁ₚⱼ·W₂ⱼₖ)
 * </pre>
 */
public final class Ledger {

    private final ForwardTrace trace;
    private final List<Account> accounts = new ArrayList<>();

    private Ledger(ForwardTrace trace) {
        this.trace = trace;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            accounts.add(account(digit));
        }
    }

    public static Ledger of(ForwardTrace trace) {
        return new Ledger(trace);
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
    public double[] pixelsThrough(int neuron, int digit) {
        double[] parts = new double[Dataset.PIXELS];
        Parameters parameters = trace.parameters();
        double out = trace.isOn(neuron) ? parameters.layer(2).kernel().get(neuron, digit) : 0;
        for (int pixel = 0; pixel < parts.length; pixel++) {
            parts[pixel] = trace.input(pixel) * (parameters.layer(1).kernel().get(pixel, neuron) * out);
        }
        return parts;
    }

    private Account account(int digit) {
        Parameters parameters = trace.parameters();
        double outputBias = parameters.layer(2).bias().data[digit];
        double bias = outputBias;
        double[] pixels = new double[Dataset.PIXELS];
        double[] neurons = new double[trace.hidden()];
        for (int neuron = 0; neuron < neurons.length; neuron++) {
            if (trace.isOn(neuron)) {
                double ownBias = (double) parameters.layer(1).bias().data[neuron] * parameters.layer(2).kernel().get(neuron, digit);
                double[] parts = pixelsThrough(neuron, digit);
                double sum = ownBias;
                for (int pixel = 0; pixel < parts.length; pixel++) {
                    pixels[pixel] += parts[pixel];
                    sum += parts[pixel];
                }
                bias += ownBias;
                neurons[neuron] = sum;
            }
        }
        return new Account(bias, pixels, outputBias, neurons);
    }
}
