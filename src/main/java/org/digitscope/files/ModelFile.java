package org.digitscope.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Snapshot;
import org.ejml.data.FMatrixRMaj;

/** A trained network as a safetensors file with the tensors {@code layer_1.kernel} … and a block of metadata. */
public final class ModelFile {

    /** How pixels become inputs, as the file says it. */
    public static final String PREPROCESSING = "pixel / 255";

    private static final String FORMAT = "digitscope";
    private static final String VERSION = "1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelFile() {
    }

    /**
     * What a file keeps of a network.
     *
     * @param parameters its numbers
     * @param settings of the run that trained it
     * @param step batches that it was trained for
     * @param curve of that run, epoch by epoch
     * @param preprocessing how pixels became inputs
     */
    public record Model(Parameters parameters, Hyperparameters settings, int step, LearningCurve curve,
            String preprocessing) {

        public static Model of(Snapshot snapshot) {
            return new Model(snapshot.parameters(), snapshot.settings(), snapshot.step(), snapshot.curve(), PREPROCESSING);
        }
    }

    /** @throws UnwritableFileException with a sentence that names the file */
    public static void write(Path file, Model model) throws IOException {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        for (Parameters.Tensor tensor : model.parameters().tensors()) {
            FMatrixRMaj matrix = tensor.matrix();
            int[] shape = tensor.isVector() ? new int[] {matrix.numCols} : new int[] {matrix.numRows, matrix.numCols};
            tensors.put(tensor.name(), new Safetensors.Tensor(shape, matrix.data));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("version", VERSION);
        metadata.put("preprocessing", model.preprocessing());
        metadata.put("seed", String.valueOf(model.settings().seed()));
        metadata.put("step", String.valueOf(model.step()));
        metadata.put("settings", JSON.writeValueAsString(settings(model.settings())));
        metadata.put("history", JSON.writeValueAsString(history(model.curve())));
        new Safetensors(tensors, metadata).write(file);
    }

    /**
     * Reads a network. A file without this program's metadata is taken as a network that nothing else is known of.
     *
     * @throws UnreadableFileException with a sentence that names the file, whatever is wrong with it
     */
    public static Model read(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        Parameters parameters = parameters(file, content.tensors());
        Map<String, String> metadata = content.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            return new Model(parameters, Hyperparameters.NOTEBOOK.withHidden(parameters.hidden()), 0, LearningCurve.EMPTY,
                    "unknown");
        }
        try {
            JsonNode settings = JSON.readTree(metadata.getOrDefault("settings", ""));
            JsonNode history = JSON.readTree(metadata.getOrDefault("history", ""));
            int step = Integer.parseInt(metadata.getOrDefault("step", ""));
            long seed = Long.parseLong(metadata.getOrDefault("seed", ""));
            return new Model(parameters, settings(settings, parameters.hidden(), seed), step, curve(history),
                    metadata.getOrDefault("preprocessing", "unknown"));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw new UnreadableFileException(file, "has metadata that are damaged: settings, history, step and seed of a "
                    + "Digitscope network are expected");
        }
    }

    private static Parameters parameters(Path file, Map<String, Safetensors.Tensor> tensors) throws IOException {
        Safetensors.Tensor kernel = tensors.get("layer_1.kernel");
        int hidden = kernel != null && kernel.shape().length == 2 ? kernel.shape()[1] : 0;
        Map<String, int[]> expected = new LinkedHashMap<>();
        expected.put("layer_1.kernel", new int[] {784, hidden});
        expected.put("layer_1.bias", new int[] {hidden});
        expected.put("layer_2.kernel", new int[] {hidden, 10});
        expected.put("layer_2.bias", new int[] {10});
        boolean fits = hidden >= 1 && hidden <= Parameters.MAX_HIDDEN && tensors.keySet().equals(expected.keySet())
                && expected.entrySet().stream().allMatch(entry ->
                        Arrays.equals(entry.getValue(), tensors.get(entry.getKey()).shape()));
        if (!fits) {
            String found = tensors.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + Arrays.toString(entry.getValue().shape()))
                    .limit(8).collect(Collectors.joining(", "));
            throw new UnreadableFileException(file, "holds " + (found.isEmpty() ? "no tensors" : found)
                    + "; expected are layer_1.kernel [784, n], layer_1.bias [n], layer_2.kernel [n, 10] and "
                    + "layer_2.bias [10] with n from 1 to 512");
        }
        return new Parameters(layer(tensors, "layer_1", 784, hidden), layer(tensors, "layer_2", hidden, 10));
    }

    private static Layer layer(Map<String, Safetensors.Tensor> tensors, String name, int inputs, int outputs) {
        return new Layer(new FMatrixRMaj(inputs, outputs, true, tensors.get(name + ".kernel").values()),
                new FMatrixRMaj(1, outputs, true, tensors.get(name + ".bias").values()));
    }

    private static ObjectNode settings(Hyperparameters settings) {
        return JSON.createObjectNode()
                .put("epochs", settings.epochs())
                .put("batch_size", settings.batchSize())
                .put("learning_rate", settings.learningRate())
                .put("optimizer", settings.optimizer().name())
                .put("momentum", settings.momentum());
    }

    private static Hyperparameters settings(JsonNode json, int hidden, long seed) {
        return new Hyperparameters(json.path("epochs").asInt(), json.path("batch_size").asInt(),
                json.path("learning_rate").asDouble(), OptimizerKind.valueOf(json.path("optimizer").asText()),
                json.path("momentum").asDouble(), hidden, seed);
    }

    private static ArrayNode history(LearningCurve curve) {
        ArrayNode epochs = JSON.createArrayNode();
        for (LearningCurve.Epoch epoch : curve.epochs()) {
            epochs.addObject().put("accuracy", epoch.accuracy()).put("loss", epoch.loss())
                    .put("val_accuracy", epoch.validationAccuracy()).put("val_loss", epoch.validationLoss());
        }
        return epochs;
    }

    private static LearningCurve curve(JsonNode history) {
        List<LearningCurve.Epoch> epochs = new ArrayList<>();
        for (JsonNode epoch : history) {
            epochs.add(new LearningCurve.Epoch(epoch.path("accuracy").asDouble(), epoch.path("loss").asDouble(),
                    epoch.path("val_accuracy").asDouble(), epoch.path("val_loss").asDouble()));
        }
        return LearningCurve.ofEpochs(epochs);
    }
}
