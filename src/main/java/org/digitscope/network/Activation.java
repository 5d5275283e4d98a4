package org.digitscope.network;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a neuron makes of its sum, a = f(z). NaN passes, because it must reach the loss, or a diverged network would look alive. */
public enum Activation {
    /** max(0, z). */
    RELU {
        @Override
        public float of(float sum) {
            return Math.max(0, sum);
        }

        @Override
        public float slope(float sum) {
            int on = sum > 0 ? 1 : 0;
            return on;
        }

        @Override
        public float sumFor(float activation) {
            return activation;
        }
    },
    /** The hyperbolic tangent, between −1 and 1. */
    TANH {
        @Override
        public float of(float sum) {
            float size = Math.abs(sum);
            if (size < 0.625f) {
                return sum + sum * smallTanh(sum * sum);
            }
            float e = Softmax.exp(-2 * size);
            return Math.copySign((1 - e) / (1 + e), sum);
        }

        @Override
        public float slope(float sum) {
            float a = of(sum);
            return 1 - a * a;
        }

        @Override
        public float sumFor(float activation) {
            return (float) (0.5 * StrictMath.log((1.0 + activation) / (1.0 - activation)));
        }
    },
    /** 1 / (1 + exp(−z)), between 0 and 1. */
    SIGMOID {
        @Override
        public float of(float sum) {
            float e = Softmax.exp(-Math.abs(sum));
            return (sum < 0 ? e : 1) / (1 + e);
        }

        @Override
        public float slope(float sum) {
            float e = Softmax.exp(-Math.abs(sum));
            return e / ((1 + e) * (1 + e));
        }

        @Override
        public float sumFor(float activation) {
            return (float) StrictMath.log(activation / (1.0 - activation));
        }
    },
    /** z itself. The last layer's sums are the logits, so it is linear too; softmax comes after it. */
    LINEAR {
        @Override
        public float of(float sum) {
            return sum;
        }

        @Override
        public float slope(float sum) {
            return 1;
        }

        @Override
        public float sumFor(float activation) {
            return activation;
        }
    };

    /** f(z), the same bits on every machine. */
    public abstract float of(float sum);

    /** f′(z); at a corner the slope to its left. */
    public abstract float slope(float sum);

    /** A z with f(z) = a, but for rounding; of ReLU for a from 0 on. */
    public abstract float sumFor(float activation);

    /** Whether f is a straight line for each sign of z, so that a network is linear for a given pattern of signs. */
    public boolean isPiecewiseLinear() {
        return this == RELU || this == LINEAR;
    }

    /** The name as Keras and people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }

    /** The one that people call so, in large or small letters. */
    public static Optional<Activation> ofLabel(String label) {
        return Stream.of(values()).filter(activation -> activation.label().equalsIgnoreCase(label)).findFirst();
    }

    /** All labels, for sentences that say what is expected. */
    public static String labels() {
        return Stream.of(values()).map(Activation::label).collect(Collectors.joining(", "));
    }

    /** tanh(z)/z − 1 for z² = {@code square} below 0.39, by a polynomial with the coefficients of Cephes' {@code tanhf}. */
    private static float smallTanh(float square) {
        float p = -5.70498872745e-3f;
        p = p * square + 2.06390887954e-2f;
        p = p * square - 5.37397155531e-2f;
        p = p * square + 1.33314422036e-1f;
        p = p * square - 3.33332819422e-1f;
        return p * square;
    }
}
