package org.digitscope.app.run;

import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;

/**
 * The neuron and the weight or bias that a person looks at, the same in all views. The shown network always has them: before one comes
 * that hasn't, neuron 0 and its bias are chosen, which every network has.
 */
public final class Selection {

    private final ReadOnlyIntegerWrapper neuron = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<ScalarParameter> parameter = new ReadOnlyObjectWrapper<>(ScalarParameter.layer1Bias(0));
    private Parameters network = Parameters.zeros(Architecture.relu(1));

    public ReadOnlyIntegerProperty neuronProperty() {
        return neuron.getReadOnlyProperty();
    }

    /** The pinned weight or bias; at first the bias of neuron 0. */
    public ReadOnlyObjectProperty<ScalarParameter> parameterProperty() {
        return parameter.getReadOnlyProperty();
    }

    /** @throws IllegalArgumentException when the shown network has no such neuron */
    public void choose(int chosen) {
        if (chosen < 0 || chosen >= network.layer(1).outputs()) {
            throw new IllegalArgumentException("the shown network has no neuron " + chosen);
        }
        neuron.set(chosen);
    }

    /**
     * Pins a parameter, and chooses its neuron where it has one.
     *
     * @throws IllegalArgumentException when the shown network has no such parameter
     */
    public void pin(ScalarParameter pinned) {
        if (!pinned.isIn(network)) {
            throw new IllegalArgumentException("the shown network has no " + name(pinned));
        }
        if (pinned.isInLayer1()) {
            choose(pinned.output());
        } else if (!pinned.isBias()) {
            choose(pinned.input());
        }
        parameter.set(pinned);
    }

    /** Another network is going to be shown. */
    void fit(Parameters next) {
        if (neuron.get() >= next.layer(1).outputs()) {
            neuron.set(0);
        }
        if (!parameter.get().isIn(next)) {
            parameter.set(ScalarParameter.layer1Bias(0));
        }
        network = next;
    }

    /** What a parameter is, in words. */
    public static String name(ScalarParameter parameter) {
        return switch (parameter.tensor()) {
            case LAYER_1_KERNEL -> String.format(Locale.ROOT, "layer_1 weight, pixel %d (row %d, column %d) → neuron %d",
                    parameter.input(), parameter.input() / Dataset.COLUMNS, parameter.input() % Dataset.COLUMNS, parameter.output());
            case LAYER_1_BIAS -> "layer_1 bias of neuron " + parameter.output();
            case LAYER_2_KERNEL -> "layer_2 weight, neuron " + parameter.input() + " → digit " + parameter.output();
            case LAYER_2_BIAS -> "layer_2 bias of digit " + parameter.output();
        };
    }
}
