package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.ModelFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFilesTest {

    private static final Parameters NETWORK = Examples.parameters(20, 4);

    @TempDir
    private Path folder;

    @Test
    void safetensorsAndNpzComeBackToTheBit() throws IOException {
        for (int hidden : new int[] {1, 10, 20, 512}) {
            Parameters network = Examples.parameters(hidden, 3);
            for (String ending : List.of("safetensors", "npz")) {
                Path file = folder.resolve("network." + ending);
                NetworkFiles.write(file, network);
                assertSame(network, NetworkFiles.read(file).parameters());
            }
        }
    }

    @Test
    void anotherProgramsFileCountsAsUntrained() throws IOException {
        for (Map<String, String> metadata : List.of(Map.<String, String>of(), Map.of("format", "pt"))) {
            Path file = folder.resolve("other.safetensors");
            try (var out = Files.newOutputStream(file)) {
                new Safetensors(metadata, Safetensors.tensors(Examples.parameters(3, 1))).writeTo(out);
            }
            ModelFile.Model read = NetworkFiles.read(file).model();
            assertEquals(Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(3)), read.settings());
            assertEquals(0, read.step());
            assertEquals(List.of(), read.curve().epochs());
            assertEquals("pixel / 255", read.preprocessing());
        }
    }

    @Test
    void pytorchsTransposedKernelsAndNamesAreRecognized() throws IOException {
        for (String[] names : new String[][] {{"fc1.", "fc2."}, {"0.", "2."}, {"net.0.", "net.2."}}) {
            for (int hidden : new int[] {20, 10, 512}) {
                Parameters network = Examples.parameters(hidden, 5);
                Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
                tensors.put(names[0] + "bias", new Safetensors.Tensor(List.of(hidden), network.layer(1).bias().data));
                tensors.put(names[0] + "weight", transposed(network.layer(1).kernel()));
                tensors.put(names[1] + "bias", new Safetensors.Tensor(List.of(10), network.layer(2).bias().data));
                tensors.put(names[1] + "weight", transposed(network.layer(2).kernel()));
                Path file = folder.resolve("torch.safetensors");
                try (var out = Files.newOutputStream(file)) {
                    new Safetensors(Map.of(), tensors).writeTo(out);
                }
                ImportedNetwork read = NetworkFiles.read(file);
                assertSame(network, read.parameters());
                assertTrue(read.notices().get(0).contains("as PyTorch keeps them"), read.notices().toString());
            }
        }
    }

    @Test
    void halfBrainFloatAndDoubleFloatsAreRead() throws IOException {
        for (String type : List.of("F16", "BF16", "F64")) {
            int width = type.equals("F64") ? 8 : 2;
            ByteBuffer data = ByteBuffer.allocate(NETWORK.count() * width).order(ByteOrder.LITTLE_ENDIAN);
            StringBuilder header = new StringBuilder("{");
            for (Parameters.Tensor tensor : NETWORK.tensors()) {
                int begin = data.position();
                for (float value : tensor.matrix().data) {
                    switch (type) {
                        case "F16" -> data.putShort(half(value));
                        case "BF16" -> data.putShort((short) (Float.floatToIntBits(value) >> 16));
                        default -> data.putDouble(value);
                    }
                }
                String shape = tensor.isVector() ? "[" + tensor.matrix().numCols + "]"
                        : "[" + tensor.matrix().numRows + "," + tensor.matrix().numCols + "]";
                header.append(header.length() > 1 ? "," : "").append("\"").append(tensor.name()).append("\":{\"dtype\":\"").append(type)
                        .append("\",\"shape\":").append(shape).append(",\"data_offsets\":[").append(begin).append(',')
                        .append(data.position()).append("]}");
            }
            byte[] json = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve(type + ".safetensors");
            try (var out = Files.newOutputStream(file)) {
                out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
                out.write(json);
                out.write(data.array());
            }
            float[] read = NetworkFiles.read(file).parameters().layer(1).kernel().data;
            for (int i = 0; i < read.length; i++) {
                float expected = NETWORK.layer(1).kernel().data[i];
                assertEquals(expected, read[i], Math.abs(expected) * (type.equals("F64") ? 0 : type.equals("F16") ? 0.002 : 0.01) + 7e-5, type);
            }
        }
    }

    @Test
    void whatCouldRunCodeOrHasAnotherShapeIsRefusedWithTheWayOut() throws IOException {
        refused(write(new byte[] {(byte) 0x80, 4, (byte) 0x95, 2}), "is a Python pickle", "save_file");
        refused(write(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}), "is a serialized Java object", "save_file");
        for (int level = 0; level <= 9; level++) {
            refused(write(deflated(level, new byte[] {(byte) 0x80, 4, (byte) 0x95, 2, 0, 0})), "is a compressed pickle", "save_file");
        }
        refused(Files.writeString(folder.resolve("old.pkl"), "(dp0\nVa\np1\nI1\ns."), "is a pickle or serialized object", "save_file");
        refused(Files.writeString(folder.resolve("notes.txt"), "nothing of the kind"), "notes.txt is of no kind that is known; expected a network");
        refused(write("\u0089HDF\r\n".getBytes(StandardCharsets.ISO_8859_1)), "is a damaged HDF5 file", "expected a network that Keras saved");
        refused(write(zip("archive/data.pkl")), "is a PyTorch file", "save_file");
        refused(write(zip("model.weights.h5")), "is a damaged HDF5 file", "expected a network that Keras saved");
        refused(write(zip("a.txt")), "is a zip file; ", "expected a network as one of .safetensors, .npz, ");
        refused(Files.write(folder.resolve("a.npz"), zip("a.txt")), "is a zip file; expected a network as one of .safetensors, .npz, ");
        Map<String, Safetensors.Tensor> deep = new LinkedHashMap<>();
        for (int[] shape : new int[][] {{784, 64}, {64, 32}, {32, 10}}) {
            deep.put("layer" + shape[0], new Safetensors.Tensor(List.of(shape[0], shape[1]), new float[shape[0] * shape[1]]));
        }
        Path file = folder.resolve("deep.safetensors");
        try (var out = Files.newOutputStream(file)) {
            new Safetensors(Map.of(), deep).writeTo(out);
        }
        refused(file, "holds \"layer784\" [784, 64], \"layer64\" [64, 32], \"layer32\" [32, 10]; ", "expected a network 784");
        assertThrows(UnwritableFileException.class, () -> NetworkFiles.write(folder.resolve("network.doc"), NETWORK));
    }

    @Test
    void onnxRuntimeGivesTheSameAnswersToAllTestDigits() throws IOException, OrtException {
        DigitSets mnist = Mnist.load();
        Trainer trainer = new Trainer(mnist.training(), mnist.validation(), Hyperparameters.NOTEBOOK.withEpochs(1));
        trainer.run(() -> false, snapshot -> { });
        Parameters network = trainer.snapshot().parameters();
        Path file = folder.resolve("network.onnx");
        NetworkFiles.write(file, network);
        Dataset test = mnist.validation();
        FloatBuffer pixels = FloatBuffer.allocate(test.size() * 784);
        for (int i = 0; i < test.size(); i++) {
            for (byte grey : test.image(i)) {
                pixels.put(Inputs.SCALED.of(grey));
            }
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, pixels.rewind(), new long[] {test.size(), 784});
                OrtSession.Result result = session.run(Map.of("pixels", input))) {
            float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
            float[][] probabilities = (float[][]) result.get("probabilities").orElseThrow().getValue();
            for (int i = 0; i < test.size(); i++) {
                ForwardTrace trace = ForwardTrace.of(test.image(i), network);
                int answer = 0;
                for (int digit = 0; digit < 10; digit++) {
                    assertEquals(trace.logit(digit), logits[i][digit], 1e-5 * Math.max(1, Math.abs(trace.logit(digit))));
                    assertEquals(trace.probability(digit), probabilities[i][digit], 1e-5);
                    answer = logits[i][digit] > logits[i][answer] ? digit : answer;
                }
                assertEquals(trace.answer(), answer);
            }
        }
    }

    @Test
    void aNetworkForPixelsOnAnotherScaleIsNoticedByItsScoreAndFolded() throws IOException {
        DigitSets mnist = Mnist.load();
        Trainer trainer = new Trainer(mnist.training(), mnist.validation(), Hyperparameters.NOTEBOOK.withEpochs(1));
        trainer.run(() -> false, snapshot -> { });
        Parameters plain = trainer.snapshot().parameters();
        assertEquals(Optional.empty(), InputScaling.of(plain, mnist.validation()));
        double[][] scales = {{0.1307, 0.3081}, {0.5, 0.5}, {0, 1 / 255.0}, {1, -1}};
        for (InputScaling scaling : InputScaling.values()) {
            double shift = scales[scaling.ordinal()][0];
            double scale = scales[scaling.ordinal()][1];
            // the same function of (x − shift)/scale: W·scale, b + shift·Σ W
            Parameters other = plain.copy();
            for (int neuron = 0; neuron < 20; neuron++) {
                double sum = 0;
                for (int pixel = 0; pixel < 784; pixel++) {
                    sum += plain.layer(1).kernel().get(pixel, neuron);
                    other.layer(1).kernel().set(pixel, neuron, (float) (plain.layer(1).kernel().get(pixel, neuron) * scale));
                }
                other.layer(1).bias().data[neuron] += (float) (shift * sum);
            }
            assertEquals(Optional.of(scaling), InputScaling.of(other, mnist.validation()));
            assertEquals(Evaluation.of(plain, mnist.validation()).correct(),
                    Evaluation.of(scaling.fold(other), mnist.validation()).correct(), 3);
        }
    }

    @Test
    void tenHiddenNeuronsGetTheirOwnBiasWhateverTheArraysAreCalled() throws IOException {
        Parameters network = Examples.parameters(10, 4);
        float[][] arrays = network.arrays();
        for (String[] names : new String[][] {{"arr_0", "arr_1", "arr_2", "arr_3"}, {"W1", "b1", "W2", "b2"}, {"0.w", "0.b", "2.w", "2.b"},
            {"fc1_kernel", "fc1_bias", "fc2_kernel", "fc2_bias"}}) {
            for (int[] order : new int[][] {{0, 1, 2, 3}, {0, 2, 1, 3}, {2, 3, 0, 1}, {2, 0, 3, 1}}) {
                Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
                for (int each : order) {
                    List<Integer> shape = each % 2 == 1 ? List.of(10) : each == 0 ? List.of(784, 10) : List.of(10, 10);
                    tensors.put(names[each], new Safetensors.Tensor(shape, arrays[each]));
                }
                Path file = folder.resolve("ten.safetensors");
                try (var out = Files.newOutputStream(file)) {
                    new Safetensors(Map.of(), tensors).writeTo(out);
                }
                assertSame(network, NetworkFiles.read(file).parameters());
            }
        }
    }

    @Test
    void ofANetworkThatLearntNothingNoScaleIsNoticed() throws IOException {
        Dataset test = Mnist.load().validation();
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(Optional.empty(), InputScaling.of(Examples.parameters(20, seed), seed % 2 == 0 ? test.head(1000) : Examples.pictures(50, seed)));
        }
    }

    private void refused(Path file, String... parts) {
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] zip(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(int level, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out, new Deflater(level))) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static Safetensors.Tensor transposed(FMatrixRMaj matrix) {
        float[] turned = new float[matrix.getNumElements()];
        for (int row = 0; row < matrix.numRows; row++) {
            for (int column = 0; column < matrix.numCols; column++) {
                turned[column * matrix.numRows + row] = matrix.get(row, column);
            }
        }
        return new Safetensors.Tensor(List.of(matrix.numCols, matrix.numRows), turned);
    }

    private static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int exponent = (bits >> 23 & 0xFF) - 112;
        return exponent <= 0 ? (short) (bits >>> 16 & 0x8000) : (short) (bits >>> 16 & 0x8000 | exponent << 10 | bits >> 13 & 0x3FF);
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(expected.arrays()[i], actual.arrays()[i]);
        }
    }
}
