package org.digitscope.network;

import java.util.List;
import java.util.function.Supplier;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * A network of dense layers l = 1 … n, computing on a batch of examples at a time:
 *
 * <pre>
 *   A₀ = X      Z_l = A_{l−1}·W_l + b_l      A_l = f(Z_l)      P = softmax(Z_n)      loss = mean(−ln P[label])
 * </pre>
 *
 * <p>It reads the parameters that it was given and never changes them. It holds scratch matrices, so it belongs to one
 * thread; another thread makes another one on the same parameters.
 */
public final class Network {

    private final Inputs inputs;
    private final int capacity;
    /** X: a column for each example, only its non-zero pixels. */
    private final FMatrixSparseCSC x;
    private final List<LayerPass> passes;
    /** Z_n after {@link #forward} and P after {@link #loss}. */
    private final FMatrixRMaj output;
    private final int[] labels;
    private final int[] answers;
    private final double[] losses;
    private int correct;

    /** @param capacity the largest number of examples that {@link #forward} will be given at a time */
    public Network(Parameters parameters, int capacity) {
        this(parameters, capacity, SparseKernel::fastest);
    }

    Network(Parameters parameters, int capacity, Supplier<SparseKernel> kernels) {
        inputs = parameters.inputs();
        this.capacity = capacity;
        x = new FMatrixSparseCSC(Dataset.PIXELS, capacity, 0);
        passes = parameters.layers().stream().map(layer -> new LayerPass(layer, capacity, kernels)).toList();
        output = last().sums();
        labels = new int[capacity];
        answers = new int[capacity];
        losses = new double[capacity];
    }

    /** The largest number of examples at a time. */
    public int capacity() {
        return capacity;
    }

    /**
     * Computes the logits of some examples.
     *
     * @param order positions in {@code data}; those in [from, to) are taken
     * @return Z_n, shape (to − from, 10): this object's own matrix, valid until the next call
     */
    public FMatrixRMaj forward(Dataset data, int[] order, int from, int to) {
        load(data, order, from, to);
        FMatrixSparseCSC received = x;
        for (LayerPass pass : passes) {
            pass.forward(received);
            if (pass != last()) {
                received = pass.activate();
            }
        }
        return output;
    }

    /**
     * The sums of a hidden layer before its activation, Z_l of the last {@link #forward}, shape (examples, neurons); valid until
     * the next.
     *
     * @param number 1 for layer_1
     */
    public FMatrixRMaj sums(int number) {
        return passes.get(number - 1).sums();
    }

    /**
     * Turns the logits of the last {@link #forward} into probabilities and compares them with the labels.
     *
     * @return the sum, not the mean, of −ln P[label] over the examples
     */
    public double loss() {
        double sum = 0;
        correct = 0;
        for (int example = 0; example < x.numCols; example++) {
            int at = example * Dataset.CLASSES;
            answers[example] = Softmax.argMax(output.data, at, Dataset.CLASSES);
            if (answers[example] == labels[example]) {
                correct++;
            }
            losses[example] = Softmax.probabilities(output.data, output.data, at, Dataset.CLASSES, labels[example]);
            sum += losses[example];
        }
        return sum;
    }

    /** P after {@link #loss}, shape (examples, 10); valid until the next {@link #forward}. */
    public FMatrixRMaj probabilities() {
        return output;
    }

    /**
     * The digit with the largest logit of each example after {@link #loss}; this object's own array, valid until the next
     * call. Logits that hardly differ can have equal probabilities, so these don't tell.
     */
    public int[] answers() {
        return answers;
    }

    /** −ln P[label] of each example after {@link #loss}; this object's own array, valid until the next call. */
    public double[] losses() {
        return losses;
    }

    /** How many examples {@link #loss} found answered rightly. */
    public int correct() {
        return correct;
    }

    /**
     * Adds what these examples contribute to the gradient of the mean loss over a batch, after {@link #loss}:
     *
     * <pre>
     *   Δ_n = (P − onehot(label)) / n        Δ_{l−1} = (Δ_l·W_lᵀ) ⊙ f′(Z_{l−1})        ∂W_l = A_{l−1}ᵀ·Δ_l    ∂b_l = Σ Δ_l
     * </pre>
     *
     * @param gradient modified: the gradient is added, in the parameters' shape
     * @param n examples of the whole batch, of which these may be a part
     */
    public void addGradient(Parameters gradient, int n) {
        FMatrixRMaj delta = last().delta();
        delta.setTo(output);
        for (int example = 0; example < x.numCols; example++) {
            delta.data[example * Dataset.CLASSES + labels[example]] -= 1;
        }
        CommonOps_FDRM.divide(delta, n);
        for (int number = passes.size(); number >= 1; number--) {
            LayerPass pass = passes.get(number - 1);
            boolean isFirst = number == 1;
            pass.addGradient(isFirst ? x : passes.get(number - 2).activations(), gradient.layer(number));
            if (!isFirst) {
                pass.backward(passes.get(number - 2));
            }
        }
    }

    private LayerPass last() {
        return passes.get(passes.size() - 1);
    }

    private void load(Dataset data, int[] order, int from, int to) {
        int examples = to - from;
        x.reshape(Dataset.PIXELS, examples, data.countAndFetch(order, from, to));
        int at = 0;
        for (int example = 0; example < examples; example++) {
            int image = order[from + example];
            at = data.copyNonZero(image, x.nz_rows, x.nz_values, at, inputs);
            x.col_idx[example + 1] = at;
            labels[example] = data.label(image);
        }
        x.nz_length = at;
    }
}
