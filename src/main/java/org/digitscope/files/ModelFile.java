package org.digitscope.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;
import org.ejml.data.FMatrixRMaj;

/**
 * A trained network as a safetensors file: {@code layer_1.kernel} (784, h), {@code layer_1.bias} (h),
 * {@code layer_2.kernel} (h, 10) and {@code layer_2.bias} (10), with h from 1 to 512. How it came about is metadata.
 */
public final class ModelFile {

    /** The one preparation of pictures that this version knows: grey values divided by 255. */
    public static final String PIXEL_BY_255 = "pixel / 255";

    /**
     * What a model file holds. The file keeps all of it to the bit, but of the curve only its epochs.
     *
     * @param parameters the network
     * @param settings of the run that made it
     * @param step batches it was trained with
     * @param curve how the training went
     * @param preprocessing what is done to a picture's grey values before the network gets them
     */
    public record Model(Parameters parameters, Hyperparameters settings, int step, LearningCurve curve,
            String preprocessing) {

        /** The network of a snapshot, which learned from grey values divided by 255. */
        public static Model of(Snapshot snapshot) {
            return new Model(snapshot.parameters(), snapshot.settings(), snapshot.step(), snapshot.curve(),
                    PIXEL_BY_255);
        }
    }

    private ModelFile() {
    }

    /**
     * Writes or replaces a model file, whole or not at all.
     *
     * @throws UnwritableFileException when that is impossible, or when the network holds a number that is not finite
     */
    public static void write(Path file, Model model) throws UnwritableFileException {
        if (!model.parameters.isFinite()) {
            throw new UnwritableFileException(file,
                    "was not written, because the network holds numbers that are not finite");
        }
        AtomicFile.write(file, new Safetensors(ModelMetadata.write(model), Safetensors.tensors(model.parameters))::writeTo);
    }

    /** Whether this program wrote it. */
    public static boolean isOne(Safetensors content) {
        return ModelMetadata.FORMAT.equals(content.metadata().get("format"));
    }

    /**
     * A model from the content of a file that this program wrote.
     *
     * @param file is named in sentences
     * @throws UnreadableFileException when it holds another kind of network, or metadata that can't be right
     */
    public static Model model(Path file, Safetensors content) throws UnreadableFileException {
        return new ModelMetadata(file, content.metadata()).model(parameters(file, content.tensors()));
    }

    private static Parameters parameters(Path file, Map<String, Safetensors.Tensor> tensors)
            throws UnreadableFileException {
        Safetensors.Tensor bias = tensors.get("layer_1.bias");
        int hidden = bias == null ? 0 : bias.values().length;
        Map<String, List<Integer>> shapes = tensors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().shape()));
        if (hidden < 1 || hidden > Architecture.MAX_NEURONS || !shapes.equals(expectedShapes(hidden))) {
            throw new UnreadableFileException(file, "holds " + describe(tensors)
                    + "; expected layer_1.kernel [784, h], layer_1.bias [h], layer_2.kernel [h, 10] and "
                    + "layer_2.bias [10] with h from 1 to 512");
        }
        return Parameters.of(layer(tensors, "layer_1", Dataset.PIXELS, hidden, Activation.RELU),
                layer(tensors, "layer_2", hidden, Dataset.CLASSES, Activation.LINEAR));
    }

    private static Map<String, List<Integer>> expectedShapes(int hidden) {
        return Map.of("layer_1.kernel", List.of(Dataset.PIXELS, hidden), "layer_1.bias", List.of(hidden),
                "layer_2.kernel", List.of(hidden, Dataset.CLASSES), "layer_2.bias", List.of(Dataset.CLASSES));
    }

    private static String describe(Map<String, Safetensors.Tensor> tensors) {
        int shown = 8;
        String list = tensors.entrySet().stream().limit(shown)
                .map(entry -> StrictJson.quote(entry.getKey()) + " " + entry.getValue().shape())
                .collect(Collectors.joining(", "));
        return tensors.isEmpty() ? "no tensors" : list + (tensors.size() > shown ? " and more" : "");
    }

    private static Layer layer(Map<String, Safetensors.Tensor> tensors, String name, int inputs, int outputs, Activation activation) {
        return new Layer(FMatrixRMaj.wrap(inputs, outputs, tensors.get(name + ".kernel").values()),
                FMatrixRMaj.wrap(1, outputs, tensors.get(name + ".bias").values()), activation);
    }
}
