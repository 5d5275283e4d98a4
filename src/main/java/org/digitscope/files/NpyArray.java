package org.digitscope.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.digitscope.data.ArrivingNumbers;
import org.digitscope.data.UnreadableFileException;

/**
 * An array as NumPy writes it: format 1 to 3, either byte order, C or Fortran order, whole numbers, floats and booleans. Source:
 * numpy.lib.format.
 *
 * @param shape its lengths, outermost first
 * @param values in C order
 */
public record NpyArray(List<Integer> shape, float[] values) {

    /**
     * Reads one. Memory grows with the bytes that arrive.
     *
     * @param name of the file, for sentences
     * @param most values that it may have
     * @throws UnreadableFileException when it is none, cut, or too large
     */
    public static NpyArray read(String name, InputStream in, int most) throws IOException {
        return new Reader(name, in, most).read();
    }

    /**
     * Reads the header only.
     *
     * @return type and shape, such as "uint8 (60000, 28, 28)"
     * @throws UnreadableFileException when it is none
     */
    public static String describe(String name, InputStream in) throws IOException {
        return new Reader(name, in, Integer.MAX_VALUE).readHeader().toString();
    }

    /** What stands before the values. */
    private record Header(char kind, int width, boolean bigEndian, boolean fortran, List<Integer> shape) {
        @Override
        public String toString() {
            String type = switch (kind) {
                case 'b' -> "bool";
                case 'f' -> "float" + Byte.SIZE * width;
                case 'i' -> "int" + Byte.SIZE * width;
                case 'u' -> "uint" + Byte.SIZE * width;
                default -> "type " + kind + width;
            };
            return type + " " + Shapes.text(shape);
        }
    }

    /** Reads one array. */
    private static final class Reader {
        private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
        private static final String EXPECTED = "a NumPy array of numbers";
        private static final int MAX_HEADER = 100_000;
        /** NumPy's own limit. */
        private static final int MOST_DIMENSIONS = 64;
        private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z])(\\d{1,4})'");
        private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
        private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

        private final String name;
        private final InputStream in;
        private final int most;

        private Reader(String name, InputStream in, int most) {
            this.name = name;
            this.in = in;
            this.most = most;
        }

        private NpyArray read() throws IOException {
            Header header = readHeader();
            long count = Shapes.count(header.shape);
            if (count > most) {
                throw refusal("promises " + count + " values, more than " + most);
            }
            float[] values = values(header, (int) count);
            return new NpyArray(header.shape, header.fortran ? toCOrder(values, header.shape) : values);
        }

        private Header readHeader() throws IOException {
            byte[] start = in.readNBytes(MAGIC.length + 2);
            if (start.length < MAGIC.length + 2 || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
                throw refusal("doesn't begin as one");
            }
            int version = start[MAGIC.length];
            byte[] length = in.readNBytes(version == 1 ? Short.BYTES : Integer.BYTES);
            ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(length, Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            int size = bytes.getInt();
            if (version < 1 || version > 3 || size < 0 || size > MAX_HEADER) {
                throw refusal("has a header of version " + version + " and " + size + " bytes");
            }
            String header = new String(in.readNBytes(size), version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII);
            if (header.contains("'|O'")) {
                throw refusal("holds Python objects, which could run code and are not opened");
            }
            Matcher type = find(DESCR, header, "type");
            List<Integer> shape = shape(find(SHAPE, header, "shape").group(1));
            boolean fortran = find(ORDER, header, "order").group(1).equals("True");
            return new Header(type.group(2).charAt(0), Integer.parseInt(type.group(3)), type.group(1).equals(">"), fortran, shape);
        }

        private Matcher find(Pattern pattern, String header, String what) throws UnreadableFileException {
            Matcher matcher = pattern.matcher(header);
            if (!matcher.find()) {
                throw refusal("has a header without a " + what + " that is known");
            }
            return matcher;
        }

        private List<Integer> shape(String text) throws UnreadableFileException {
            try {
                List<Integer> shape = Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).map(Integer::valueOf)
                        .toList();
                if (shape.size() <= MOST_DIMENSIONS && shape.stream().allMatch(length -> length >= 0)) {
                    return shape;
                }
            } catch (NumberFormatException notWhole) {
                // refused below, like a negative one
            }
            throw refusal("has the shape " + StrictJson.quote("(" + text + ")"));
        }

        private float[] values(Header header, int count) throws IOException {
            char kind = header.kind;
            int width = header.width;
            boolean known = "biuf".indexOf(kind) >= 0 && (width == 1 && kind != 'f' || width == 2 || width == 4 || width == 8);
            if (!known) {
                throw refusal("has values of type " + kind + width);
            }
            ByteOrder order = header.bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return new ArrivingNumbers(width, order, buffer -> next(buffer, kind, width)).read(name, in, count, Shapes.text(header.shape), EXPECTED);
        }

        private static float next(ByteBuffer buffer, char kind, int width) {
            boolean unsigned = kind != 'i';
            return switch (width) {
                case 1 -> unsigned ? buffer.get() & 0xFF : buffer.get();
                case 2 -> kind == 'f' ? FloatType.half(buffer.getShort()) : unsigned ? buffer.getShort() & 0xFFFF : buffer.getShort();
                case 4 -> kind == 'f' ? buffer.getFloat() : unsigned ? Integer.toUnsignedLong(buffer.getInt()) : buffer.getInt();
                default -> kind == 'f' ? (float) buffer.getDouble() : buffer.getLong();
            };
        }

        private static float[] toCOrder(float[] values, List<Integer> shape) {
            float[] ordered = new float[values.length];
            int[] index = new int[shape.size()];
            for (float value : values) {
                int at = 0;
                for (int dimension = 0; dimension < index.length; dimension++) {
                    at = at * shape.get(dimension) + index[dimension];
                }
                ordered[at] = value;
                for (int dimension = 0; dimension < index.length && ++index[dimension] == shape.get(dimension); dimension++) {
                    index[dimension] = 0;
                }
            }
            return ordered;
        }

        private UnreadableFileException refusal(String problem) {
            return new UnreadableFileException(name, problem + "; expected " + EXPECTED);
        }
    }
}
