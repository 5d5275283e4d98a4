package org.digitscope.files.networks;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.IntactEntry;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.Shapes;

/**
 * Reads networks as Keras keeps them: {@code .h5} and {@code .weights.h5} of Keras 2 and 3, and {@code .keras}, a zip with such a file
 * inside. Only arrays are read; the configuration is compared with what is supported, and never acted on.
 */
final class KerasFile {

    /** The parts of a .keras file that are read. */
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.weights.h5";
    private static final String EXPECTED = "; expected a network that Keras saved";
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_NODES = 2000;
    /** What Keras keeps beside the weights. */
    private static final List<String> BESIDES = List.of("optimizer", "seed_generator", "metrics");

    private final String name;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    /** What was not read: shapes and types by name. */
    private final Map<String, String> others = new LinkedHashMap<>();
    private Optional<KerasConfig> config = Optional.empty();
    private boolean ordered;
    private int nodes;

    private KerasFile(String name) {
        this.name = name;
    }

    static ImportedNetwork readHdf(Path file) throws IOException {
        KerasFile keras = new KerasFile(String.valueOf(file.getFileName()));
        // the library takes as much memory as a file claims, but no more than there is of what is in memory already
        byte[] bytes = ReadableFile.bytes(file, "a network that Keras saved", MAX_BYTES);
        return keras.read(() -> HdfFile.fromBytes(bytes));
    }

    static ImportedNetwork readZip(Path file) throws IOException {
        KerasFile keras = new KerasFile(String.valueOf(file.getFileName()));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] config = bytes(zip, CONFIG);
            if (config.length > 0) {
                keras.config = Optional.of(KerasConfig.read(keras.name, new String(config, StandardCharsets.UTF_8)));
            }
            byte[] weights = bytes(zip, WEIGHTS);
            return keras.read(() -> HdfFile.fromBytes(weights));
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableFileException(keras.name, "is a damaged zip file" + EXPECTED);
        }
    }

    private interface Opening {
        HdfFile open();
    }

    private ImportedNetwork read(Opening opening) throws UnreadableFileException {
        try (HdfFile hdf = opening.open()) {
            Optional<String> json = text(hdf, "model_config");
            if (json.isPresent()) {
                config = Optional.of(KerasConfig.read(name, json.get()));
            }
            collect(hdf, "");
            return network(texts(hdf));
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // the library answers damage with exceptions of all kinds
            throw new UnreadableFileException(name, "is a damaged HDF5 file" + EXPECTED);
        }
    }

    private ImportedNetwork network(NetworkTexts texts) throws UnreadableFileException {
        NamedTensors found = new NamedTensors(name, tensors, others, ordered);
        if (config.isEmpty()) {
            return found.network(texts);
        }
        ImportedNetwork network = found.network(new NetworkTexts(Optional.of(config.get().activation()), Optional.empty()));
        int depth = network.parameters().depth();
        if (depth != config.get().depth()) {
            throw new UnreadableFileException(name, "has a configuration with " + config.get().depth() + " Dense layers and arrays of " + depth
                    + "; expected as many of both");
        }
        return config.get().rescalings().fold(network);
    }

    private NetworkTexts texts(HdfFile hdf) throws UnreadableFileException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : List.of(NetworkTexts.ACTIVATION, NetworkTexts.INPUTS)) {
            text(hdf, key).ifPresent(text -> texts.put(key, text));
        }
        return NetworkTexts.read(name, texts);
    }

    private static Optional<String> text(HdfFile hdf, String attribute) {
        return Optional.ofNullable(hdf.getAttribute(attribute)).map(Attribute::getData).map(String::valueOf);
    }

    private void collect(Group group, String path) throws UnreadableFileException {
        for (Node node : inOrder(group)) {
            if (++nodes > MAX_NODES) {
                throw new UnreadableFileException(name, "has more than " + MAX_NODES + " parts" + EXPECTED);
            }
            String place = path + node.getName();
            if (node instanceof Group inner && BESIDES.stream().noneMatch(node.getName()::startsWith)) {
                collect(inner, place + "/");
            } else if (node instanceof Dataset dataset) {
                add(place, dataset);
            }
        }
    }

    /** The parts of a group; Keras 2 says the order of the layers in an attribute, and HDF5 itself has only that of the alphabet. */
    private List<Node> inOrder(Group group) {
        Map<String, Node> parts = new LinkedHashMap<>();
        Attribute names = group.getAttribute("layer_names");
        if (names != null && names.getData() instanceof String[] layers) {
            ordered = true;
            Stream.of(layers).filter(layer -> group.getChildren().containsKey(layer)).forEach(layer -> parts.put(layer, group.getChild(layer)));
        }
        group.getChildren().forEach(parts::putIfAbsent);
        return List.copyOf(parts.values());
    }

    private void add(String place, Dataset dataset) throws UnreadableFileException {
        List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
        boolean numbers = dataset.getJavaType() == float.class || dataset.getJavaType() == double.class;
        if (shape.isEmpty() || shape.size() > 2 || !numbers || Shapes.count(shape) > NamedTensors.MOST_VALUES) {
            others.put(place, NamedTensor.text(shape) + " " + dataset.getJavaType().getSimpleName());
            return;
        }
        List<Float> values = new ArrayList<>();
        flatten(dataset.getData(), values);
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
            if (!Float.isFinite(array[i])) {
                throw new UnreadableFileException(name, "holds " + array[i] + " in " + place + "; expected finite numbers");
            }
        }
        tensors.put(place.replaceFirst(":0$", ""), new Tensor(shape, array));
    }

    private static void flatten(Object data, List<Float> values) {
        if (data instanceof float[] floats) {
            for (float value : floats) {
                values.add(value);
            }
        } else if (data instanceof double[] doubles) {
            for (double value : doubles) {
                values.add((float) value);
            }
        } else if (data instanceof Object[] rows) {
            for (Object row : rows) {
                flatten(row, values);
            }
        }
    }

    private static byte[] bytes(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return new byte[0];
        }
        try (var in = IntactEntry.open(zip, entry)) {
            return in.readNBytes(MAX_BYTES);
        }
    }
}
