package org.digitscope.files.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Activation;
import org.digitscope.network.Parameters;

/**
 * Short Python programs that load an exported network and compare what it says to one picture with what Digitscope says: of an
 * {@code .npz} once with NumPy alone and once with Keras, of a Keras file with Keras.
 */
public final class ExportScripts {

    /** Each of the programs. */
    enum Script {
        NUMPY_OF_ARRAYS("_numpy.py", ExportScripts::numpy),
        KERAS_OF_ARRAYS("_keras.py", ExportScripts::kerasOfArrays),
        KERAS_OF_MODEL("_keras.py", scripts -> scripts.kerasOfFile(false)),
        KERAS_OF_WEIGHTS("_keras.py", scripts -> scripts.kerasOfFile(true));

        private final String suffix;
        private final Function<ExportScripts, String> text;

        Script(String suffix, Function<ExportScripts, String> text) {
            this.suffix = suffix;
            this.text = text;
        }
    }

    private final String file;
    private final Parameters network;
    private final byte[] pixels;

    private ExportScripts(String file, Parameters network, byte[] pixels) {
        this.file = file;
        this.network = network;
        this.pixels = pixels;
    }

    /**
     * Writes those that suit the file's kind beside it, as {@code NAME_numpy.py} and {@code NAME_keras.py}.
     *
     * @param pixels 784 grey values of the picture
     * @return what was written; nothing beside files of other kinds
     * @throws UnwritableFileException when a file can't be written
     */
    public static List<Path> write(Path exported, Parameters network, byte[] pixels) throws UnwritableFileException {
        String name = exported.getFileName().toString();
        ExportScripts scripts = new ExportScripts(name, network, pixels);
        List<Path> written = new ArrayList<>();
        Optional<NetworkFormat> format = NetworkFormat.named(exported);
        for (Script script : format.map(NetworkFormat::scripts).orElse(List.of())) {
            String stem = name.substring(0, name.length() - format.get().ending().length());
            Path beside = exported.resolveSibling(stem + script.suffix);
            AtomicFile.writeText(beside, script.text.apply(scripts));
            written.add(beside);
        }
        return written;
    }

    private String numpy() {
        StringBuilder layers = new StringBuilder();
        String received = "x";
        for (int number = 1; number <= network.depth(); number++) {
            String result = number == network.depth() ? "found" : "sums";
            layers.append(String.format(Locale.ROOT, "%s = %s @ network[\"layer_%d.kernel\"] + network[\"layer_%d.bias\"]\n", result, received,
                    number, number));
            received = activated(network.layer(number).activation());
        }
        return head("logit", "numpy", network.inputs(), trace()::logit) + "network = numpy.load(file)\n"
                + layers + end("logit", logitTolerance());
    }

    private static String activated(Activation activation) {
        return switch (activation) {
            case RELU -> "numpy.maximum(sums, 0)";
            case TANH -> "numpy.tanh(sums)";
            case SIGMOID -> "(1 / (1 + numpy.exp(-sums)))";
            case LINEAR -> "sums";
        };
    }

    /** Logits of grey values that are not divided can be large. */
    private String logitTolerance() {
        return network.inputs() == Inputs.GREY ? "1e-4 * max(1, float(numpy.abs(expected).max()))" : "1e-4";
    }

    /** The model in Keras, which is given grey values divided by 255. */
    private String sequential(String lastActivation) {
        StringBuilder layers = new StringBuilder();
        for (int number = 1; number < network.depth(); number++) {
            layers.append(String.format(Locale.ROOT, "    keras.layers.Dense(%d, activation=\"%s\", name=\"layer_%d\"),\n",
                    network.layer(number).outputs(), network.layer(number).activation().label(), number));
        }
        return "model = keras.Sequential([\n    keras.Input((28, 28)),\n" + (network.inputs() == Inputs.GREY ? "    keras.layers.Rescaling(255),\n" : "")
                + "    keras.layers.Flatten(),\n" + layers
                + String.format(Locale.ROOT, "    keras.layers.Dense(10, %sname=\"layer_%d\"),\n])\n", lastActivation, network.depth());
    }

    private String kerasOfArrays() {
        String names = IntStream.rangeClosed(1, network.depth()).mapToObj(number -> "\"layer_" + number + "\"").collect(Collectors.joining(", "));
        return head("logit", "numpy and keras", Inputs.SCALED, trace()::logit) + "import keras\n\n" + sequential("")
                + "network = numpy.load(file)\nfor layer in (" + names + (network.depth() == 1 ? "," : "") + "):\n"
                + """
                    model.get_layer(layer).set_weights([network[layer + ".kernel"], network[layer + ".bias"]])
                found = model.predict(x.reshape(1, 28, 28), verbose=0)[0]
                """ + end("logit", logitTolerance());
    }

    private String kerasOfFile(boolean weightsOnly) {
        return head("probability", "numpy and keras", Inputs.SCALED, trace()::probability) + "import keras\n\n"
                + (weightsOnly ? sequential("activation=\"softmax\", ") + "model.load_weights(file)\n"
                : "model = keras.models.load_model(file, compile=False)\n")
                + "found = model.predict(x.reshape(1, 28, 28), verbose=0)[0]\n" + end("probability", "1e-5");
    }

    private ForwardTrace trace() {
        return ForwardTrace.of(pixels, network);
    }

    private String head(String what, String needs, Inputs inputs, IntFunction<Float> expected) {
        StringBuilder greys = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            greys.append(i % Dataset.COLUMNS == 0 ? "\n    " : " ").append(pixels[i] & 0xFF).append(',');
        }
        return String.format(Locale.ROOT, """
                # Compares each %s that Digitscope gives one picture with what is computed here; needs %s.
                import os

                import numpy

                file = os.path.join(os.path.dirname(os.path.abspath(__file__)), "%s")
                pixels = [%s
                ]
                expected = [%s]
                x = numpy.array(pixels, dtype="float32")%s

                """, what, needs, file.replace("\\", "\\\\").replace("\"", "\\\""), greys, IntStream.range(0, Dataset.CLASSES)
                .mapToObj(expected).map(String::valueOf).collect(Collectors.joining(", ")), inputs == Inputs.SCALED ? " / 255" : "");
    }

    private static String end(String what, String tolerance) {
        return String.format(Locale.ROOT, """
                difference = float(numpy.abs(found - expected).max())
                print("largest difference of a %s:", difference)
                raise SystemExit(0 if difference < %s else 1)
                """, what, tolerance);
    }
}
