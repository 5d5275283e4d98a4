package org.digitscope.files.networks;

import java.nio.file.Path;
import java.util.Locale;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Parameters;

/**
 * Short Python programs that load an exported {@code .npz} and compare the logits of one picture with those that Digitscope has, once
 * with NumPy alone and once with Keras.
 */
public final class ExportScripts {

    private ExportScripts() {
    }

    /**
     * Writes {@code NAME_numpy.py} and {@code NAME_keras.py} beside {@code NAME.npz}.
     *
     * @param pixels 784 grey values of the picture
     * @throws UnwritableFileException when a file can't be written
     */
    public static void write(Path npz, Parameters network, byte[] pixels) throws UnwritableFileException {
        String name = npz.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        AtomicFile.writeText(npz.resolveSibling(stem + "_numpy.py"), numpy(name, network, pixels));
        AtomicFile.writeText(npz.resolveSibling(stem + "_keras.py"), keras(name, network, pixels));
    }

    static String numpy(String npz, Parameters network, byte[] pixels) {
        return head("numpy", npz, network, pixels) + """
                sums = x @ network["layer_1.kernel"] + network["layer_1.bias"]
                logits = numpy.maximum(sums, 0) @ network["layer_2.kernel"] + network["layer_2.bias"]
                """ + end();
    }

    static String keras(String npz, Parameters network, byte[] pixels) {
        return head("numpy and keras", npz, network, pixels) + String.format(Locale.ROOT, """
                import keras

                model = keras.Sequential([
                    keras.Input((784,)),
                    keras.layers.Dense(%d, activation="relu", name="layer_1"),
                    keras.layers.Dense(10, name="layer_2"),
                ])
                model.get_layer("layer_1").set_weights([network["layer_1.kernel"], network["layer_1.bias"]])
                model.get_layer("layer_2").set_weights([network["layer_2.kernel"], network["layer_2.bias"]])
                logits = model.predict(x[None], verbose=0)[0]
                """, network.hidden()) + end();
    }

    private static String head(String needs, String npz, Parameters network, byte[] pixels) {
        ForwardTrace trace = ForwardTrace.of(pixels, network);
        StringBuilder greys = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            greys.append(i % Dataset.COLUMNS == 0 ? "\n    " : " ").append(pixels[i] & 0xFF).append(',');
        }
        StringBuilder logits = new StringBuilder();
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            logits.append(digit == 0 ? "" : ", ").append(trace.logit(digit));
        }
        return String.format(Locale.ROOT, """
                # Compares the logits that Digitscope has for one picture with those computed here; needs %s.
                import os

                import numpy

                network = numpy.load(os.path.join(os.path.dirname(os.path.abspath(__file__)), "%s"))
                pixels = [%s
                ]
                expected = [%s]
                x = numpy.array(pixels, dtype="float32") / 255
                """, needs, npz, greys, logits);
    }

    private static String end() {
        return """
                difference = float(numpy.abs(logits - expected).max())
                print("largest difference of a logit:", difference)
                raise SystemExit(0 if difference < 1e-4 else 1)
                """;
    }
}
