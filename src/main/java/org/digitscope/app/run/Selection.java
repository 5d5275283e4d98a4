package org.digitscope.app.run;

import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/**
 * The layer, the neuron and the weight or bias that a person looks at, the same in all views. The shown network always has them:
 * before one comes that hasn't, the first neuron of layer_1 and its bias are chosen, which every network has; without a hidden layer
 * that neuron is a digit.
 */
public final class Selection {

    private static final Neuron FIRST = new Neuron(1, 0);

    private final ReadOnlyIntegerWrapper layer = new ReadOnlyIntegerWrapper(2);
    private final ReadOnlyObjectWrapper<Neuron> neuron = new ReadOnlyObjectWrapper<>(FIRST);
    private final ReadOnlyObjectWrapper<ScalarParameter> parameter = new ReadOnlyObjectWrapper<>(ScalarParameter.bias(1, 0));
    private Parameters network = Parameters.zeros(Architecture.relu(1));
    /** Whether the last layer is looked at, however many there are. */
    private boolean looksAtLast = true;

    /** The layer whose matrix is looked at, 1 for layer_1. */
    public ReadOnlyIntegerProperty layerProperty() {
        return layer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Neuron> neuronProperty() {
        return neuron.getReadOnlyProperty();
    }

    /** The pinned weight or bias; at first the bias of neuron 0. */
    public ReadOnlyObjectProperty<ScalarParameter> parameterProperty() {
        return parameter.getReadOnlyProperty();
    }

    /**
     * Looks at the matrix of a layer.
     *
     * @throws IllegalArgumentException when the shown network has no such layer
     */
    public void chooseLayer(int number) {
        if (number < 1 || number > network.depth()) {
            throw new IllegalArgumentException("the shown network has no layer_" + number);
        }
        look(number);
    }

    /** @throws IllegalArgumentException when the shown network has no such neuron */
    public void choose(Neuron chosen) {
        if (!has(network, chosen)) {
            throw new IllegalArgumentException("the shown network has no neuron " + chosen.index() + " in layer_" + chosen.layer());
        }
        neuron.set(chosen);
    }

    /**
     * Pins a parameter, and chooses its neuron and, as its weights have no pictures, the matrix of a later layer.
     *
     * @throws IllegalArgumentException when the shown network has no such parameter
     */
    public void pin(ScalarParameter pinned) {
        if (!pinned.isIn(network)) {
            throw new IllegalArgumentException("the shown network has no " + name(pinned));
        }
        if (pinned.layer() > 1) {
            look(pinned.layer());
        }
        pinned.neuron(network).ifPresent(neuron::set);
        parameter.set(pinned);
    }

    /** Another network is going to be shown: what it hasn't is left for what both have. */
    void fit(Parameters next) {
        if (!has(next, neuron.get())) {
            neuron.set(FIRST);
        }
        if (layer.get() > next.depth()) {
            layer.set(next.depth());
        }
        if (!parameter.get().isIn(next)) {
            parameter.set(ScalarParameter.bias(1, 0));
        }
        network = next;
    }

    /** It is shown now, and with it a last layer that the one before may not have had. */
    void goOn() {
        if (looksAtLast || layer.get() == network.depth()) {
            look(network.depth());
        }
    }

    /** Whether the shown network has it. */
    public boolean has(Neuron wanted) {
        return has(network, wanted);
    }

    private void look(int number) {
        looksAtLast = number == network.depth();
        layer.set(number);
    }

    private static boolean has(Parameters network, Neuron neuron) {
        return neuron.isIn(network) || network.depth() == 1 && neuron.layer() == 1 && neuron.index() < network.last().outputs();
    }

    /** What a parameter of the shown network is, in words. */
    public String name(ScalarParameter named) {
        String what = "layer_" + named.layer() + (named.isBias() ? " bias of " : " weight, ");
        String to = (named.isInLast(network) ? "digit " : "neuron ") + named.output();
        if (named.isBias()) {
            return what + to;
        }
        return what + (named.layer() > 1 ? "neuron " + named.input() : String.format(Locale.ROOT, "pixel %d (row %d, column %d)",
                named.input(), named.input() / Dataset.COLUMNS, named.input() % Dataset.COLUMNS)) + " → " + to;
    }
}
