package org.digitscope.files.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.digitscope.data.Counts;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.FloatType;
import org.digitscope.files.Shapes;
import org.digitscope.files.StrictJson;

/**
 * Numbers that stand in an ONNX model or beside it; the field numbers are those of TensorProto in onnx.proto3.
 *
 * @param shape its lengths, outermost first; empty for a single number
 * @param values whole numbers as well
 */
record OnnxTensor(List<Integer> shape, double[] values) {

    /** How numbers are kept: the type's number, the bytes of one, the field that keeps them where they aren't raw, and what bits mean. */
    private enum Type {
        FLOAT(1, 4, 4, bits -> Float.intBitsToFloat((int) bits)),
        INT32(6, 4, 5, bits -> (int) bits),
        INT64(7, 8, 7, bits -> bits),
        FLOAT16(10, 2, 5, bits -> FloatType.half((short) bits)),
        DOUBLE(11, 8, 10, Double::longBitsToDouble);

        private final int number;
        private final int width;
        private final int field;
        private final LongToDoubleFunction value;

        Type(int number, int width, int field, LongToDoubleFunction value) {
            this.number = number;
            this.width = width;
            this.field = field;
            this.value = value;
        }
    }

    private static final int EXTERNAL = 1;
    private static final int MOST_DIMENSIONS = 6;

    /**
     * Reads one.
     *
     * @param file is named in sentences
     * @throws UnreadableFileException when it is of another type, damaged, too large, or holds what is not finite
     */
    static OnnxTensor read(String file, ProtoMessage message, OnnxExternalData external) throws IOException {
        String name = message.text(8);
        List<Integer> shape = new ArrayList<>();
        for (long length : message.numbers(1)) {
            shape.add((int) Math.max(-1, Math.min(length, Integer.MAX_VALUE)));
        }
        long count = shape.contains(-1) ? -1 : Shapes.count(shape);
        if (count < 0 || count > NamedTensors.MOST_VALUES || shape.size() > MOST_DIMENSIONS) {
            throw new UnreadableFileException(file, "holds " + StrictJson.quote(name) + " " + NamedTensor.text(shape)
                    + "; expected tensors of at most " + NamedTensors.MOST_VALUES + " numbers");
        }
        Type type = type(file, name, (int) message.number(2, 0));
        boolean outside = message.number(14, 0) == EXTERNAL;
        double[] values = outside || message.has(9)
                ? raw(type, outside ? external.read(name, message.messages(13), count * type.width) : message.bytes(9))
                : listed(type, message);
        if (values.length != count) {
            throw new UnreadableFileException(file, "holds " + Counts.of(values.length, "number") + " in " + StrictJson.quote(name) + " "
                    + NamedTensor.text(shape) + "; expected " + count);
        }
        for (double value : values) {
            if (!Float.isFinite((float) value)) {
                throw new UnreadableFileException(file, "holds " + value + " in " + StrictJson.quote(name) + "; expected finite numbers");
            }
        }
        return new OnnxTensor(List.copyOf(shape), values);
    }

    private static Type type(String file, String name, int number) throws UnreadableFileException {
        for (Type type : Type.values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new UnreadableFileException(file, "holds " + StrictJson.quote(name) + " with numbers of ONNX's type " + number
                + "; expected float, float16, double, int32 or int64");
    }

    private static double[] raw(Type type, ByteBuffer bytes) {
        ByteBuffer raw = bytes.order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[raw.remaining() / type.width];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.value.applyAsDouble(switch (type.width) {
                case 2 -> raw.getShort();
                case 4 -> raw.getInt();
                default -> raw.getLong();
            });
        }
        return values;
    }

    private static double[] listed(Type type, ProtoMessage message) throws IOException {
        List<Long> bits = switch (type) {
            case FLOAT -> message.bits32(type.field);
            case DOUBLE -> message.bits64(type.field);
            default -> message.numbers(type.field);
        };
        return bits.stream().mapToDouble(each -> type.value.applyAsDouble(each)).toArray();
    }
}
