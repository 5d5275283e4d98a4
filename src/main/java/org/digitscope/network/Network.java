package org.digitscope.network;

import org.digitscope.data.Dataset;
import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * 784 → hidden ReLU → 10 softmax, computing on a batch of examples at a time:
 *
 * <pre>
 *   Z₁ = X·W₁ + b₁      A = max(0, Z₁)      Z₂ = A·W₂ + b₂      P = softmax(Z₂)      loss = mean(−ln P[label])
 * </pre>
 *
 * <p>It reads the parameters that it was given and never changes them. It holds scratch matrices, so it belongs to one
 * thread; another thread makes another one on the same parameters.
 */
public final class Network {

    private final Parameters parameters;
    private final int capacity;
    private final SparseKernel kernel;
    /** X: a column for each example, only its non-zero pixels. */
    private final FMatrixSparseCSC x;
    /** A: a column for each example, only the neurons that are on. */
    private final FMatrixSparseCSC a;
    private final FMatrixRMaj z1;
    /** Z₂ after {@link #forward}, P after {@link #loss}, and then ∂loss/∂Z₂. */
    private final FMatrixRMaj z2;
    private final FMatrixRMaj delta1;
    private final int[] labels;
    private final int[] answers;
    private final double[] losses;
    private int correct;

    /** @param capacity the largest number of examples that {@link #forward} will be given at a time */
    public Network(Parameters parameters, int capacity) {
        this(parameters, capacity, SparseKernel.fastest());
    }

    Network(Parameters parameters, int capacity, SparseKernel kernel) {
        int hidden = parameters.hidden();
        this.parameters = parameters;
        this.capacity = capacity;
        this.kernel = kernel;
        x = new FMatrixSparseCSC(Dataset.PIXELS, capacity, 0);
        a = new FMatrixSparseCSC(hidden, capacity, hidden * capacity);
        z1 = new FMatrixRMaj(capacity, hidden);
        z2 = new FMatrixRMaj(capacity, Dataset.CLASSES);
        delta1 = new FMatrixRMaj(capacity, hidden);
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
     * @return Z₂, shape (to − from, 10): this object's own matrix, valid until the next call
     */
    public FMatrixRMaj forward(Dataset data, int[] order, int from, int to) {
        load(data, order, from, to);
        kernel.forward(x, parameters.layer1(), z1);
        activate();
        kernel.forward(a, parameters.layer2(), z2);
        return z2;
    }

    /** The sums of layer_1 before ReLU, Z₁ of the last {@link #forward}, shape (examples, hidden); valid until the next. */
    public FMatrixRMaj sums() {
        return z1;
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
            answers[example] = Softmax.argMax(z2.data, at, Dataset.CLASSES);
            if (answers[example] == labels[example]) {
                correct++;
            }
            losses[example] = Softmax.probabilities(z2.data, z2.data, at, Dataset.CLASSES, labels[example]);
            sum += losses[example];
        }
        return sum;
    }

    /** P after {@link #loss}, shape (examples, 10); valid until the next {@link #forward} or {@link #addGradient}. */
    public FMatrixRMaj probabilities() {
        return z2;
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
     *   Δ₂ = (P − onehot(label)) / n         ∂W₂ = Aᵀ·Δ₂    ∂b₂ = Σ Δ₂
     *   Δ₁ = (Δ₂·W₂ᵀ) where Z₁ &gt; 0, else 0   ∂W₁ = Xᵀ·Δ₁    ∂b₁ = Σ Δ₁
     * </pre>
     *
     * @param gradient modified: the gradient is added, in the parameters' shape
     * @param n examples of the whole batch, of which these may be a part
     */
    public void addGradient(Parameters gradient, int n) {
        for (int example = 0; example < x.numCols; example++) {
            z2.data[example * Dataset.CLASSES + labels[example]] -= 1;
        }
        CommonOps_FDRM.divide(z2, n);
        kernel.addGradient(a, z2, gradient.layer2().kernel());
        addRows(z2, gradient.layer2().bias());
        backThroughRelu();
        kernel.addGradient(x, delta1, gradient.layer1().kernel());
        addRows(delta1, gradient.layer1().bias());
    }

    private void load(Dataset data, int[] order, int from, int to) {
        int examples = to - from;
        int nonZero = 0;
        for (int i = from; i < to; i++) {
            nonZero += data.nonZeroCount(order[i]);
        }
        x.reshape(Dataset.PIXELS, examples, nonZero);
        z1.reshape(examples, z1.numCols);
        z2.reshape(examples, z2.numCols);
        delta1.reshape(examples, delta1.numCols);
        int at = 0;
        for (int example = 0; example < examples; example++) {
            int image = order[from + example];
            at = data.copyNonZero(image, x.nz_rows, x.nz_values, at);
            x.col_idx[example + 1] = at;
            labels[example] = data.label(image);
        }
        x.nz_length = at;
    }

    /** A = max(0, Z₁), as a sparse matrix, because about half of the neurons are off. */
    private void activate() {
        int hidden = z1.numCols;
        a.reshape(hidden, x.numCols, hidden * x.numCols);
        int at = 0;
        for (int example = 0; example < x.numCols; example++) {
            for (int neuron = 0; neuron < hidden; neuron++) {
                float activation = Relu.of(z1.data[example * hidden + neuron]);
                if (activation != 0) {
                    a.nz_rows[at] = neuron;
                    a.nz_values[at++] = activation;
                }
            }
            a.col_idx[example + 1] = at;
        }
        a.nz_length = at;
    }

    /** Δ₁ = (Δ₂·W₂ᵀ) where Z₁ &gt; 0: only the neurons that are on are computed, about half of the full product. */
    private void backThroughRelu() {
        delta1.zero();
        float[] w2 = parameters.layer2().kernel().data;
        for (int example = 0; example < x.numCols; example++) {
            int d = example * Dataset.CLASSES;
            for (int q = a.col_idx[example]; q < a.col_idx[example + 1]; q++) {
                int neuron = a.nz_rows[q];
                int w = neuron * Dataset.CLASSES;
                float sum = 0;
                for (int k = 0; k < Dataset.CLASSES; k++) {
                    sum += z2.data[d + k] * w2[w + k];
                }
                delta1.data[example * delta1.numCols + neuron] = sum;
            }
        }
    }

    private static void addRows(FMatrixRMaj rows, FMatrixRMaj total) {
        for (int row = 0; row < rows.numRows; row++) {
            for (int column = 0; column < rows.numCols; column++) {
                total.data[column] += rows.data[row * rows.numCols + column];
            }
        }
    }
}
