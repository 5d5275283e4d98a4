package org.digitscope.files.networks;

import static org.digitscope.files.StrictJson.fields;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.digitscope.data.Dataset;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.ZipContent;
import org.digitscope.files.networks.HdfWriter.Array;
import org.digitscope.files.networks.HdfWriter.Group;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * Writes a network for Keras, as a Sequential model of Dense layers that takes grey values divided by 255: whole models as
 * {@code .h5}, which Keras 2 and 3 load, and as {@code .keras} of Keras 3, weights alone as {@code .weights.h5} of Keras 3. Sources of
 * the layouts: Keras's legacy_h5_format.py and saving_lib.py.
 */
final class KerasWriter {

    private static final String VERSION_2 = "2.15.0";
    private static final String VERSION_3 = "3.0.0";
    private static final String KERNEL = "kernel:0";
    private static final String BIAS = "bias:0";

    private KerasWriter() {
    }

    static void writeModel(Path file, Parameters network) throws UnwritableFileException {
        AtomicFile.write(file, out -> out.write(HdfWriter.bytes(model(network))));
    }

    static void writeWeights(Path file, Parameters network) throws UnwritableFileException {
        AtomicFile.write(file, out -> out.write(HdfWriter.bytes(weights(network))));
    }

    static void writeArchive(Path file, Parameters network) throws UnwritableFileException {
        AtomicFile.write(file, out -> writeZip(out, network));
    }

    /** A whole model: its configuration is an attribute, and each layer names its arrays. */
    private static Group model(Parameters network) {
        List<Object> layers = new ArrayList<>();
        layers.add(fields("class_name", "InputLayer", "config", fields("batch_input_shape", inputShape(), "dtype", "float32",
                "name", "pixels")));
        layers.add(fields("class_name", "Dense", "config", dense("layer_1", network.hidden(), "relu")));
        layers.add(fields("class_name", "Dense", "config", dense("layer_2", Dataset.CLASSES, "softmax")));
        String config = StrictJson.write(fields("class_name", "Sequential", "config", fields("name", "digitscope", "layers", layers)));
        Group arrays = new Group().withAttribute("layer_names", List.of("layer_1", "layer_2")).withAttribute("backend", "tensorflow")
                .withAttribute("keras_version", VERSION_2)
                .with("layer_1", named("layer_1", network.layer1())).with("layer_2", named("layer_2", network.layer2()));
        return new Group().withAttribute("keras_version", VERSION_2).withAttribute("backend", "tensorflow")
                .withAttribute("model_config", config).with("model_weights", arrays);
    }

    private static Group named(String name, Layer layer) {
        return new Group().withAttribute("weight_names", List.of(name + "/" + KERNEL, name + "/" + BIAS))
                .with(name, new Group().with(KERNEL, kernel(layer)).with(BIAS, bias(layer)));
    }

    /** Layers are called by their class and counted, whatever their names; the model itself has no variables. */
    private static Group weights(Parameters network) {
        return new Group().with("layers", new Group().with("dense", variables(network.layer1())).with("dense_1", variables(network.layer2())))
                .with("vars", new Group());
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
        List<Object> layers = List.of(
                object("keras.layers", "InputLayer", fields("batch_shape", inputShape(), "dtype", "float32", "sparse", false, "name", "pixels")),
                object("keras.layers", "Dense", dense("layer_1", network.hidden(), "relu")),
                object("keras.layers", "Dense", dense("layer_2", Dataset.CLASSES, "softmax")));
        Map<String, Object> config = object("keras", "Sequential", fields("name", "digitscope", "trainable", true, "dtype", "float32",
                "layers", layers, "build_input_shape", inputShape()));
        new ZipContent(out).put("metadata.json", StrictJson.write(fields("keras_version", VERSION_3, "date_saved", "")))
                .put(KerasFile.CONFIG, StrictJson.write(config)).put(KerasFile.WEIGHTS, HdfWriter.bytes(weights(network))).finish();
    }

    private static Map<String, Object> object(String module, String type, Map<String, Object> config) {
        return fields("module", module, "class_name", type, "config", config, "registered_name", null);
    }

    private static Map<String, Object> dense(String name, int units, String activation) {
        return fields("name", name, "trainable", true, "dtype", "float32", "units", units, "activation", activation, "use_bias", true);
    }

    /** Any number of pictures. */
    private static List<Integer> inputShape() {
        List<Integer> shape = new ArrayList<>();
        shape.add(null);
        shape.add(Dataset.PIXELS);
        return shape;
    }
}
