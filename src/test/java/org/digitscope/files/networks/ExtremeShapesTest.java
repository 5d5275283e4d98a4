package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.NpyFile;
import org.digitscope.files.Shapes;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files whose headers claim shapes that no file has: products beyond int and long, nothing times everything, many dimensions. */
class ExtremeShapesTest {

    private static final int MAX = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private static List<List<Integer>> shapes() {
        List<List<Integer>> shapes = new ArrayList<>(List.of(List.of(MAX), List.of(MAX, MAX), List.of(MAX, MAX, MAX),
                List.of(MAX, MAX, MAX, MAX), List.of(0, MAX), List.of(0, MAX, MAX, MAX),
                List.of(MAX, MAX, MAX, 0), List.of(1 << 16, 1 << 16), List.of(46341, 46341),
                // 2^64 and 2^32 are 0 as a long and an int; these are 16 as one
                List.of(1 << 16, 1 << 16, 1 << 16, 1 << 16), List.of(1 << 30, 1 << 30, 1 << 4), List.of(1 << 30, 4),
                List.of(641, 6700417, 274177, 16), Collections.nCopies(64, 2), Collections.nCopies(65, 1), Collections.nCopies(30_000, 1)));
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            List<Integer> shape = new ArrayList<>();
            for (int dimension = 0; dimension <= 1 + i % 5; dimension++) {
                shape.add(random.nextInt() >>> 1 + random.nextInt(12));
            }
            shapes.add(shape);
        }
        return shapes;
    }

    @Test
    void theNumberOfValuesIsTheProductOrTheLargestLong() {
        for (List<Integer> shape : shapes()) {
            BigInteger product = shape.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
            assertEquals(product.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(), Shapes.count(shape), shape.toString());
        }
        assertEquals(1, Shapes.count(List.of()));
    }

    @Test
    void numpyArraysOfNetworksAndDataSets() throws IOException {
        List<String> texts = new ArrayList<>(shapes().stream().map(shape -> shape.toString().replaceAll("[\\[\\]]", "")).toList());
        texts.addAll(List.of("-1, 784", "-2147483648, -2147483648", "99999999999999999999", "2147483648, 0"));
        for (String shape : texts) {
            for (String order : List.of("False", "True")) {
                String header = "{'descr': '<f4', 'fortran_order': " + order + ", 'shape': (" + shape + ",), }\n";
                Path network = zip("net.npz", npy(header),
                        "layer_1.kernel.npy", "layer_1.bias.npy", "layer_2.kernel.npy", "layer_2.bias.npy");
                refused(network, shape, () -> NetworkFiles.read(network));
                Path data = zip("data.npz", npy(header), "x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy");
                refused(data, shape, () -> DigitFiles.read(data, Progress.NONE));
            }
        }
        Path type = zip("net.npz", npy("{'descr': '<f99999999999', 'fortran_order': False, 'shape': (1,), }\n"), "layer_1.bias.npy");
        refused(type, "f99999999999", () -> NetworkFiles.read(type));
    }

    @Test
    void safetensors() throws IOException {
        for (List<Integer> shape : shapes()) {
            for (int values : new int[] {0, 16}) {
                byte[] header = ("{\"layer_1.kernel\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[0," + 4 * values + "]}}")
                        .getBytes(StandardCharsets.US_ASCII);
                ByteBuffer file = ByteBuffer.allocate(8 + header.length + 4 * values).order(ByteOrder.LITTLE_ENDIAN);
                Path path = Files.write(folder.resolve("net.safetensors"), file.putLong(header.length).put(header).array());
                refused(path, shape.toString(), () -> NetworkFiles.read(path));
            }
        }
    }

    @Test
    void kerasArrays() throws IOException {
        for (List<Integer> shape : shapes()) {
            if (shape.size() < 65) {
                HdfWriter.Array array = new HdfWriter.Array(shape.stream().mapToInt(Integer::intValue).toArray(), new float[16]);
                HdfWriter.Group root = new HdfWriter.Group().with("kernel", array).with("bias", array);
                Path path = Files.write(folder.resolve("net.h5"), HdfWriter.bytes(root));
                refused(path, shape.toString(), () -> NetworkFiles.read(path));
            }
        }
    }

    @Test
    void onnxTensors() throws IOException {
        for (List<Integer> shape : shapes()) {
            for (int values : new int[] {0, 16}) {
                Path path = new OnnxBuilder().input("x", 1, -1, 784).node("Gemm", "x w", "y").output("y")
                        .floats("w", new float[values], shape.stream().mapToInt(Integer::intValue).toArray()).write(folder.resolve("net.onnx"));
                refused(path, shape.toString(), () -> NetworkFiles.read(path));
            }
        }
    }

    @Test
    void idxPicturesAndLabels() throws IOException {
        for (List<Integer> shape : shapes()) {
            if (shape.size() < 128) {
                ByteBuffer header = ByteBuffer.allocate(4 + 4 * shape.size() + 16).putInt(0x800 | shape.size());
                shape.forEach(header::putInt);
                for (String name : List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte")) {
                    Files.write(folder.resolve(name), header.array());
                }
                refused(folder.resolve("train-"), shape.toString(), () -> DigitFiles.read(folder, Progress.NONE));
            }
        }
    }

    private static byte[] npy(String header) {
        byte[] plain = NpyFile.bytes(new float[16], List.of(16));
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        // version 2: the length of the header takes four bytes
        return ByteBuffer.allocate(12 + text.length + 64).order(ByteOrder.LITTLE_ENDIAN).put(plain, 0, 6).put(new byte[] {2, 0})
                .putInt(text.length).put(text).array();
    }

    private Path zip(String name, byte[] content, String... parts) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(content);
            }
        }
        return path;
    }

    private static void refused(Path file, String shape, Executable reading) {
        String message = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThrows(UnreadableFileException.class, reading, shape)).getMessage();
        assertTrue(message.startsWith(file.getFileName().toString()), message);
        assertTrue(message.matches("[^\\n\\r]{20,400}") && message.matches(".*(expected|promises).*"), shape + ": " + message);
    }
}
