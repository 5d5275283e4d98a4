package org.digitscope.explain.flow;

import java.util.Locale;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;

/** What is known of a part of a network without any picture: its weights and its bias. */
public final class WeightText {

    private static final String NUMBER = "%+.4f";

    private final Parameters network;
    private final UnitNames names;

    /** @param classes what the ten outputs are called */
    public WeightText(Parameters network, ClassNames classes) {
        this.network = network;
        names = new UnitNames(network, classes);
    }

    /** A connection: "neuron 14 → 3: weight +0.4760". */
    public String part(int layer, int from, int to) {
        return String.format(Locale.ROOT, "%s → %s: weight %s", names.of(layer - 1, from), names.of(layer, to), number(network.layer(layer).kernel().get(from, to)));
    }

    /** A neuron or a digit: "neuron 14: 784 weights from −0.3000 to +0.4000, bias +0.0100". */
    public String unit(int layer, int index) {
        Layer own = network.layer(layer);
        double least = IntStream.range(0, own.inputs()).mapToDouble(from -> own.kernel().get(from, index)).min().orElse(0);
        double largest = IntStream.range(0, own.inputs()).mapToDouble(from -> own.kernel().get(from, index)).max().orElse(0);
        return String.format(Locale.ROOT, "%s: %d weights from %s to %s, bias %s", names.of(layer, index), own.inputs(), number(least), number(largest),
                number(own.bias().data[index]));
    }

    /** What leads from a pixel to a neuron of layer_1. */
    public String pixelTo(int pixel, int output) {
        return String.format(Locale.ROOT, "%s: weight %s to %s", UnitNames.pixel(pixel), number(network.layer(1).kernel().get(pixel, output)), names.of(1, output));
    }

    private static String number(double value) {
        return RoundedText.of(NUMBER, value);
    }
}
