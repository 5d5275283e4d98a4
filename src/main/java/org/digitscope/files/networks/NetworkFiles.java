package org.digitscope.files.networks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.CodeFiles;
import org.digitscope.files.ModelFile;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Parameters;

/** Reads networks of whatever kind, found out by looking into the file, and writes them in the kind that the file's ending names. */
public final class NetworkFiles {

    private static final String EXPECTED = "a network as safetensors, .npz, Keras file or Digitscope project";
    /** The length of a safetensors header and its first letter. */
    private static final int START = 9;
    private static final long MAX_BYTES = 400L << 20;
    private static final String CONVERT = "; convert it in Python, where it can be opened: "
            + "from safetensors.torch import save_file; save_file(model.state_dict(), 'model.safetensors')";

    private NetworkFiles() {
    }

    /**
     * Reads a network; blocks.
     *
     * @throws UnreadableFileException when it is none, of another shape, or of a kind that could run code
     */
    public static ImportedNetwork read(Path file) throws IOException {
        ReadableFile.check(file, EXPECTED, MAX_BYTES);
        String name = String.valueOf(file.getFileName());
        byte[] start = start(file);
        CodeFiles.refuse(name, start, EXPECTED + CONVERT);
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            return readZip(file, name);
        }
        if (isHdf(start)) {
            return new NamedTensors(name, KerasFile.readHdf(file)).network();
        }
        if (!name.endsWith(".safetensors") && (start.length < START || start[START - 1] != '{')) {
            throw new UnreadableFileException(name, "is of no kind that is known; expected " + EXPECTED);
        }
        Safetensors content = Safetensors.read(file);
        return ModelFile.isOne(content) ? new ImportedNetwork(ModelFile.model(file, content), List.of())
                : new NamedTensors(name, content.tensors()).network();
    }

    /**
     * Writes a network as .safetensors, .npz, .h5, .weights.h5, .keras, .onnx, .json or .csv.
     *
     * @throws UnwritableFileException when that is impossible, or the ending is another one
     */
    public static void write(Path file, Parameters parameters) throws UnwritableFileException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "safetensors" -> AtomicFile.write(file, new Safetensors(Map.of("format", "pt"), tensors(parameters))::writeTo);
            case "npz" -> NpzFile.write(file, parameters);
            case "h5", "keras" -> KerasWriter.write(file, parameters);
            case "onnx" -> OnnxFile.write(file, parameters);
            case "json" -> AtomicFile.writeText(file, json(parameters));
            case "csv" -> AtomicFile.writeText(file, csv(parameters));
            default -> throw new UnwritableFileException(file,
                    "was not written: its ending says no kind that is known (.safetensors, .npz, .h5, .weights.h5, .keras, .onnx, .json, .csv)");
        }
    }

    private static ImportedNetwork readZip(Path file, String name) throws IOException {
        boolean project;
        boolean pickle;
        boolean keras;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            project = zip.getEntry("project.json") != null;
            keras = zip.getEntry("model.weights.h5") != null;
            pickle = zip.stream().anyMatch(entry -> entry.getName().endsWith("data.pkl"));
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException(name, "is a damaged zip file; expected " + EXPECTED);
        }
        if (pickle) {
            throw CodeFiles.refusal(name, "a PyTorch file", EXPECTED + CONVERT);
        } else if (keras) {
            return new NamedTensors(name, KerasFile.readZip(file)).network();
        } else if (project) {
            return new ImportedNetwork(ProjectFile.read(file).model(), List.of("The network of a Digitscope project."));
        }
        return new NamedTensors(name, NpzFile.read(file)).network();
    }

    private static boolean isHdf(byte[] start) {
        return start.length > 3 && new String(start, 1, 3, StandardCharsets.ISO_8859_1).equals("HDF");
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        }
    }

    private static Map<String, Safetensors.Tensor> tensors(Parameters parameters) {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        for (Parameters.Tensor tensor : parameters.tensors()) {
            List<Integer> shape = tensor.isVector() ? List.of(tensor.matrix().numCols)
                    : List.of(tensor.matrix().numRows, tensor.matrix().numCols);
            tensors.put(tensor.name(), new Safetensors.Tensor(shape, tensor.matrix().data));
        }
        return tensors;
    }

    private static String json(Parameters parameters) {
        Map<String, Object> all = new LinkedHashMap<>();
        tensors(parameters).forEach((name, tensor) -> {
            List<Object> rows = new ArrayList<>();
            int width = tensor.shape().get(tensor.shape().size() - 1);
            for (int from = 0; from < tensor.values().length; from += width) {
                rows.add(Arrays.copyOfRange(tensor.values(), from, from + width));
            }
            all.put(name, tensor.shape().size() == 1 ? rows.get(0) : rows);
        });
        return StrictJson.write(all);
    }

    private static String csv(Parameters parameters) {
        StringBuilder text = new StringBuilder("tensor,row,column,value\n");
        for (Parameters.Tensor tensor : parameters.tensors()) {
            for (int row = 0; row < tensor.matrix().numRows; row++) {
                for (int column = 0; column < tensor.matrix().numCols; column++) {
                    text.append(tensor.name()).append(',').append(row).append(',').append(column).append(',')
                            .append(tensor.matrix().get(row, column)).append('\n');
                }
            }
        }
        return text.toString();
    }
}
