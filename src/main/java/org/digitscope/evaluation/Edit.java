package org.digitscope.evaluation;

import java.util.List;
import org.digitscope.network.Layer;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/**
 * A change that a person makes to a network by hand. Its numbers are finite and its places from 0 on, or it is refused with an
 * {@link IllegalArgumentException}.
 */
public sealed interface Edit {

    /**
     * The changed network; the given one stays as it is.
     *
     * @throws IndexOutOfBoundsException when the network has no such neuron or parameter
     */
    Parameters applyTo(Parameters parameters);

    /** Whether a network has what is changed. */
    boolean fits(Parameters parameters);

    /** The network after several changes, in their order. */
    static Parameters apply(List<Edit> edits, Parameters parameters) {
        Parameters edited = parameters;
        for (Edit edit : edits) {
            edited = edit.applyTo(edited);
        }
        return edited;
    }

    /**
     * A neuron that always sends the same: nothing, so that its outgoing weights can as well be 0, or a constant, so that its
     * weights can as well be 0 and its bias what the activation makes that constant of.
     *
     * @param activation from 0 on
     */
    record Mute(Neuron neuron, float activation) implements Edit {
        public Mute {
            if (!Float.isFinite(activation)) {
                throw new IllegalArgumentException("an activation is a number below 3.4e38, not " + activation);
            }
        }

        @Override
        public boolean fits(Parameters parameters) {
            return neuron.isIn(parameters);
        }

        @Override
        public Parameters applyTo(Parameters parameters) {
            Parameters edited = parameters.copy();
            Layer own = edited.layer(neuron.layer());
            Layer next = edited.layer(neuron.layer() + 1);
            if (activation == 0) {
                for (int output = 0; output < next.outputs(); output++) {
                    next.kernel().set(neuron.index(), output, 0);
                }
            } else {
                for (int input = 0; input < own.inputs(); input++) {
                    own.kernel().set(input, neuron.index(), 0);
                }
                own.bias().set(0, neuron.index(), own.activation().sumFor(activation));
            }
            return edited;
        }
    }

    /** One weight or bias with another value. */
    record SetValue(ScalarParameter parameter, float value) implements Edit {
        public SetValue {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a weight or bias is a number below 3.4e38, not " + value);
            }
        }

        @Override
        public boolean fits(Parameters parameters) {
            return parameter.isIn(parameters);
        }

        @Override
        public Parameters applyTo(Parameters parameters) {
            return parameter.with(parameters, value);
        }
    }

    /** All biases 0. */
    record WithoutBiases() implements Edit {
        @Override
        public boolean fits(Parameters parameters) {
            return true;
        }

        @Override
        public Parameters applyTo(Parameters parameters) {
            return Perturbation.withoutBiases(parameters);
        }
    }

    /**
     * Noise on all weights.
     *
     * @param sigma its standard deviation
     */
    record Noise(float sigma, long seed) implements Edit {
        public Noise {
            Perturbation.checkDeviation(sigma);
        }

        @Override
        public boolean fits(Parameters parameters) {
            return true;
        }

        @Override
        public Parameters applyTo(Parameters parameters) {
            return Perturbation.withNoise(parameters, sigma, seed);
        }
    }
}
