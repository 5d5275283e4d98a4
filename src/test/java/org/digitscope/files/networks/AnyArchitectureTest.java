package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.ModelFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of any depth, activation and inputs, in files of every kind. */
class AnyArchitectureTest {

    private static final String ARCHITECTURES = "org.digitscope.files.networks.SampleNetworks#architectures";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(ARCHITECTURES)
    void whatIsWrittenIsReadBackToTheBit(Architecture architecture) throws IOException {
        Parameters network = SampleNetworks.network(architecture);
        for (NetworkFormat format : NetworkFormat.readable()) {
            if (NetworkFormat.writable().contains(format)) {
                Path file = folder.resolve("net" + format.ending());
                NetworkFiles.write(file, network);
                assertSame(network, NetworkFiles.read(file).parameters(), format.toString());
            }
        }
        Path file = folder.resolve("model.safetensors");
        ModelFile.Model model = new ModelFile.Model(network, Hyperparameters.NOTEBOOK.withArchitecture(architecture), 3, LearningCurve.EMPTY);
        NetworkFiles.write(file, model);
        ModelFile.Model read = NetworkFiles.read(file).model();
        assertSame(network, read.parameters(), "model");
        assertEquals(model.settings(), read.settings());
        assertEquals(architecture.inputs() == Inputs.GREY ? "pixel" : "pixel / 255", read.preprocessing());
    }

    @ParameterizedTest
    @MethodSource(ARCHITECTURES)
    void pytorchsKernelsAreTurnedAndPutInOrderByTheirShapesAndNumbers(Architecture architecture) throws IOException {
        Parameters network = SampleNetworks.network(architecture);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        // the last layer first: numbers in names say more than the order in the file
        for (int number = network.depth(); number >= 1; number--) {
            Layer layer = network.layer(number);
            tensors.put("net." + 4 * (number + 1) + ".weight", new Tensor(List.of(layer.outputs(), layer.inputs()), turned(layer)));
            tensors.put("net." + 4 * (number + 1) + ".bias", new Tensor(List.of(layer.outputs()), layer.bias().data));
        }
        Path file = folder.resolve("torch.safetensors");
        try (var out = Files.newOutputStream(file)) {
            new Safetensors(NetworkTexts.of(architecture), tensors).writeTo(out);
        }
        ImportedNetwork read = NetworkFiles.read(file);
        assertSame(network, read.parameters(), "PyTorch");
        assertTrue(read.notices().get(0).contains("as PyTorch keeps them"), read.notices().toString());
        boolean assumed = read.notices().stream().anyMatch(notice -> notice.contains("ReLU was assumed"));
        assertEquals(architecture.activation() == Activation.RELU && !architecture.hidden().isEmpty(), assumed, read.notices().toString());
    }

    @Test
    void kernelsOfOneShapeFollowEachOtherAsInTheFileWhereNamesHaveNoNumbers() throws IOException {
        Parameters network = Examples.parameters(Architecture.relu(10, 10), 3);
        List<String> names = List.of("zeta", "beta", "alpha");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            Layer layer = network.layers().get(i);
            tensors.put(names.get(i) + ".kernel", new Tensor(List.of(layer.inputs(), layer.outputs()), layer.kernel().data));
            tensors.put(names.get(i) + ".bias", new Tensor(List.of(layer.outputs()), layer.bias().data));
        }
        Path file = folder.resolve("names.safetensors");
        try (var out = Files.newOutputStream(file)) {
            new Safetensors(Map.of(), tensors).writeTo(out);
        }
        ImportedNetwork read = NetworkFiles.read(file);
        assertSame(network, read.parameters(), "names");
        assertTrue(read.notices().contains("zeta.kernel was taken for layer_1's kernel, beta.kernel for layer_2's, alpha.kernel for layer_3's."),
                read.notices().toString());
    }

    /** HDF5 has the order of the alphabet, and Keras 2 that of the layers in an attribute. */
    @Test
    void keras2SaysTheOrderOfLayersWhateverTheyAreCalled() throws IOException {
        Parameters network = Examples.parameters(Architecture.relu(10, 10), 3);
        List<String> names = List.of("dense_2", "dense_9", "dense_1");
        HdfWriter.Group root = new HdfWriter.Group().withAttribute("layer_names", names);
        for (int i = 0; i < 3; i++) {
            Layer layer = network.layers().get(i);
            root.with(names.get(i), new HdfWriter.Group().with(names.get(i), new HdfWriter.Group()
                    .with("kernel:0", new HdfWriter.Array(new int[] {layer.inputs(), layer.outputs()}, layer.kernel().data))
                    .with("bias:0", new HdfWriter.Array(new int[] {layer.outputs()}, layer.bias().data))));
        }
        Path file = Files.write(folder.resolve("net.h5"), HdfWriter.bytes(root));
        assertSame(network, NetworkFiles.read(file).parameters(), "Keras 2");
    }

    @Tag("soak")
    @Test
    void pythonProgramsGiveTheSameAnswers() throws IOException, InterruptedException, URISyntaxException {
        Python python = Python.with("h5py");
        for (Architecture architecture : SampleNetworks.architectures().toList()) {
            assertPythonGivesTheSame(python, SampleNetworks.network(architecture));
        }
    }

    private void assertPythonGivesTheSame(Python python, Parameters network) throws IOException, InterruptedException, URISyntaxException {
        Path arrays = folder.resolve("net.npz");
        NetworkFiles.write(arrays, network);
        List<Path> scripts = ExportScripts.write(arrays, network, Examples.pictures(1, 6).image(0));
        Python.Outcome computed = python.run(scripts.get(0).toString());
        assertEquals(0, computed.code(), computed.text());
        for (NetworkFormat format : List.of(NetworkFormat.H5, NetworkFormat.WEIGHTS_H5, NetworkFormat.KERAS)) {
            Path file = folder.resolve("net" + format.ending());
            NetworkFiles.write(file, network);
            Path script = Path.of(AnyArchitectureTest.class.getResource("/keras/load.py").toURI());
            assertEquals("the same", python.run(script.toString(), file.toString(), arrays.toString()).text().strip(), format.toString());
        }
    }

    @ParameterizedTest
    @MethodSource(ARCHITECTURES)
    void onnxRuntimeGivesTheSameAnswers(Architecture architecture) throws IOException, OrtException {
        Parameters network = SampleNetworks.network(architecture);
        Path file = folder.resolve("net.onnx");
        NetworkFiles.write(file, network);
        // sums of grey values that are not divided are large
        double tolerance = architecture.inputs() == Inputs.GREY ? 1e-3 : 1e-5;
        Dataset pictures = Examples.pictures(20, 7);
        FloatBuffer pixels = FloatBuffer.allocate(pictures.size() * Dataset.PIXELS);
        for (int i = 0; i < pictures.size(); i++) {
            for (byte grey : pictures.image(i)) {
                pixels.put(architecture.inputs().of(grey));
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, pixels.rewind(), new long[] {pictures.size(), Dataset.PIXELS});
                OrtSession.Result result = session.run(Map.of("pixels", input))) {
            float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
            float[][] probabilities = (float[][]) result.get("probabilities").orElseThrow().getValue();
            for (int i = 0; i < pictures.size(); i++) {
                ForwardTrace trace = ForwardTrace.of(pictures.image(i), network);
                for (int digit = 0; digit < Dataset.CLASSES; digit++) {
                    assertEquals(trace.logit(digit), logits[i][digit], tolerance * Math.max(1, Math.abs(trace.logit(digit))));
                    assertEquals(trace.probability(digit), probabilities[i][digit], tolerance);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ARCHITECTURES)
    void textsHoldEachNumberOnceAndSayWhatNumbersDont(Architecture architecture) throws IOException {
        Parameters network = SampleNetworks.network(architecture);
        Path json = folder.resolve("net.json");
        NetworkFiles.write(json, network);
        var parsed = StrictJson.parse(Files.readString(json)).orElseThrow();
        assertEquals(architecture.activation().label(), parsed.path("activation").asText("relu"));
        assertEquals(architecture.inputs().label(), parsed.path("inputs").asText(Inputs.SCALED.label()));
        for (Parameters.Tensor tensor : network.tensors()) {
            var first = parsed.get(tensor.name()).get(0);
            assertEquals(tensor.matrix().data[0], (first.isArray() ? first.get(0) : first).floatValue());
        }
        Path csv = folder.resolve("net.csv");
        NetworkFiles.write(csv, network);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("layer_1.kernel,0,0," + network.layer(1).kernel().data[0], lines.get(1));
        List<String> remarks = lines.subList(1 + network.count(), lines.size());
        assertEquals(architecture.activation() != Activation.RELU, remarks.contains("# activation: " + architecture.activation()));
        assertEquals(architecture.inputs() == Inputs.GREY, remarks.contains("# inputs: not divided"));
    }

    private static float[] turned(Layer layer) {
        float[] turned = new float[layer.inputs() * layer.outputs()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = layer.kernel().get(i % layer.inputs(), i / layer.inputs());
        }
        return turned;
    }

    private static void assertSame(Parameters expected, Parameters actual, String what) {
        assertEquals(expected.architecture(), actual.architecture(), what);
        List<float[]> arrays = new ArrayList<>(List.of(actual.arrays()));
        for (float[] array : expected.arrays()) {
            assertArrayEquals(array, arrays.remove(0), what);
        }
    }
}
