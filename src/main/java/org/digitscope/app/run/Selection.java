package org.digitscope.app.run;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;

/** The neuron and the weight or bias that a person looks at, in all parts of the Weights view. */
public final class Selection {

    private final IntegerProperty neuron = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<ScalarParameter>> parameter =
            new SimpleObjectProperty<>(Optional.of(ScalarParameter.layer1Bias(0)));

    public IntegerProperty neuronProperty() {
        return neuron;
    }

    /** The pinned weight or bias; at first the bias of neuron 0. */
    public ObjectProperty<Optional<ScalarParameter>> parameterProperty() {
        return parameter;
    }

    /** Pins a parameter, and selects its neuron where it has one. */
    public void pin(ScalarParameter pinned) {
        if (pinned.isInLayer1()) {
            neuron.set(pinned.output());
        } else if (!pinned.isBias()) {
            neuron.set(pinned.input());
        }
        parameter.set(Optional.of(pinned));
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
