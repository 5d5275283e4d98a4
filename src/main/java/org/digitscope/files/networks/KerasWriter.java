package org.digitscope.files.networks;

import static org.digitscope.files.StrictJson.fields;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.ZipContent;
import org.digitscope.files.networks.HdfWriter.Array;
import org.digitscope.files.networks.HdfWriter.Group;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * Writes a network for Keras, as the notebook's model: Flatten of 28×28 grey values divided by 255, and Dense layers. A network that is
 * given grey values themselves gets a Rescaling by 255 in front, so that all such files are given the same. Whole models
 * go to {@code .h5}, which Keras 2 and 3 load, and to {@code .keras} of Keras 3, weights alone to {@code .weights.h5} of Keras 3. Other
 * programs ask for the whole configuration of each layer. Sources of the layouts: Keras's legacy_h5_format.py and saving_lib.py.
 */
final class KerasWriter {

    private static final String VERSION_2 = "2.15.0";
    private static final String VERSION_3 = "3.0.0";
    private static final String KERNEL = "kernel:0";
    private static final String BIAS = "bias:0";
    private static final String RESCALING = "rescaling";
    private static final int[] PICTURE = {Dataset.ROWS, Dataset.COLUMNS};

    private KerasWriter() {
    }

    static void writeModel(Path file, Parameters network) throws UnwritableFileException {
        AtomicFile.write(file, out -> out.write(HdfWriter.bytes(model(network))));
    }

    static void writeWeights(Path file, Parameters network) throws UnwritableFileException {
        Group weights = weights(network);
        NetworkTexts.of(network.architecture()).forEach(weights::withAttribute);
        AtomicFile.write(file, out -> out.write(HdfWriter.bytes(weights)));
    }

    static void writeArchive(Path file, Parameters network) throws UnwritableFileException {
        AtomicFile.write(file, out -> writeZip(out, network));
    }

    /** A whole model: its configuration is an attribute, and each layer names its arrays. */
    private static Group model(Parameters network) {
        List<Object> layers = new ArrayList<>(List.of(legacy("InputLayer", fields("batch_input_shape", shape(PICTURE), "dtype", "float32",
                "sparse", false, "ragged", false, "name", "pixels"))));
        Group nothing = new Group().withAttribute("weight_names", List.of());
        List<String> names = new ArrayList<>();
        Group arrays = new Group().withAttribute("layer_names", names).withAttribute("backend", "tensorflow")
                .withAttribute("keras_version", VERSION_2);
        if (network.inputs() == Inputs.GREY) {
            layers.add(legacy("Rescaling", rescaling()));
            names.add(RESCALING);
            arrays.with(RESCALING, nothing);
        }
        layers.add(legacy("Flatten", flatten()));
        names.add("flatten");
        arrays.with("flatten", nothing);
        for (int number = 1; number <= network.depth(); number++) {
            layers.add(legacy("Dense", dense(network, number, KerasWriter::legacy)));
            names.add(name(number));
            arrays.with(name(number), named(name(number), network.layer(number)));
        }
        String config = StrictJson.write(legacy("Sequential", fields("name", "digitscope", "layers", layers)));
        return new Group().withAttribute("keras_version", VERSION_2).withAttribute("backend", "tensorflow")
                .withAttribute("model_config", config).with("model_weights", arrays.with("top_level_model_weights", nothing));
    }

    private static String name(int number) {
        return "layer_" + number;
    }

    private static Group named(String name, Layer layer) {
        return new Group().withAttribute("weight_names", List.of(name + "/" + KERNEL, name + "/" + BIAS))
                .with(name, new Group().with(KERNEL, kernel(layer)).with(BIAS, bias(layer)));
    }

    /** Layers are called by their class and counted, whatever their names; the model itself and some of its layers have no variables. */
    private static Group weights(Parameters network) {
        Group layers = new Group();
        if (network.inputs() == Inputs.GREY) {
            layers.with(RESCALING, new Group().with("vars", new Group()));
        }
        layers.with("flatten", new Group().with("vars", new Group()));
        for (int number = 1; number <= network.depth(); number++) {
            layers.with(number == 1 ? "dense" : "dense_" + (number - 1), variables(network.layer(number)));
        }
        return new Group().with("layers", layers).with("vars", new Group());
    }

    private static Group variables(Layer layer) {
        return new Group().with("vars", new Group().with("0", kernel(layer)).with("1", bias(layer)));
    }

    private static Array kernel(Layer layer) {
        return new Array(new int[] {layer.inputs(), layer.outputs()}, layer.kernel().data);
    }

    private static Array bias(Layer layer) {
        return new Array(new int[] {layer.outputs()}, layer.bias().data);
    }

    private static void writeZip(OutputStream out, Parameters network) throws IOException {
        List<Object> layers = new ArrayList<>(List.of(object("keras.layers", "InputLayer", fields("batch_shape", shape(PICTURE),
                "dtype", "float32", "sparse", false, "name", "pixels"))));
        if (network.inputs() == Inputs.GREY) {
            layers.add(built(object("keras.layers", "Rescaling", rescaling()), PICTURE));
        }
        layers.add(built(object("keras.layers", "Flatten", flatten()), PICTURE));
        for (int number = 1; number <= network.depth(); number++) {
            layers.add(built(object("keras.layers", "Dense", dense(network, number, KerasWriter::initializer)), network.layer(number).inputs()));
        }
        Map<String, Object> config = built(object("keras", "Sequential", fields("name", "digitscope", "trainable", true, "dtype", "float32",
                "layers", layers, "build_input_shape", shape(PICTURE))), PICTURE);
        new ZipContent(out).put("metadata.json", StrictJson.write(fields("keras_version", VERSION_3, "date_saved", "")))
                .put(KerasFile.CONFIG, StrictJson.write(config)).put(KerasFile.WEIGHTS, HdfWriter.bytes(weights(network))).finish();
    }

    /** An object as Keras 2 writes it. */
    private static Map<String, Object> legacy(String type, Map<String, Object> config) {
        return fields("class_name", type, "config", config);
    }

    private static Map<String, Object> object(String module, String type, Map<String, Object> config) {
        return fields("module", module, "class_name", type, "config", config, "registered_name", null);
    }

    private static Map<String, Object> initializer(String type, Map<String, Object> config) {
        return object("keras.initializers", type, config);
    }

    /** Adds what went into a layer when it was built. */
    private static Map<String, Object> built(Map<String, Object> object, int... inputShape) {
        object.put("build_config", fields("input_shape", shape(inputShape)));
        return object;
    }

    private static Map<String, Object> flatten() {
        return fields("name", "flatten", "trainable", true, "dtype", "float32", "data_format", "channels_last");
    }

    /** From what the file is given to the grey values that the network is given. */
    private static Map<String, Object> rescaling() {
        return fields("name", RESCALING, "trainable", true, "dtype", "float32", "scale", PixelInputs.TO_GREY.scale(), "offset",
                PixelInputs.TO_GREY.offset());
    }

    /** With all that Keras knows of such a layer; the initializers are Keras's usual ones, which were the notebook's. */
    private static Map<String, Object> dense(Parameters network, int number,
            BiFunction<String, Map<String, Object>, Map<String, Object>> initializer) {
        Layer layer = network.layer(number);
        return fields("name", name(number), "trainable", true, "dtype", "float32", "units", layer.outputs(), "activation",
                number == network.depth() ? "softmax" : layer.activation().label(), "use_bias", true,
                "kernel_initializer", initializer.apply("GlorotUniform", fields("seed", null)),
                "bias_initializer", initializer.apply("Zeros", fields()), "kernel_regularizer", null, "bias_regularizer", null,
                "activity_regularizer", null, "kernel_constraint", null, "bias_constraint", null);
    }

    /** Of any number of pictures. */
    private static List<Integer> shape(int... lengths) {
        List<Integer> shape = new ArrayList<>();
        shape.add(null);
        for (int length : lengths) {
            shape.add(length);
        }
        return shape;
    }
}
