package org.digitscope.explain.exhibit;

import java.util.List;
import org.digitscope.network.Activation;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** The same weights and biases without a bend between the layers. */
public final class LinearTwin {

    private LinearTwin() {
    }

    /** A network whose hidden layers pass their sums on as they are; it shares all numbers. */
    public static Parameters of(Parameters network) {
        return new Parameters(network.layers().stream().map(layer -> new Layer(layer.kernel(), layer.bias(), Activation.LINEAR)).toList(),
                network.inputs());
    }

    /**
     * The one layer that does all that the linear layers of a network do:
     *
     * <pre>
     *   (x·W₁ + b₁)·W₂ + b₂ = x·(W₁·W₂) + (b₁·W₂ + b₂)
     * </pre>
     */
    public static Parameters merged(Parameters network) {
        FMatrixRMaj kernel = network.layer(1).kernel();
        FMatrixRMaj bias = network.layer(1).bias();
        for (int number = 2; number <= network.depth(); number++) {
            Layer next = network.layer(number);
            FMatrixRMaj product = new FMatrixRMaj(kernel.numRows, next.outputs());
            CommonOps_FDRM.mult(kernel, next.kernel(), product);
            FMatrixRMaj shift = next.bias().copy();
            CommonOps_FDRM.multAdd(bias, next.kernel(), shift);
            kernel = product;
            bias = shift;
        }
        return new Parameters(List.of(new Layer(kernel, bias, Activation.LINEAR)), network.inputs());
    }
}
