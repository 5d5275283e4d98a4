package org.digitscope.network;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How weights begin. Biases begin at zero. The same seed gives the same bits everywhere. */
public enum StartValues {
    /** Uniform between ±√(6/(inputs + outputs)). Source: Glorot and Bengio 2010, equation 16. */
    GLOROT_UNIFORM("Glorot uniform") {
        @Override
        float draw(SplitMix64 random, Layer layer, double deviation) {
            return uniform(random, 6.0 / (layer.inputs() + layer.outputs()));
        }
    },
    /** Uniform between ±√(6/inputs). Source: He, Zhang, Ren and Sun 2015, section 2.2. */
    HE_UNIFORM("He uniform") {
        @Override
        float draw(SplitMix64 random, Layer layer, double deviation) {
            return uniform(random, 6.0 / layer.inputs());
        }
    },
    /** All zero: then all neurons of a layer learn the same, or nothing. */
    ZERO("all zero") {
        @Override
        float draw(SplitMix64 random, Layer layer, double deviation) {
            return 0;
        }
    },
    /** Normal with mean 0 and a chosen standard deviation. */
    NORMAL("normal") {
        @Override
        float draw(SplitMix64 random, Layer layer, double deviation) {
            return (float) (deviation * random.nextGaussian());
        }
    };

    private final String label;

    StartValues(String label) {
        this.label = label;
    }

    /** One weight of a layer. */
    abstract float draw(SplitMix64 random, Layer layer, double deviation);

    /**
     * The start of a network.
     *
     * @param deviation the standard deviation of {@link #NORMAL}; the others don't use it
     */
    public Parameters create(Architecture architecture, double deviation, long seed) {
        Parameters start = Parameters.zeros(architecture);
        SplitMix64 random = new SplitMix64(seed);
        for (Layer layer : start.layers()) {
            float[] weights = layer.kernel().data;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = draw(random, layer, deviation);
            }
        }
        return start;
    }

    private static float uniform(SplitMix64 random, double limitSquared) {
        return (float) Math.sqrt(limitSquared) * (2 * random.nextFloat() - 1);
    }

    /** The name as people write it. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** The one that people call so, in large or small letters. */
    public static Optional<StartValues> ofLabel(String label) {
        return Stream.of(values()).filter(start -> start.label.equalsIgnoreCase(label)).findFirst();
    }

    /** All labels, for sentences that say what is expected. */
    public static String labels() {
        return Stream.of(values()).map(StartValues::label).collect(Collectors.joining(", "));
    }
}
