package org.digitscope.files.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.Safetensors;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;

/** The parts of a project that are numbers: networks with their optimizer's moments as safetensors, and back. */
final class ProjectTensors {

    private static final List<String> CURVE = List.of("loss", "loss.lowest", "loss.highest", "accuracy", "accuracy.lowest",
            "accuracy.highest");

    private static final String MOMENT = "moment_";

    private ProjectTensors() {
    }

    /** The network, then the optimizer's moments. */
    static byte[] bytes(Parameters parameters, List<Parameters> moments) throws IOException {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        put(tensors, "", parameters);
        for (int i = 0; i < moments.size(); i++) {
            put(tensors, prefix(i), moments.get(i));
        }
        return bytes(tensors);
    }

    static byte[] curve(float[][] values) throws IOException {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            tensors.put(CURVE.get(i), new Safetensors.Tensor(List.of(values[i].length), values[i]));
        }
        return bytes(tensors);
    }

    static float[][] curve(Safetensors file, String name) throws UnreadableFileException {
        float[][] values = new float[CURVE.size()][];
        for (int i = 0; i < values.length; i++) {
            Safetensors.Tensor tensor = file.tensors().get(CURVE.get(i));
            if (tensor == null || tensor.shape().size() != 1 || i > 0 && tensor.values().length != values[0].length) {
                throw new UnreadableFileException(name, "holds a curve without a proper " + CURVE.get(i)
                        + "; expected six series of one length");
            }
            values[i] = tensor.values();
        }
        return values;
    }

    /** A network with its moments. These may have overflowed, and then the training goes on with what they are. */
    static Safetensors parse(String name, byte[] bytes) throws UnreadableFileException {
        return Safetensors.parse(name, bytes, tensor -> !tensor.startsWith(MOMENT));
    }

    /** The network. */
    static Parameters parameters(Safetensors file, String name, Hyperparameters settings) throws UnreadableFileException {
        return read(file, name, "", settings.architecture());
    }

    /** The moments, as many as the optimizer has. */
    static List<Parameters> moments(Safetensors file, String name, Hyperparameters settings) throws UnreadableFileException {
        List<Parameters> moments = new ArrayList<>();
        for (int i = 0; i < settings.optimizer().moments().size(); i++) {
            moments.add(read(file, name, prefix(i), settings.architecture()));
        }
        return List.copyOf(moments);
    }

    private static String prefix(int moment) {
        return MOMENT + (moment + 1) + ".";
    }

    private static void put(Map<String, Safetensors.Tensor> tensors, String prefix, Parameters parameters) {
        for (Parameters.Tensor tensor : parameters.tensors()) {
            tensors.put(prefix + tensor.name(), Safetensors.Tensor.of(tensor));
        }
    }

    private static Parameters read(Safetensors file, String name, String prefix, Architecture architecture) throws UnreadableFileException {
        Parameters parameters = Parameters.zeros(architecture);
        for (Parameters.Tensor tensor : parameters.tensors()) {
            Safetensors.Tensor found = file.tensors().get(prefix + tensor.name());
            List<Integer> shape = Safetensors.Tensor.of(tensor).shape();
            if (found == null || !found.shape().equals(shape)) {
                throw new UnreadableFileException(name, "holds " + (found == null ? "no" : "a wrong") + " tensor " + prefix + tensor.name()
                        + "; expected one of shape " + shape);
            }
            System.arraycopy(found.values(), 0, tensor.matrix().data, 0, found.values().length);
        }
        return parameters;
    }

    static byte[] bytes(Map<String, Safetensors.Tensor> tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Safetensors(Map.of(), tensors).writeTo(out);
        return out.toByteArray();
    }
}
