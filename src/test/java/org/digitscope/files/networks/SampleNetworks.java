package org.digitscope.files.networks;

import java.util.List;
import java.util.stream.Stream;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/** Networks of all depths, activations and inputs. */
final class SampleNetworks {

    private SampleNetworks() {
    }

    static Stream<Architecture> architectures() {
        return Stream.of(Architecture.relu(), Architecture.relu(20), Architecture.relu(64, 32, 16), of(Activation.TANH, 12, 11, 9),
                of(Activation.SIGMOID, 20), of(Activation.LINEAR, 15), of(Activation.LINEAR, 7, 5), Architecture.relu(10, 10, 10, 10),
                of(Activation.TANH, 10, 10, 10, 10), Architecture.relu(1, 1, 1, 1), Architecture.relu(1), Architecture.relu(512),
                new Architecture(List.of(20), Activation.RELU, Inputs.GREY), new Architecture(List.of(6, 5), Activation.SIGMOID, Inputs.GREY),
                new Architecture(List.of(), Activation.RELU, Inputs.GREY));
    }

    static Parameters network(Architecture architecture) {
        return Examples.parameters(architecture, 8);
    }

    private static Architecture of(Activation activation, Integer... hidden) {
        return new Architecture(List.of(hidden), activation, Inputs.SCALED);
    }

    /** x·W + b in double, as one would write it down. */
    static double[] times(double[] x, Layer layer) {
        double[] z = new double[layer.outputs()];
        for (int output = 0; output < z.length; output++) {
            z[output] = layer.bias().data[output];
            for (int input = 0; input < x.length; input++) {
                z[output] += x[input] * layer.kernel().get(input, output);
            }
        }
        return z;
    }
}
