package org.digitscope.files;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How a safetensors file keeps numbers; all are read as float32. */
public enum FloatType {
    F32(4), F16(2), BF16(2), F64(8);

    private final int bytes;

    FloatType(int bytes) {
        this.bytes = bytes;
    }

    static Optional<FloatType> of(String name) {
        for (FloatType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** All numbers of a buffer. */
    float[] read(ByteBuffer buffer) {
        float[] values = new float[buffer.remaining() / bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (this) {
                case F32 -> buffer.getFloat();
                case F16 -> half(buffer.getShort());
                case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
                case F64 -> (float) buffer.getDouble();
            };
        }
        return values;
    }

    /** IEEE 754 binary16. */
    public static float half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size = exponent == 0 ? fraction * 0x1p-24f : exponent == 31 ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        return bits < 0 ? -size : size;
    }
}
