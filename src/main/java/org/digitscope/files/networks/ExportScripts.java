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
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Parameters;

/**
 * Short Python programs that load an exported network and compare what it says to one picture with what Digitscope says: of an
 * {@code .npz} once with NumPy alone and once with Keras, of a Keras file with Keras.
 */
public final class ExportScripts {

    private static final String SEQUENTIAL = """
            model = keras.Sequential([
                keras.Input((28, 28)),
                keras.layers.Flatten(),
                keras.layers.Dense(%d, activation="relu", name="layer_1"),
                keras.layers.Dense(10, %sname="layer_2"),
            ])
            """;

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
        return head("logit", "numpy", trace()::logit) + """
                network = numpy.load(file)
                sums = x @ network["layer_1.kernel"] + network["layer_1.bias"]
                found = numpy.maximum(sums, 0) @ network["layer_2.kernel"] + network["layer_2.bias"]
                """ + end("logit", "1e-4");
    }

    private String kerasOfArrays() {
        return head("logit", "numpy and keras", trace()::logit) + "import keras\n\n" + String.format(Locale.ROOT, SEQUENTIAL, network.layer(1).outputs(), "")
                + """
                network = numpy.load(file)
                for layer in ("layer_1", "layer_2"):
                    model.get_layer(layer).set_weights([network[layer + ".kernel"], network[layer + ".bias"]])
                found = model.predict(x.reshape(1, 28, 28), verbose=0)[0]
                """ + end("logit", "1e-4");
    }

    private String kerasOfFile(boolean weightsOnly) {
        return head("probability", "numpy and keras", trace()::probability) + "import keras\n\n"
                + (weightsOnly ? String.format(Locale.ROOT, SEQUENTIAL, network.layer(1).outputs(), "activation=\"softmax\", ") + "model.load_weights(file)\n"
                : "model = keras.models.load_model(file, compile=False)\n")
                + "found = model.predict(x.reshape(1, 28, 28), verbose=0)[0]\n" + end("probability", "1e-5");
    }

    private ForwardTrace trace() {
        return ForwardTrace.of(pixels, network);
    }

    private String head(String what, String needs, IntFunction<Float> expected) {
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
                x = numpy.array(pixels, dtype="float32") / 255

                """, what, needs, file.replace("\\", "\\\\").replace("\"", "\\\""), greys, IntStream.range(0, Dataset.CLASSES)
                .mapToObj(expected).map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String end(String what, String tolerance) {
        return String.format(Locale.ROOT, """
                difference = float(numpy.abs(found - expected).max())
                print("largest difference of a %s:", difference)
                raise SystemExit(0 if difference < %s else 1)
                """, what, tolerance);
    }
}
