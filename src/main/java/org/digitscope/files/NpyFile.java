package org.digitscope.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.network.Parameters;

/**
 * Writes float32 values as NumPy's {@code .npy}, format 1.0, little-endian, in C order. Source: numpy.lib.format.
 */
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** The values begin at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private NpyFile() {
    }

    /**
     * All parameters in one row, tensor by tensor.
     *
     * @throws UnwritableFileException when the file can't be written; one that was there before lives on
     */
    public static void writeAll(Path file, Parameters parameters) throws UnwritableFileException {
        float[] values = new float[parameters.count()];
        int at = 0;
        for (float[] tensor : parameters.arrays()) {
            System.arraycopy(tensor, 0, values, at, tensor.length);
            at += tensor.length;
        }
        byte[] bytes = bytes(values, List.of(values.length));
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /**
     * A whole file.
     *
     * @param shape its product is the number of values
     */
    public static byte[] bytes(float[] values, List<Integer> shape) {
        String sizes = shape.stream().map(size -> size + ",").reduce("", String::concat);
        StringBuilder header = new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }");
        while ((MAGIC.length + Short.BYTES + header.length() + 1) % ALIGNMENT != 0) {
            header.append(' ');
        }
        header.append('\n');
        ByteBuffer buffer = ByteBuffer.allocate(MAGIC.length + Short.BYTES + header.length() + Float.BYTES * values.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).putShort((short) header.length()).put(header.toString().getBytes(StandardCharsets.US_ASCII));
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }
}
