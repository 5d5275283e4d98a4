package org.digitscope.files.networks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.StrictJson;

/**
 * What Keras's configuration of a model says of it, read as data: whether its layers are known and compute what this program computes.
 * Arrays alone don't tell relu from tanh.
 */
final class KerasConfig {

    private static final String EXPECTED = "; expected Dense, relu, Dense, softmax";
    private static final List<List<String>> SUPPORTED = List.of(List.of("Dense", "relu", "Dense", "softmax"),
            List.of("Dense", "relu", "Dense"));
    /** They change nothing that matters here: pixels are numbered row by row and divided by 255 in any case. */
    private static final Set<String> TRANSPARENT = Set.of("InputLayer", "Flatten", "Dropout", "Rescaling", "Reshape");
    private static final Set<String> CODE = Set.of("Lambda", "TFOpLambda");

    private final String file;
    private final List<String> operations = new ArrayList<>();

    private KerasConfig(String file) {
        this.file = file;
    }

    /** @throws UnreadableFileException when the configuration is of another network, or a layer of it would run code */
    static void check(String file, String json) throws UnreadableFileException {
        Optional<JsonNode> config = StrictJson.parse(json);
        if (config.isEmpty()) {
            throw new UnreadableFileException(file, "has a damaged configuration; expected a network that Keras saved");
        }
        KerasConfig model = new KerasConfig(file);
        for (JsonNode layer : config.get().path("config").path("layers")) {
            model.add(layer);
        }
        model.check();
    }

    private void add(JsonNode layer) throws UnreadableFileException {
        String type = layer.path("class_name").asText();
        String activation = name(layer.path("config").path("activation"));
        if (CODE.contains(type)) {
            throw new UnreadableFileException(file, "has a Lambda layer, whose code is not run; expected a network of Dense layers");
        } else if (type.equals("Dense")) {
            operations.add(type);
            operations.add(activation);
        } else if (type.equals("Activation")) {
            operations.add(activation);
        } else if (type.equals("ReLU") || type.equals("Softmax")) {
            operations.add(type.toLowerCase(Locale.ROOT));
        } else if (!TRANSPARENT.contains(type)) {
            throw new UnreadableFileException(file, "has a layer " + StrictJson.quote(type) + ", which is not known here" + EXPECTED);
        }
    }

    /** Where the numbers of layers differ the arrays do as well, and the sentence about them says more. */
    private void check() throws UnreadableFileException {
        operations.removeIf(operation -> operation.equals("linear") || operation.isEmpty());
        boolean twoLayers = operations.stream().filter("Dense"::equals).count() == 2;
        if (twoLayers && !SUPPORTED.contains(operations)) {
            throw new UnreadableFileException(file, "computes " + StrictJson.quote(String.join(", ", operations)) + EXPECTED);
        }
    }

    /** A name, or the name in an object that describes a function. */
    private static String name(JsonNode activation) {
        JsonNode inner = activation.path("config");
        return activation.isTextual() ? activation.asText() : inner.isTextual() ? inner.asText()
                : activation.path("class_name").asText();
    }
}
