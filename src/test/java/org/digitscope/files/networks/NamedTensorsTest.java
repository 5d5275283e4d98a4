package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.NpyFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose tensors have other names, shapes and company than this program's. */
class NamedTensorsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 512})
    void biasesAsRowsOrColumnsAndKernelsEitherWayAreRecognizedByTheirUsualNames(int hidden) throws IOException {
        Parameters network = Examples.parameters(hidden, 3);
        for (String[] names : new String[][] {{"W1", "b1", "W2", "b2"}, {"w_1", "b_1", "w_2", "b_2"}, {"coefs_0", "intercepts_0", "coefs_1", "intercepts_1"},
            {"fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"}, {"dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias"}}) {
            for (boolean column : new boolean[] {false, true}) {
                boolean torch = names[0].endsWith("weight");
                Map<String, Tensor> tensors = new LinkedHashMap<>();
                for (int i = 0; i < 4; i++) {
                    Parameters.Tensor tensor = network.tensors().get(i);
                    int length = tensor.matrix().numCols;
                    tensors.put(names[i], tensor.isVector()
                            ? new Tensor(column ? List.of(length, 1) : List.of(1, length), tensor.matrix().data)
                            : torch ? transposed(Tensor.of(tensor)) : Tensor.of(tensor));
                }
                assertEquals(network.checksum(), NetworkFiles.read(npz(tensors)).parameters().checksum(), hidden + " " + names[0] + column);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"num_batches_tracked,I64,8", "bn.num_batches_tracked,I64,8", "epoch,I32,4", "global_step,I64,8", "best_val_loss,F32,4"})
    void aCounterBesideTheFourIsLeftAsideAndNamed(String name, String type, int bytes) throws IOException {
        Parameters network = Examples.parameters(1, 3);
        for (String shape : new String[] {"[]", "[1]"}) {
            ImportedNetwork read = NetworkFiles.read(safetensors(network, name, type, shape, bytes));
            assertEquals(network.checksum(), read.parameters().checksum());
            assertTrue(read.notices().toString().contains(name + " says nothing of what the network computes"), read.notices().toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bn.running_mean | F32 | [1] | 4 | \"bn.running_mean\" [1]",
        "scale | F32 | [] | 4 | \"scale\" []",
        "zero_point | I64 | [] | 8 | \"zero_point\" [] I64",
        "num_batches_tracked | I64 | [3] | 24 | \"num_batches_tracked\" [3] I64"})
    void whatMayTakePartInTheComputationIsRefusedWithWhatTheFileHolds(String name, String type, String shape, int bytes, String found)
            throws IOException {
        Path file = safetensors(Examples.parameters(1, 3), name, type, shape, bytes);
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith("net.safetensors holds \"layer_1.kernel\" [784, 1], \"layer_1.bias\" [1], "), message);
        assertTrue(message.contains(found + "; expected a network 784 → up to 4 hidden layers"), message);
    }

    @Test
    void anArrayThatGoesOnBehindItsShapeIsRefused() throws IOException {
        Parameters network = Examples.parameters(2, 3);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> entry : Safetensors.tensors(network).entrySet()) {
            parts.put(entry.getKey(), NpyFile.bytes(entry.getValue().values(), entry.getValue().shape()));
        }
        assertEquals(network.checksum(), NetworkFiles.read(zip(parts)).parameters().checksum());
        for (String name : parts.keySet()) {
            Map<String, byte[]> longer = new LinkedHashMap<>(parts);
            longer.put(name, Arrays.copyOf(parts.get(name), parts.get(name).length + 1));
            Path file = zip(longer);
            String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
            assertTrue(message.matches("net.npz, " + name + ".npy goes on behind the [\\d,]+ values of its shape .*; expected a NumPy array of numbers"), message);
        }
    }

    private static Tensor transposed(Tensor tensor) {
        int rows = tensor.shape().get(0);
        int columns = tensor.shape().get(1);
        float[] turned = new float[rows * columns];
        for (int i = 0; i < turned.length; i++) {
            turned[i % columns * rows + i / columns] = tensor.values()[i];
        }
        return new Tensor(List.of(columns, rows), turned);
    }

    private Path npz(Map<String, Tensor> tensors) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> parts.put(name, NpyFile.bytes(tensor.values(), tensor.shape())));
        return zip(parts);
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        Path path = folder.resolve("net.npz");
        try (OutputStream out = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey() + ".npy"));
                zip.write(part.getValue());
            }
        }
        return path;
    }

    /** A network and, behind it, one more tensor of zeros. */
    private Path safetensors(Parameters network, String name, String type, String shape, int bytes) throws IOException {
        StringBuilder header = new StringBuilder("{");
        ByteBuffer data = ByteBuffer.allocate(Float.BYTES * network.count() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Map.Entry<String, Tensor> entry : Safetensors.tensors(network).entrySet()) {
            int begin = data.position();
            for (float value : entry.getValue().values()) {
                data.putFloat(value);
            }
            header.append(field(entry.getKey(), "F32", entry.getValue().shape().toString(), begin, data.position())).append(',');
        }
        byte[] json = header.append(field(name, type, shape, data.position(), data.capacity())).append('}').toString()
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + json.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(folder.resolve("net.safetensors"), file.putLong(json.length).put(json).put(data.array()).array());
    }

    private static String field(String name, String type, String shape, int begin, int end) {
        return "\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + "," + end + "]}";
    }
}
