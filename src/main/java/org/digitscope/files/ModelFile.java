package org.digitscope.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;

/**
 * A trained network as a safetensors file: {@code layer_1.kernel} (784, h₁), {@code layer_1.bias} (h₁) to {@code layer_n.kernel}
 * (h, 10) and {@code layer_n.bias} (10). How it came about is metadata, and so are its activation and inputs.
 */
public final class ModelFile {

    /**
     * What a model file holds. The file keeps all of it to the bit, but of the curve only its epochs.
     *
     * @param parameters the network
     * @param settings of the run that made it
     * @param step batches it was trained with
     * @param curve how the training went
     */
    public record Model(Parameters parameters, Hyperparameters settings, int step, LearningCurve curve) {

        /** The network of a snapshot. */
        public static Model of(Snapshot snapshot) {
            return new Model(snapshot.parameters(), snapshot.settings(), snapshot.step(), snapshot.curve());
        }

        /** What is done to a picture's grey values before the network gets them. */
        public String preprocessing() {
            return ModelFile.preprocessing(parameters.inputs());
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
        List<Integer> hidden = hidden(file, content.tensors());
        return new ModelMetadata(file, content.metadata()).model(hidden, architecture -> fill(content.tensors(), architecture));
    }

    static String preprocessing(Inputs inputs) {
        return switch (inputs) {
            case SCALED -> "pixel / 255";
            case GREY -> "pixel";
        };
    }

    /** Neurons of each hidden layer, by the biases; then every tensor has to be there in its shape, and no other. */
    private static List<Integer> hidden(Path file, Map<String, Safetensors.Tensor> tensors) throws UnreadableFileException {
        List<Integer> sizes = IntStream.rangeClosed(1, Architecture.MAX_HIDDEN_LAYERS + 1).mapToObj(number -> tensors.get("layer_" + number + ".bias"))
                .filter(Objects::nonNull).map(bias -> bias.values().length).toList();
        List<Integer> hidden = sizes.subList(0, Math.max(0, sizes.size() - 1));
        boolean allowed = hidden.stream().allMatch(size -> size >= 1 && size <= Architecture.MAX_NEURONS);
        if (!allowed || !shapes(tensors).equals(shapes(Safetensors.tensors(Parameters.zeros(Architecture.relu(hidden.toArray(Integer[]::new))))))) {
            throw new UnreadableFileException(file, "holds " + describe(tensors)
                    + "; expected layer_1.kernel [784, h], layer_1.bias [h] and so on to the last layer's kernel [h, 10] and bias [10], with up to "
                    + Architecture.MAX_HIDDEN_LAYERS + " hidden layers and h from 1 to " + Architecture.MAX_NEURONS);
        }
        return hidden;
    }

    private static Map<String, List<Integer>> shapes(Map<String, Safetensors.Tensor> tensors) {
        return tensors.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().shape()));
    }

    private static Parameters fill(Map<String, Safetensors.Tensor> tensors, Architecture architecture) {
        Parameters parameters = Parameters.zeros(architecture);
        for (Parameters.Tensor tensor : parameters.tensors()) {
            float[] values = tensors.get(tensor.name()).values();
            System.arraycopy(values, 0, tensor.matrix().data, 0, values.length);
        }
        return parameters;
    }

    private static String describe(Map<String, Safetensors.Tensor> tensors) {
        int shown = 8;
        String list = tensors.entrySet().stream().limit(shown)
                .map(entry -> StrictJson.quote(entry.getKey()) + " " + entry.getValue().shape())
                .collect(Collectors.joining(", "));
        return tensors.isEmpty() ? "no tensors" : list + (tensors.size() > shown ? " and more" : "");
    }
}
