package org.digitscope.files.networks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;

/**
 * What Keras's configuration of a model says of it, read as data: whether its layers are known and compute what this program computes.
 * Arrays alone don't tell relu from tanh.
 */
final class KerasConfig {

    private static final String EXPECTED = "; expected up to " + Architecture.MAX_HIDDEN_LAYERS + " hidden Dense layers, all with one of "
            + Activation.labels() + ", then Dense, softmax";
    private static final String SOFTMAX = "softmax";
    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");
    /** They change no number and no order: pixels are numbered row by row. */
    private static final Set<String> SHAPES = Set.of("InputLayer", "Flatten", "Reshape", "Identity");
    /** They do something while a network learns, and nothing when it is asked. */
    private static final Set<String> LEARNING = Set.of("Dropout", "SpatialDropout1D", "SpatialDropout2D", "GaussianNoise",
            "GaussianDropout", "AlphaDropout", "ActivityRegularization", "RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom",
            "RandomContrast", "RandomBrightness");
    private static final Set<String> CODE = Set.of("Lambda", "TFOpLambda");
    private static final String KERAS_MODULES = "(tf_keras|keras|tensorflow\\.keras|tensorflow\\.python\\.keras)(\\..*)?";
    private static final int MOST_NAMES = 12;

    private final String file;
    private final List<String> layers = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    /** Of each Dense layer; empty where none has come yet, which means linear. */
    private final List<String> activations = new ArrayList<>();
    private final KerasRescalings rescalings;

    private KerasConfig(String file) {
        this.file = file;
        rescalings = new KerasRescalings(file);
    }

    /**
     * Checks a configuration.
     *
     * @throws UnreadableFileException when the configuration is of another network, or a layer of it would run code
     */
    static KerasConfig read(String file, String json) throws UnreadableFileException {
        Optional<JsonNode> config = StrictJson.parse(json);
        if (config.isEmpty()) {
            throw new UnreadableFileException(file, "has a damaged configuration; expected a network that Keras saved");
        }
        KerasConfig model = new KerasConfig(file);
        if (!MODELS.contains(type(config.get()))) {
            throw model.refusal("is a model of the class " + StrictJson.quote(type(config.get()))
                    + ", and what it computes is not in the file");
        }
        model.list(config.get());
        model.add(config.get());
        model.check();
        return model;
    }

    /** The model's rescalings, which have no arrays. */
    KerasRescalings rescalings() {
        return rescalings;
    }

    /** How many Dense layers there are. */
    int depth() {
        return activations.size();
    }

    /** Of the hidden layers. */
    Activation activation() {
        return activation(activations.get(0)).orElse(Activation.RELU);
    }

    private static Optional<Activation> activation(String name) {
        return name.isEmpty() ? Optional.of(Activation.LINEAR) : Activation.ofLabel(name);
    }

    private static String type(JsonNode object) {
        return object.path("class_name").asText();
    }

    /** Models of Keras 1 are a list of layers, later ones have one. */
    private static JsonNode layers(JsonNode model) {
        JsonNode config = model.path("config");
        return config.isArray() ? config : config.path("layers");
    }

    private void list(JsonNode model) {
        for (JsonNode layer : layers(model)) {
            layers.add(type(layer));
        }
    }

    private void add(JsonNode model) throws UnreadableFileException {
        for (JsonNode layer : layers(model)) {
            refuseForeign(layer);
            if (MODELS.contains(type(layer))) {
                add(layer);
            } else {
                addLayer(type(layer), layer.path("config"));
            }
        }
    }

    /** A class of another module is another one, whatever its name. */
    private void refuseForeign(JsonNode layer) throws UnreadableFileException {
        JsonNode module = layer.path("module");
        String registered = layer.path("registered_name").asText();
        if (CODE.contains(type(layer))) {
            throw new UnreadableFileException(file, "has a Lambda layer, whose code is not run; expected a network of Dense layers");
        } else if (module.isTextual() && !module.asText().matches(KERAS_MODULES)) {
            throw refusal("has a layer " + StrictJson.quote(type(layer)) + " of the module " + StrictJson.quote(module.asText())
                    + ", which is not Keras's");
        } else if (registered.contains(">")) {
            throw refusal("has a layer " + StrictJson.quote(registered) + ", which is not Keras's");
        }
    }

    private void addLayer(String type, JsonNode config) throws UnreadableFileException {
        switch (type) {
            case "Dense" -> {
                operations.add(type);
                activations.add("");
                addActivation(name(config.path("activation")));
            }
            case "Activation" -> addActivation(name(config.path("activation")));
            case "ReLU", "Softmax" -> {
                refuseSettings(type, config, "max_value", "negative_slope", "threshold");
                addActivation(type.toLowerCase(Locale.ROOT));
            }
            case "Rescaling" -> addRescaling(config);
            default -> {
                if (!SHAPES.contains(type) && !LEARNING.contains(type)) {
                    throw refusal("has a layer " + StrictJson.quote(type) + ", which is not known here" + others());
                } else if (config.path("data_format").asText().equals("channels_first")) {
                    throw refusal("has a layer " + StrictJson.quote(type) + " with channels_first, which orders pixels otherwise");
                }
            }
        }
    }

    private void addActivation(String activation) throws UnreadableFileException {
        if (!activation.isEmpty() && !activation.equals(Activation.LINEAR.label())) {
            operations.add(activation);
            int last = activations.size() - 1;
            if (last < 0 || !activations.get(last).isEmpty()) {
                throw computes();
            }
            activations.set(last, activation);
        }
    }

    private void addRescaling(JsonNode config) throws UnreadableFileException {
        int depth = activations.size();
        String last = depth == 0 ? "" : activations.get(depth - 1);
        if (last.equals(SOFTMAX)) {
            rescalings.checkBehindSoftmax(config);
        } else if (depth > 0 && last.isEmpty()) {
            rescalings.addAfter(depth, config);
        } else {
            rescalings.addBefore(depth + 1, config);
        }
    }

    /** Settings that make a layer compute something else, unless they are missing, null or 0. */
    private void refuseSettings(String type, JsonNode config, String... settings) throws UnreadableFileException {
        for (String setting : settings) {
            JsonNode value = config.path(setting);
            if (config.hasNonNull(setting) && !(value.isNumber() && value.asDouble() == 0)) {
                throw refusal("has a layer " + StrictJson.quote(type) + " with " + setting + " " + StrictJson.quote(value));
            }
        }
    }

    private String others() {
        return layers.size() < 2 ? "" : " (its layers: " + StrictJson.quote(String.join(", ", layers.subList(0, Math.min(MOST_NAMES,
                layers.size())))) + ")";
    }

    private void check() throws UnreadableFileException {
        int hidden = activations.size() - 1;
        boolean known = activations.stream().limit(Math.max(0, hidden)).allMatch(name -> activation(name).isPresent());
        boolean alike = activations.stream().limit(Math.max(0, hidden)).distinct().count() <= 1;
        if (hidden < 0 || hidden > Architecture.MAX_HIDDEN_LAYERS || !known || !alike || !List.of("", SOFTMAX).contains(activations.get(hidden))) {
            throw computes();
        }
    }

    private UnreadableFileException computes() {
        return refusal("computes " + StrictJson.quote(String.join(", ", operations)));
    }

    private UnreadableFileException refusal(String problem) {
        return new UnreadableFileException(file, problem + EXPECTED);
    }

    /** A name, or the name in an object that describes a function. */
    private static String name(JsonNode activation) {
        JsonNode inner = activation.path("config");
        return activation.isTextual() ? activation.asText() : inner.isTextual() ? inner.asText()
                : activation.path("class_name").asText();
    }
}
