package org.digitscope.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/**
 * A safetensors file: named float32 arrays and a block of texts. The format is eight bytes (little-endian) with the
 * header's length, the header as JSON, then the numbers of all tensors, little-endian and without gaps.
 *
 * @param metadata free texts by name
 * @param tensors arrays by name, in the order in which they are written
 * @param others of a file of other programs, tensors that are not read, because they are of no float type: shapes and types by name
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors, Map<String, String> others) {

    /** Far above the 1.6 MB of the largest network here. */
    static final int MAX_BYTES = 64 << 20;
    static final String METADATA = "__metadata__";
    static final String EXPECTED = "a safetensors file";
    private static final int ALIGNMENT = 8;

    /**
     * One array.
     *
     * @param shape its lengths, outermost first; empty for a single number
     * @param values as many as the shape says, the last dimension running fastest; not copied
     */
    public record Tensor(List<Integer> shape, float[] values) {

        /** @throws IllegalArgumentException when shape and number of values don't agree */
        public Tensor {
            shape = List.copyOf(shape);
            if (Shapes.count(shape) != values.length) {
                throw new IllegalArgumentException("shape " + shape + " is not that of " + values.length + " values");
            }
        }

        /** Of a network's tensor, whose values are not copied; a bias has one dimension. */
        public static Tensor of(Parameters.Tensor tensor) {
            FMatrixRMaj matrix = tensor.matrix();
            return new Tensor(tensor.isVector() ? List.of(matrix.numCols) : List.of(matrix.numRows, matrix.numCols), matrix.data);
        }
    }

    public Safetensors {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Of floats only. */
    public Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
        this(metadata, tensors, Map.of());
    }

    /** The tensors of a network by their names, whose values are not copied. */
    public static Map<String, Tensor> tensors(Parameters network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Parameters.Tensor tensor : network.tensors()) {
            tensors.put(tensor.name(), Tensor.of(tensor));
        }
        return tensors;
    }

    /**
     * Reads a file of at most 64 MB and trusts nothing in it.
     *
     * @throws UnreadableFileException when anything in it is not as the format wants it, an element is not F32, or a
     *     value is not finite
     */
    public static Safetensors read(Path file) throws IOException {
        return parse(String.valueOf(file.getFileName()), ReadableFile.bytes(file, EXPECTED, MAX_BYTES));
    }

    /** The same, and a file may also hold tensors of other types, see {@link #others}. */
    public static Safetensors readAllTypes(Path file) throws IOException {
        return new SafetensorsParser(String.valueOf(file.getFileName()), ReadableFile.bytes(file, EXPECTED, MAX_BYTES), tensor -> true, true)
                .parse();
    }

    /**
     * The same for bytes in memory.
     *
     * @param name what to call them in the sentence of an exception
     */
    public static Safetensors parse(String name, byte[] bytes) throws UnreadableFileException {
        return parse(name, bytes, tensor -> true);
    }

    /**
     * The same where some tensors may hold what is not finite.
     *
     * @param finite by their names, which may not
     */
    public static Safetensors parse(String name, byte[] bytes, Predicate<String> finite) throws UnreadableFileException {
        return new SafetensorsParser(name, bytes, finite, false).parse();
    }

    /** Writes the whole file, tensors in the order of {@link #tensors}. */
    public void writeTo(OutputStream out) throws IOException {
        byte[] header = header();
        out.write(littleEndian(Long.BYTES).putLong(header.length).array());
        out.write(header);
        for (Tensor tensor : tensors.values()) {
            ByteBuffer data = littleEndian(tensor.values.length * Float.BYTES);
            data.asFloatBuffer().put(tensor.values);
            out.write(data.array());
        }
    }

    private byte[] header() {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put(METADATA, metadata);
        }
        long begin = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            long end = begin + (long) entry.getValue().values.length * Float.BYTES;
            header.put(entry.getKey(), StrictJson.fields("dtype", "F32", "shape", entry.getValue().shape,
                    "data_offsets", List.of(begin, end)));
            begin = end;
        }
        String json = StrictJson.write(header);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat(-length & ALIGNMENT - 1)).getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
