package org.digitscope.files.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitscope.data.Dataset;

/** Makes files of arrays for tests. */
final class ArrayBytes {

    private ArrayBytes() {
    }

    static byte[] npy(String type, boolean fortran, int version, int[] shape, double[] values) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + String.join(", ", Arrays.stream(shape).mapToObj(String::valueOf).toList()) + (shape.length == 1 ? "," : "") + "), }\n";
        int width = type.equals("|O") ? 8 : type.charAt(2) - '0';
        ByteBuffer buffer = ByteBuffer.allocate(12 + header.length() + width * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
        if (version == 1) {
            buffer.putShort((short) header.length());
        } else {
            buffer.putInt(header.length());
        }
        buffer.put(header.getBytes(StandardCharsets.US_ASCII));
        buffer.order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : fortran ? fortran(values, shape) : values) {
            switch (type.substring(1)) {
                case "u1" -> buffer.put((byte) Math.round(value));
                case "u2" -> buffer.putShort((short) Math.round(value));
                case "i4" -> buffer.putInt((int) Math.round(value));
                case "f4" -> buffer.putFloat((float) value);
                case "f8" -> buffer.putDouble(value);
                default -> buffer.putLong(Math.round(value));
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static double[] fortran(double[] values, int[] shape) {
        double[] turned = new double[values.length];
        int at = 0;
        for (int column = 0; column < shape[2]; column++) {
            for (int row = 0; row < shape[1]; row++) {
                for (int picture = 0; picture < shape[0]; picture++) {
                    turned[at++] = values[(picture * shape[1] + row) * shape[2] + column];
                }
            }
        }
        return turned;
    }

    /** An IDX file. */
    static byte[] idx(int type, int[] shape, double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * shape.length + 8 * values.length);
        buffer.put((byte) 0).put((byte) 0).put((byte) type).put((byte) shape.length);
        Arrays.stream(shape).forEach(buffer::putInt);
        for (double value : values) {
            switch (type) {
                case 0x08, 0x09 -> buffer.put((byte) value);
                case 0x0B -> buffer.putShort((short) value);
                case 0x0C -> buffer.putInt((int) value);
                case 0x0D -> buffer.putFloat((float) value);
                default -> buffer.putDouble(value);
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** A zip file of these parts, a name and then its bytes. */
    static byte[] zip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** All grey values of a data set. */
    static double[] pixels(Dataset data) {
        return IntStream.range(0, data.size() * Dataset.PIXELS)
                .mapToDouble(i -> data.image(i / Dataset.PIXELS)[i % Dataset.PIXELS] & 0xFF).toArray();
    }

    static double[] labels(Dataset data) {
        return IntStream.range(0, data.size()).mapToDouble(data::label).toArray();
    }

    /** For each label ten numbers of which one is 1. */
    static double[] oneHot(Dataset data) {
        double[] columns = new double[10 * data.size()];
        for (int i = 0; i < data.size(); i++) {
            columns[10 * i + data.label(i)] = 1;
        }
        return columns;
    }
}
