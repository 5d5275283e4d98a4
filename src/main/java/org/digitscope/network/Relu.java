package org.digitscope.network;

/** The activation of layer_1, a = max(0, z). */
public final class Relu {

    private Relu() {
    }

    /** max(0, z); NaN passes, because it must reach the loss, or a diverged network would look alive. */
    public static float of(float sum) {
        return sum <= 0 ? 0 : sum;
    }

    /** Whether a neuron lets its sum pass. */
    public static boolean isOn(float sum) {
        return sum > 0;
    }
}
