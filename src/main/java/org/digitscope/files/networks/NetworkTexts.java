package org.digitscope.files.networks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;

/**
 * What a file of arrays says in texts beside them, because arrays alone don't tell it. What is as in the classic network is left out.
 *
 * @param activation of the hidden layers, where the file says it
 * @param inputs what the network is given, where the file says it
 */
record NetworkTexts(Optional<Activation> activation, Optional<Inputs> inputs) {

    static final String ACTIVATION = "activation";
    static final String INPUTS = "inputs";
    static final NetworkTexts NOTHING = new NetworkTexts(Optional.empty(), Optional.empty());

    /** The texts by their keys. */
    static Map<String, String> of(Architecture architecture) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (architecture.activation() != Architecture.CLASSIC.activation()) {
            texts.put(ACTIVATION, architecture.activation().label());
        }
        if (architecture.inputs() != Architecture.CLASSIC.inputs()) {
            texts.put(INPUTS, architecture.inputs().label());
        }
        return texts;
    }

    /**
     * What texts say; other keys don't matter.
     *
     * @throws UnreadableFileException when they name something that is not known here
     */
    static NetworkTexts read(String file, Map<String, String> texts) throws UnreadableFileException {
        Optional<Activation> activation = Optional.ofNullable(texts.get(ACTIVATION)).flatMap(Activation::ofLabel);
        Optional<Inputs> inputs = Optional.ofNullable(texts.get(INPUTS)).flatMap(Inputs::ofLabel);
        refuseUnknown(file, texts, ACTIVATION, activation, Activation.labels());
        refuseUnknown(file, texts, INPUTS, inputs, Inputs.labels());
        return new NetworkTexts(activation, inputs);
    }

    private static void refuseUnknown(String file, Map<String, String> texts, String key, Optional<?> known, String expected)
            throws UnreadableFileException {
        if (texts.containsKey(key) && known.isEmpty()) {
            throw new UnreadableFileException(file, "has " + StrictJson.quote(texts.get(key)) + " as its " + key + "; expected one of "
                    + expected);
        }
    }
}
