package org.digitscope.explain.flow;

import java.util.Optional;
import org.digitscope.plot.network.NetworkValues;

/** What the curves of a network's picture can show. */
public enum Shown {

    /** What each input adds: activation · weight, and of all pixels their sum. */
    PARTS("contributions", "What each input adds: its activation · the weight between them") {
        @Override
        public NetworkValues values(Flow flow, Optional<ErrorFlow> error) {
            return new Curves(flow::part, true, neuron -> flow.inputsOf(1, neuron));
        }
    },
    /** The weights, whatever the picture; of 784 pixels there is no single one. */
    WEIGHTS("weights", "The weights alone, whatever the picture is") {
        @Override
        public NetworkValues values(Flow flow, Optional<ErrorFlow> error) {
            return new Curves((layer, from, to) -> flow.network().layer(layer).kernel().get(from, to), false, neuron -> 0);
        }
    },
    /** What goes back of the error: weight · error; to the pixels nothing does. */
    ERROR("error", "How the error of the answer goes back through the weights, and the gradient that comes of it") {
        @Override
        public NetworkValues values(Flow flow, Optional<ErrorFlow> error) {
            return new Curves((layer, from, to) -> error.map(each -> each.part(layer, from, to)).orElse(0.0), false, neuron -> 0);
        }
    };

    private final String label;
    private final String purpose;

    Shown(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    /** One word. */
    public String label() {
        return label;
    }

    /** What one sees, for a tooltip. */
    public String purpose() {
        return purpose;
    }

    /** @param error empty where no label is known; then nothing goes back */
    public abstract NetworkValues values(Flow flow, Optional<ErrorFlow> error);

    private interface OfConnection {

        double of(int layer, int from, int to);
    }

    private interface OfBand {

        double of(int neuron);
    }

    private record Curves(OfConnection connections, boolean hasBands, OfBand bands) implements NetworkValues {

        @Override
        public double band(int neuron) {
            return bands.of(neuron);
        }

        @Override
        public double connection(int layer, int from, int to) {
            return connections.of(layer, from, to);
        }
    }
}
