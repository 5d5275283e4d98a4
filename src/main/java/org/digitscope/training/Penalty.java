package org.digitscope.training;

import org.digitscope.data.PlainNumber;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * What large weights cost while training, l1·Σ|w| + l2·Σw² over all kernels and not the biases, added to the mean loss of each
 * batch as Keras's {@code kernel_regularizer} does. Its gradient is l1·sign(w) + 2·l2·w.
 *
 * @param l1 0 for none
 * @param l2 0 for none
 */
public record Penalty(double l1, double l2) {

    public static final Penalty NONE = new Penalty(0, 0);

    private static final double MAX = 1000;

    /** @throws IllegalArgumentException for a value out of range, with a sentence that names it */
    public Penalty {
        check("L1", l1);
        check("L2", l2);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= MAX)) {
            throw new IllegalArgumentException(name + " penalty must be from 0 to 1000, not " + PlainNumber.of(value));
        }
    }

    /** The penalty of these parameters. */
    double of(Parameters parameters) {
        double sum = 0;
        for (Layer layer : parameters.layers()) {
            for (float weight : layer.kernel().data) {
                sum += l1 * Math.abs(weight) + l2 * weight * weight;
            }
        }
        return sum;
    }

    /** The gradient with respect to one weight. */
    public double gradient(float weight) {
        return l1 * Math.signum(weight) + 2 * l2 * weight;
    }

    /** @param gradient modified: the gradient of the penalty is added */
    void addGradient(Parameters parameters, Parameters gradient) {
        if (equals(NONE)) {
            return;
        }
        for (int number = 1; number <= parameters.depth(); number++) {
            addGradient(parameters.layer(number).kernel().data, gradient.layer(number).kernel().data);
        }
    }

    private void addGradient(float[] weights, float[] gradient) {
        float first = (float) l1;
        float second = (float) (2 * l2);
        for (int i = 0; i < weights.length; i++) {
            gradient[i] += first * Math.signum(weights[i]) + second * weights[i];
        }
    }
}
