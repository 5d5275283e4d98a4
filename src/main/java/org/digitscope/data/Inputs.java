package org.digitscope.data;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a network is given for the grey values 0 to 255. */
public enum Inputs {
    /** grey / 255 in float32, from 0 to 1, as in the classic notebook. */
    SCALED("divided by 255", 255),
    /** The grey values themselves, which training suffers from. */
    GREY("not divided", 1);

    private final String label;
    private final float[] levels = new float[256];

    Inputs(String label, float divisor) {
        this.label = label;
        for (int grey = 0; grey < levels.length; grey++) {
            levels[grey] = grey / divisor;
        }
    }

    /** The input for an unsigned grey value. */
    public float of(byte grey) {
        return levels[grey & 0xFF];
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
    public static Optional<Inputs> ofLabel(String label) {
        return Stream.of(values()).filter(inputs -> inputs.label.equalsIgnoreCase(label)).findFirst();
    }

    /** All labels, for sentences that say what is expected. */
    public static String labels() {
        return Stream.of(values()).map(Inputs::label).collect(Collectors.joining(", "));
    }
}
